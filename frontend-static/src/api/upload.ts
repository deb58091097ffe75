import { commonHeaders, refusal, tellSignedOut } from './client'
import { noteAnswer, noteSilence } from './reach'

/** Sends a form and tells how much of it has left, 0 to 1; `fetch` cannot tell. Refused and unreachable as in `take`. */
export function upload<T>(path: string, form: FormData, headers: Record<string, string>, sent: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    for (const [name, value] of Object.entries({ ...commonHeaders('POST'), ...headers })) request.setRequestHeader(name, value)
    request.responseType = 'text'
    request.upload.onprogress = event => event.lengthComputable && sent(event.loaded / event.total)
    request.onerror = () => {
      noteSilence()
      reject(new TypeError('unreachable'))
    }
    request.onabort = request.onerror
    request.onload = () => {
      noteAnswer(request.status)
      const body = parsed(request.responseText)
      if (request.status === 401) tellSignedOut()
      if (request.status >= 200 && request.status < 300 && body !== undefined) resolve(body as T)
      else reject(refusal(new Response(null, { status: request.status, headers: retryAfter(request) }), body))
    }
    request.send(form)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function retryAfter(request: XMLHttpRequest): Record<string, string> {
  const seconds = request.getResponseHeader('Retry-After')
  return seconds ? { 'Retry-After': seconds } : {}
}
