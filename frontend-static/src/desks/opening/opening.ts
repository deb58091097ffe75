import type { ShallowRef } from 'vue'
import { api, take } from '@/api/client'
import type { Intent } from '@/api/intent'
import { useSoon } from '@/api/live'
import type { Problem } from '@/api/problem'
import type { components } from '@/api/schema'
import { useAsk } from '@/api/use'
import { sealingTermsOf, unlessNone } from '@/desks/sealed/terms'
import type { PublicKey, ReleaseOrder } from './releasing'
import type { Phase, Room, RoomEnvelope, RoomTrustee } from './room'

type Schemas = components['schemas']
export type SharePhase = Schemas['ReleasePhase']
export interface Seen { round: Schemas['Round']; room: Room | null }
export interface AskedEnvelope { supplierId: string; order: ReleaseOrder }

/** What a trustee is besides its key is told with the keys; the opening itself names it, where it may. */
function trusteesOf(opening: Schemas['OpeningRoom'], keys: readonly PublicKey[], known: readonly Schemas['TrusteeKey'][]): RoomTrustee[] {
  return opening.trustees.map(one => {
    const key = keys[one.number - 1]
    const card = known.find(each => each.partyId === one.partyId)
    return { number: one.number, partyId: one.partyId, name: one.partyName ?? card?.partyName ?? one.partyId, kind: card?.partyKind ?? '', fingerprint: one.fingerprint, sealTo: key?.sealTo ?? '', signsWith: key?.signsWith ?? '' }
  })
}

const envelopeOf = (one: Schemas['EnvelopeOpened']): RoomEnvelope => ({
  supplierId: one.supplierId, supplierName: one.supplierName ?? one.supplierId, position: one.position, version: one.version, sha256: one.envelopeSha256, receivedAt: one.receivedAt,
  header: one.header, ...(one.deceit && { deceit: one.deceit }), faults: one.faults.map(each => each.fault), asked: one.sectionsAsked, settled: one.sectionsSettled, disputed: one.sectionsDisputed,
  headersBy: one.headerReleasedBy, sectionsBy: one.sectionsReleasedBy, lies: one.wrongShares, ...(one.leftShutBecause && { leftBecause: one.leftShutBecause }),
})

const phaseOf = (status: Schemas['OpeningStatus']): Phase | null => (status === 'NOT_DUE' || status === 'DUE' ? null : status)

async function seen(roundId: string): Promise<Seen> {
  const path = { roundId }
  const [round, opening, terms, keys] = await Promise.all([
    take(api.GET('/api/rounds/{roundId}', { params: { path } })), take(api.GET('/api/rounds/{roundId}/opening', { params: { path } })).catch(unlessNone),
    sealingTermsOf(roundId), take(api.GET('/api/trustee-keys', { params: { query: { limit: 200 } } })),
  ])
  if (!opening || !terms) return { round, room: null }
  const room = {
    roundId, phase: phaseOf(opening.status), trustees: trusteesOf(opening, terms.trustees, keys.items), envelopes: opening.envelopes.map(envelopeOf), may: opening.allowedCommands,
    ...(opening.beganAt && { beganAt: opening.beganAt }), ...(opening.endedAt && { endedAt: opening.endedAt }),
  }
  return { round, room }
}

/** The room, read again soon after something is heard, and once however much is heard at a time. */
export function useOpening(roundId: () => string): { data: ShallowRef<Seen | undefined>; problem: ShallowRef<Problem | null>; reload: () => Promise<void>; soon: () => void } {
  const { data, problem, reload } = useAsk(() => seen(roundId()), roundId)
  return { data, problem, reload, soon: useSoon(reload) }
}

const AT_ONCE = 10

/** What this trustee is asked to release in this phase; `left` counts the envelopes, those listed too. */
export async function askedOf(roundId: string, phase: SharePhase): Promise<{ asked: AskedEnvelope[]; left: number }> {
  const [terms, page] = await Promise.all([sealingTermsOf(roundId), take(api.GET('/api/rounds/{roundId}/opening/sealed-shares', { params: { path: { roundId }, query: { phase, limit: AT_ONCE } } }))])
  return {
    left: page.left,
    asked: page.items.map(({ supplierId, head, envelopeSha256, shares }) => ({
      supplierId, order: { call: `${roundId}:${page.call}`, trustees: terms?.trustees ?? [], head: { round: head.round, supplier: head.supplier, version: head.version, sections: head.sections }, sha256: envelopeSha256, shares },
    })),
  }
}

/** Sends releases that the worker signed, as they are. */
export async function sendReleases(roundId: string, phase: SharePhase, releases: readonly string[], intent: Intent): Promise<void> {
  const body = { phase, releases: releases.map(text => JSON.parse(text) as Schemas['SharesSigned']) }
  await take(api.POST('/api/rounds/{roundId}/opening-shares', { params: { path: { roundId }, header: intent.header(body) }, body }))
}
