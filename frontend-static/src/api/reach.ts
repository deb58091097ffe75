/*
 * Whether the server answers. Once a question goes unanswered it is asked for by itself until it does; then, and whenever
 * somebody has signed in again, `anew` counts up: what went unanswered is worth asking again.
 */
import { readonly, ref } from 'vue'

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 10_000
/** Small, public, and outside the session: asking does not keep anybody signed in. */
const ASKED = '/api/session/oidc'
/** What a proxy says for a server that is not there. */
const FOR_NOBODY = new Set([502, 504])

const gone = ref(false)
const begun = ref(0)
let wait = FIRST_WAIT
let timer: ReturnType<typeof setTimeout> | undefined

export const away = readonly(gone)
export const anew = readonly(begun)
export const beginAnew = (): void => void begun.value++

export function noteAnswer(status: number): void {
  if (FOR_NOBODY.has(status)) noteSilence()
  else if (gone.value) {
    clearTimeout(timer)
    gone.value = false
    beginAnew()
  }
}

export function noteSilence(): void {
  if (gone.value) return
  gone.value = true
  wait = FIRST_WAIT
  timer = setTimeout(() => void tryAgain(), wait)
}

/** Asks whether anybody is there, and notes what comes of it. */
export async function reachable(): Promise<boolean> {
  try {
    noteAnswer((await fetch(ASKED, { credentials: 'omit', cache: 'no-store' })).status)
  } catch {
    noteSilence()
  }
  return !gone.value
}

async function tryAgain(): Promise<void> {
  clearTimeout(timer)
  if (!gone.value || await reachable()) return
  wait = Math.min(wait * 2, LONGEST_WAIT)
  timer = setTimeout(() => void tryAgain(), wait)
}

if (typeof window !== 'undefined') window.addEventListener('online', () => void tryAgain())
