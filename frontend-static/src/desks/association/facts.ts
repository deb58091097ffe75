/* What of an event's body is worth a line: each fact with its label (`trade.fact.<key>`). Ids, nested documents and what the
   event's name says already are left to the log. */
import { tonnes } from '@/kit/figures'
import { minuteOf } from '@/kit/time'
import type { Kg } from '@/kit/values'

/** In the order they are read. */
const TOLD = ['reason', 'from', 'collectingEndsAt', 'offersDueAt', 'opensAt', 'endsAt', 'code', 'grade', 'target', 'window', 'kind', 'name', 'number', 'uscc', 'issuer', 'year', 'issuedOn', 'expiresOn', 'validToOn', 'address', 'evidence', 'documentRef'] as const
export type FactKey = (typeof TOLD)[number]
export interface Fact { key: FactKey; value: string }

/** Documents inside an event's body whose own facts are told. */
const INSIDE = ['line', 'paper', 'place', 'issued']
const MOST = 5
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

type Body = Record<string, unknown>
const isBody = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)

function worded(key: FactKey, value: unknown): string | null {
  if (typeof value === 'number' && key === 'year') return String(value)
  if (isBody(value)) {
    if (typeof value['kg'] === 'number' && Number.isSafeInteger(value['kg'])) return `${tonnes(value['kg'] as Kg)} t`
    return typeof value['fromOn'] === 'string' && typeof value['toOn'] === 'string' ? `${value['fromOn']} – ${value['toOn']}` : null
  }
  if (typeof value !== 'string' || value.trim() === '') return null
  if (INSTANT.test(value)) return minuteOf(value)
  // A round's `from` may also be the name of a state, which the event's own name says better.
  return key === 'from' ? null : value
}

export function factsOf(body: Readonly<Body>): Fact[] {
  const flat: Body = Object.assign({}, body, ...INSIDE.map(key => body[key]).filter(isBody))
  return TOLD.flatMap(key => {
    const value = worded(key, flat[key])
    return value === null ? [] : [{ key, value }]
  }).slice(0, MOST)
}
