import { commonHeaders, refusal } from '@/api/client'
import { saveBlob } from './csv'

/** The name the server gave the file (RFC 6266), or the fallback. */
export function fileNameOf(disposition: string | null, fallback: string): string {
  const extended = /filename\*\s*=\s*UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (extended) {
    try {
      return decodeURIComponent(extended)
    } catch {
      return fallback
    }
  }
  return /filename\s*=\s*"([^"]+)"/i.exec(disposition ?? '')?.[1] ?? fallback
}

/** Fetches a file of the API and saves it; throws `Refused` like `take`. */
export async function download(path: string, fallback: string): Promise<void> {
  const answer = await fetch(path, { headers: commonHeaders('GET'), credentials: 'same-origin' })
  if (!answer.ok) throw refusal(answer, await answer.json().catch(() => null))
  saveBlob(fileNameOf(answer.headers.get('Content-Disposition'), fallback), await answer.blob())
}
