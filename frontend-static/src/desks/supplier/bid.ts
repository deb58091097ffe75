import { computed, type ComputedRef } from 'vue'
import { api, take } from '@/api/client'
import type { components } from '@/api/schema'
import { useAsk, type Asked } from '@/api/use'
import { sealingTermsOf, unlessNone } from '@/desks/sealed/terms'
import { dayOf } from '@/kit/time'
import type { Tender, TenderedLot } from './offer/offer'

type Schemas = components['schemas']
export type Round = Schemas['Round']
export type SealingTerms = Schemas['SealingTerms']
export type OwnEnvelopes = Schemas['OwnEnvelopes']
export type KeptEnvelope = Schemas['KeptEnvelope']

interface Tendered { round: Round; terms: SealingTerms | null; lots: TenderedLot[]; names: ReadonlyMap<string, string> }
interface Page<T> { items: T[]; nextCursor?: string | null }

/** Every page of a list. */
export async function all<T>(page: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const next = await page(cursor)
    items.push(...next.items)
    cursor = next.nextCursor ?? undefined
  } while (cursor)
  return items
}

async function tendered(roundId: string): Promise<Tendered> {
  const path = { roundId }
  const [round, terms, lots, grades] = await Promise.all([
    take(api.GET('/api/rounds/{roundId}', { params: { path } })),
    sealingTermsOf(roundId),
    all(cursor => take(api.GET('/api/rounds/{roundId}/lots', { params: { path, query: { cursor, limit: 200 } } }))),
    all(cursor => take(api.GET('/api/grades', { params: { query: { cursor, limit: 200 } } }))),
  ])
  const asked = new Set(terms?.lots ?? [])
  const limits = new Map(grades.map(grade => [grade.code, grade.limits]))
  const zones = new Map(round.terms.deliveryZones.map(zone => [zone.code, zone.name]))
  return {
    round, terms, names: new Map(lots.map(lot => [lot.id, `${lot.code} ${lot.grade}`])),
    lots: lots.filter(lot => asked.has(lot.id)).map(lot => ({
      id: lot.id, code: lot.code, grade: lot.grade, size: lot.size, packing: lot.packing, zone: lot.zone, zoneName: zones.get(lot.zone) ?? lot.zone, windowFromOn: lot.windowFromOn, windowToOn: lot.windowToOn,
      minimumKg: lot.memberMinimumKg, targetKg: lot.targetKg ?? lot.massKg, maximumKg: lot.maximumKg, limits: limits.get(lot.grade) ?? [],
    })),
  }
}

export const useTendered = (roundId: () => string): Asked<Tendered> => useAsk(() => tendered(roundId()), roundId)
export const useOwnEnvelopes = (roundId: () => string): Asked<OwnEnvelopes | null> =>
  useAsk(() => take(api.GET('/api/rounds/{roundId}/bid-envelope', { params: { path: { roundId: roundId() } } })).catch(unlessNone), roundId)

const DAY = 86_400_000

export function tenderOf(round: ComputedRef<Round | undefined>): ComputedRef<Tender | null> {
  return computed(() => {
    const tender = round.value?.tender
    if (!tender) return null
    const until = Date.parse(tender.offersDueAt) + (tender.offersValidDays ?? 7) * DAY
    return { offersDueAt: tender.offersDueAt, billRateBp: tender.billRateBp, validAtLeastUntilOn: dayOf(until) }
  })
}
