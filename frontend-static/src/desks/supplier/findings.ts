import { useI18n } from 'vue-i18n'
import type { Finding } from './offer/reading'

/** What is wrong with one field, in words: `wrong(lot, 'price', 0)`. */
export function useFindings(findings: () => readonly Finding[]): (lot: string | null, field: string, at?: number) => string | null {
  const { t } = useI18n()
  return (lot, field, at) => {
    const found = findings().filter(one => one.lot === lot && one.field === field && (at === undefined || one.at === at))
    return found.length ? found.map(one => t(`bid.fault.${one.what}`)).join(' ') : null
  }
}
