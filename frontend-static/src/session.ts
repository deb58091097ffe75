import { computed, readonly, ref, shallowRef } from 'vue'
import { api, take, useCsrfToken } from './api/client'
import { Refused } from './api/problem'
import type { components } from './api/schema'
import { noteServerDate } from './kit/time'

export type Session = components['schemas']['Session']
export type RoleName = components['schemas']['RoleName']

const current = shallowRef<Session | null>(null)
const ended = ref(false)
let asked: Promise<void> | null = null

export const session = readonly(current)
/** The server no longer knows the session; the page stays as it is, with what was typed, until somebody signs in again. */
export const sessionEnded = readonly(ended)
export const signedIn = computed(() => current.value !== null)
export const hasAnyRole = (roles: readonly RoleName[]): boolean =>
  current.value !== null && roles.some(role => current.value?.roles.includes(role))

/** Every answer that carries a session also carries a new CSRF token. */
export function enter(answer: Session): void {
  current.value = answer
  ended.value = false
  useCsrfToken(answer.csrfToken)
  noteServerDate(answer.serverTime, Date.now(), Date.now())
}

export function leave(): void {
  current.value = null
  ended.value = false
  useCsrfToken(null)
}

export function endSession(): void {
  if (!current.value) return
  ended.value = true
  useCsrfToken(null)
}

async function ask(): Promise<void> {
  try {
    enter(await take(api.GET('/api/session')))
  } catch (thrown) {
    // Nobody is signed in; or the server is away, and then the public pages say so themselves.
    if (!(thrown instanceof Refused || thrown instanceof TypeError)) throw thrown
    leave()
    // Not answered is not "nobody": the next page asks again.
    if (!(thrown instanceof Refused) || thrown.problem.status >= 500) asked = null
  }
}

/** Asked once per visit; later changes come through `enter` and `leave`. */
export const sessionKnown = (): Promise<void> => (asked ??= ask())

export async function signOut(): Promise<void> {
  try {
    await take(api.DELETE('/api/session'))
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.problem.status !== 401) throw thrown
  }
  leave()
}
