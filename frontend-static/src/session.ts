import { computed, readonly, shallowRef } from 'vue'
import { api, take, useCsrfToken } from './api/client'
import { Refused } from './api/problem'
import type { components } from './api/schema'
import { noteServerDate } from './kit/time'

export type Session = components['schemas']['Session']
export type RoleName = components['schemas']['RoleName']

const current = shallowRef<Session | null>(null)
let asked: Promise<void> | null = null

export const session = readonly(current)
export const signedIn = computed(() => current.value !== null)
export const hasAnyRole = (roles: readonly RoleName[]): boolean =>
  current.value !== null && roles.some(role => current.value?.roles.includes(role))

/** Every answer that carries a session also carries a new CSRF token. */
export function enter(answer: Session): void {
  current.value = answer
  useCsrfToken(answer.csrfToken)
  noteServerDate(answer.serverTime, Date.now(), Date.now())
}

export function leave(): void {
  current.value = null
  useCsrfToken(null)
}

async function ask(): Promise<void> {
  try {
    enter(await take(api.GET('/api/session')))
  } catch (thrown) {
    // Nobody is signed in; or the server is away, and then the public pages say so themselves.
    if (thrown instanceof Refused || thrown instanceof TypeError) leave()
    else throw thrown
  }
}

/** Asked once per visit; later changes come through `enter` and `leave`. */
export const sessionKnown = (): Promise<void> => (asked ??= ask())

export async function signOut(): Promise<void> {
  await take(api.DELETE('/api/session'))
  leave()
}
