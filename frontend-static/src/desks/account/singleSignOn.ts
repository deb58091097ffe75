import { api, take } from '@/api/client'
import { useAsk } from '@/api/use'

const WHERE_TO = 'jucai.singleSignOn.return'

/** What identity provider there is; nothing is shown where there is none or it cannot be asked. */
export const useSingleSignOn = () => useAsk(() => take(api.GET('/api/session/oidc')))

/** Leaves these pages for the identity provider; the tab remembers where to go on afterwards. */
export function goThere(url: string, back: string): void {
  sessionStorage.setItem(WHERE_TO, back)
  location.assign(url)
}

export function whereToGoOn(): string | null {
  const back = sessionStorage.getItem(WHERE_TO)
  sessionStorage.removeItem(WHERE_TO)
  return back
}
