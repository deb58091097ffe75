/*
 * The one client. Typed by the specification; carries the session's cookie, the CSRF token, the language; learns the
 * server's clock; turns problem documents into `Refused`; and sends whoever is no longer signed in to the log-in page.
 */
import createClient, { type Middleware } from 'openapi-fetch'
import { noteServerDate } from '@/kit/time'
import { ownProblem, Refused, type Problem } from './problem'
import { noteAnswer, noteSilence } from './reach'
import type { paths } from './schema'

let csrfToken: string | null = null
let language = 'zh-CN'
let signedOut: () => void = () => undefined

export const useCsrfToken = (token: string | null | undefined): void => void (csrfToken = token ?? null)
export const speakLanguage = (tag: string): void => void (language = tag)
export const whenSignedOut = (then: () => void): void => void (signedOut = then)
export const tellSignedOut = (): void => signedOut()

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** For the few calls that are not made through `api` (downloads, uploads with progress). */
export function commonHeaders(method: string): Record<string, string> {
  const headers: Record<string, string> = { 'Accept-Language': language }
  if (CHANGING.has(method) && csrfToken) headers['X-CSRF-Token'] = csrfToken
  return headers
}

const sentAt = new WeakMap<Request, number>()

const manners: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(commonHeaders(request.method))) request.headers.set(name, value)
    sentAt.set(request, Date.now())
    return request
  },
  onResponse({ request, response }) {
    noteAnswer(response.status)
    const sent = sentAt.get(request)
    if (sent !== undefined) noteServerDate(response.headers.get('Date'), sent, Date.now())
    // The question "who am I" and the attempt to sign in answer 401 as a matter of course.
    if (response.status === 401 && new URL(request.url).pathname !== '/api/session') signedOut()
    return response
  },
  onError() {
    noteSilence()
  },
}

export const api = createClient<paths>({ credentials: 'same-origin' })
api.use(manners)

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

const looksLikeProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'type' in body && 'title' in body

export function refusal(response: Response, body: unknown): Refused {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const problem = looksLikeProblem(body) ? body : ownProblem('unreadable', response.status)
  return new Refused(problem, Number.isNaN(retryAfter) ? null : retryAfter)
}

/** The answer's body, or a `Refused`: `const round = await take(api.GET('/api/rounds/{roundId}', …))`. */
export async function take<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await takeVersioned(call)).body
}

/** The body with its ETag, to be sent back as If-Match. */
export async function takeVersioned<T>(call: Promise<Answer<T>>): Promise<{ body: T; etag: string | null }> {
  const { data, error, response } = await call
  if (!response.ok) throw refusal(response, error)
  return { body: data as T, etag: response.headers.get('ETag') }
}
