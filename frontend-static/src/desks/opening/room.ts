/*
 * The opening room as the pages draw it: three lamps, an envelope each with what became of it, and how far all is. Made of
 * the server's answer only; nothing here decides what is open.
 */
export type Phase = 'HEADERS' | 'SECTIONS' | 'OPENED' | 'FAILED'
export type SealState = 'WAITING' | 'DISPUTED' | 'OPENED' | 'UNREADABLE' | 'TWO_FACED' | 'LEFT_SHUT' | 'NOT_AS_RECEIPTED' | 'UNOPENED'

export interface Lie { trustee: number; section: number; lie: string }
export interface RoomEnvelope {
  supplierId: string
  supplierName: string
  position: number
  version: number
  sha256: string
  receivedAt: string
  header: SealState
  deceit?: string
  faults: readonly string[]
  /** Sections that are to be opened, and those of them that are settled. */
  asked: number
  settled: number
  /** Of those that are not settled, the ones whose shares do not fit. */
  disputed: number
  headersBy: readonly number[]
  sectionsBy: readonly number[]
  lies: readonly Lie[]
  leftBecause?: string
}

export interface RoomTrustee { number: number; partyId: string; name: string; kind: string; fingerprint: string; sealTo: string; signsWith: string }

/** Everything the room shows; `phase` is null until the opening has begun. */
export interface Room {
  roundId: string
  phase: Phase | null
  beganAt?: string
  endedAt?: string
  trustees: readonly RoomTrustee[]
  envelopes: readonly RoomEnvelope[]
  /** What the viewer may do in it. */
  may: readonly string[]
}

/** A lamp: dark, half lit once it has released what the phase asks of it in part, lit when nothing is asked of it any more. */
export type Light = 'dark' | 'glowing' | 'lit'
export interface Lamp extends RoomTrustee { light: Light; done: number; of: number; lied: boolean }

/** What an envelope looks like from outside. */
export type Look = 'sealed' | 'ajar' | 'open' | 'spoilt' | 'shut'

export const isSettled = (state: SealState): boolean => state !== 'WAITING' && state !== 'DISPUTED'

/** How many envelopes wait for this trustee's word in this phase, and of how many it was given. */
export function lampOf(trustee: RoomTrustee, envelopes: readonly RoomEnvelope[], phase: Phase | null): Lamp {
  const sections = phase !== null && phase !== 'HEADERS'
  const concerned = sections ? envelopes.filter(one => one.asked > 0) : envelopes
  const by = (one: RoomEnvelope) => (sections ? one.sectionsBy : one.headersBy).includes(trustee.number)
  const done = concerned.filter(by).length
  const lied = envelopes.some(one => one.lies.some(lie => lie.trustee === trustee.number))
  const came = envelopes.some(one => one.headersBy.includes(trustee.number))
  const light: Light = concerned.length > 0 && done === concerned.length ? 'lit' : done > 0 || (sections && came) ? 'glowing' : 'dark'
  return { ...trustee, light, done, of: concerned.length, lied }
}

/** Whether shares that were released do not fit; then whether the supplier's record is what is left to end it. */
export const isDisputed = (one: RoomEnvelope): boolean => one.header === 'DISPUTED' || one.disputed > 0
export const needsRecord = (one: RoomEnvelope): boolean => (one.header === 'DISPUTED' ? one.headersBy : one.sectionsBy).length >= 3

export const SPOILT: ReadonlySet<SealState> = new Set(['TWO_FACED', 'NOT_AS_RECEIPTED', 'UNREADABLE'])

export function lookOf(one: RoomEnvelope): Look {
  if (SPOILT.has(one.header)) return 'spoilt'
  if (one.header === 'LEFT_SHUT') return 'shut'
  if (one.header !== 'OPENED') return 'sealed'
  if (one.asked === 0) return 'ajar'
  return one.settled >= one.asked ? 'open' : 'ajar'
}

/** In the order of receipt: who came first stands first. */
export const inOrder = (envelopes: readonly RoomEnvelope[]): RoomEnvelope[] => [...envelopes].sort((one, other) => one.position - other.position)

export interface Progress { headers: number; sections: number; asked: number; of: number }

export const progressOf = (envelopes: readonly RoomEnvelope[]): Progress => ({
  of: envelopes.length,
  headers: envelopes.filter(one => isSettled(one.header)).length,
  asked: envelopes.reduce((sum, one) => sum + one.asked, 0),
  sections: envelopes.reduce((sum, one) => sum + Math.min(one.settled, one.asked), 0),
})

export interface Told { id: string; look: Look }

/**
 * What is shown of the envelopes when several changed at once: the next one in order takes its new look, the others wait for
 * their turn. Nothing is invented: each look shown is one that the server told.
 */
export function revealNext(shown: ReadonlyMap<string, Look>, told: readonly Told[]): Map<string, Look> | null {
  const next = told.find(one => shown.get(one.id) !== one.look)
  if (!next) return null
  const after = new Map(shown)
  after.set(next.id, next.look)
  return after
}
