/*
 * Instants are UTC in the API and Beijing time on the page; the clock that counts is the server's. Beijing keeps UTC+8
 * without summer time, so no time zone data is needed.
 */
import { computed, onScopeDispose, readonly, ref, type ComputedRef, type Ref } from 'vue'

const EIGHT_HOURS = 8 * 3600_000
const two = (n: number) => String(n).padStart(2, '0')

function beijing(instant: string | number): Date {
  return new Date((typeof instant === 'number' ? instant : Date.parse(instant)) + EIGHT_HOURS)
}

/** 2026-03-01 */
export function dayOf(instant: string | number): string {
  const d = beijing(instant)
  return `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}`
}

/** 2026-03-01 14:00 */
export function minuteOf(instant: string | number): string {
  const d = beijing(instant)
  return `${dayOf(instant)} ${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`
}

/** 2026-03-01 14:00:09 */
export function secondOf(instant: string | number): string {
  return `${minuteOf(instant)}:${two(beijing(instant).getUTCSeconds())}`
}

/** A Beijing wall-clock minute, as typed ("2026-03-01 14:00" or with a T), as an instant. */
export function instantOf(minute: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})$/.exec(minute.trim())
  if (!match) return null
  const [year, month, day, hour, min] = match.slice(1).map(Number) as [number, number, number, number, number]
  const utc = Date.UTC(year, month - 1, day, hour, min) - EIGHT_HOURS
  return minuteOf(utc) === `${match[1]}-${match[2]}-${match[3]} ${match[4]}:${match[5]}` ? new Date(utc).toISOString() : null
}

export interface TimeLeft {
  over: boolean
  days: number
  hours: number
  minutes: number
  seconds: number
  /** The two largest units that count; the page words them. */
  shape: 'days' | 'hours' | 'minutes' | 'seconds' | 'over'
}

/** Never shows more time than is left: seconds are rounded down, and zero is over. */
export function timeLeft(until: number, now: number): TimeLeft {
  const left = Math.max(0, Math.floor((until - now) / 1000))
  const parts = { days: Math.floor(left / 86_400), hours: Math.floor(left / 3600) % 24, minutes: Math.floor(left / 60) % 60, seconds: left % 60 }
  const shape = left === 0 ? 'over' : parts.days > 0 ? 'days' : parts.hours > 0 ? 'hours' : parts.minutes > 0 ? 'minutes' : 'seconds'
  return { over: left === 0, ...parts, shape }
}

/** Server minus browser, in milliseconds, from the Date header; the smallest round trip seen is trusted most. */
const offset = ref(0)
let bestRoundTrip = Number.POSITIVE_INFINITY

export function noteServerDate(header: string | null, sentAt: number, receivedAt: number): void {
  const server = header ? Date.parse(header) : Number.NaN
  if (Number.isNaN(server)) return
  const roundTrip = receivedAt - sentAt
  if (roundTrip > bestRoundTrip * 1.5) return
  bestRoundTrip = Math.min(bestRoundTrip, roundTrip)
  // The header has whole seconds: half a second is its middle.
  offset.value = server + 500 - (sentAt + receivedAt) / 2
}

export const serverNow = (): number => Date.now() + offset.value

const tick = ref(0)
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

/** Server time, stepping each second while somebody looks. */
export function useServerNow(): ComputedRef<number> {
  if (watchers++ === 0) timer = setInterval(() => tick.value++, 1000)
  onScopeDispose(() => {
    if (--watchers === 0) clearInterval(timer)
  })
  return computed(() => {
    void tick.value
    return serverNow()
  })
}

export function useTimeLeft(until: Ref<string> | (() => string)): ComputedRef<TimeLeft> {
  const now = useServerNow()
  return computed(() => timeLeft(Date.parse(typeof until === 'function' ? until() : until.value), now.value))
}

export const clockOffset = readonly(offset)
