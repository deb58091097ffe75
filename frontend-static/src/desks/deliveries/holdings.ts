/*
 * What lies where, as the parcels of deliveries say: each kilogram in one place, of one owner, in one pledge state.
 */
import type { Delivery, Parcel } from './delivery'

/** Goods that stand alike. */
export interface Holding {
  key: string
  place: Parcel['place']
  keeper: string
  owner: string
  /** Somebody it is pledged to; null where to nobody. */
  pledgee: string | null
  underTest: boolean
  grade: string
  size: string
  massKg: number
  deliveries: Delivery[]
}

/** Names of parties as deliveries say them. Whoever is not among those whom a delivery concerns is only known by its id. */
export function namesOf(deliveries: readonly Delivery[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const d of deliveries) {
    for (const [id, name] of [[d.sellerId, d.sellerName], [d.buyerId, d.buyerName], [d.memberId, d.memberName], [d.storeId, d.storeName]]) if (id && name) names.set(id, name)
  }
  return names
}

const LIES: ReadonlySet<Parcel['place']> = new Set(['MEMBER', 'STORE'])

/** Summed over all that stand alike, the largest first. What is on a truck or back with its supplier lies nowhere here. */
export function holdingsOf(deliveries: readonly Delivery[]): Holding[] {
  const found = new Map<string, Holding>()
  for (const delivery of deliveries) {
    for (const parcel of delivery.parcels.filter(one => LIES.has(one.place))) {
      const key = [parcel.place, parcel.keeperId, parcel.ownerId, parcel.pledgeeId ?? '', parcel.underTest, delivery.grade, delivery.size].join('/')
      const held = found.get(key) ?? {
        key, place: parcel.place, keeper: parcel.keeperId, owner: parcel.ownerId, pledgee: parcel.pledgeeId ?? null, underTest: parcel.underTest, grade: delivery.grade, size: delivery.size, massKg: 0, deliveries: [],
      }
      held.massKg += parcel.massKg
      if (!held.deliveries.includes(delivery)) held.deliveries.push(delivery)
      found.set(key, held)
    }
  }
  return [...found.values()].sort((a, b) => b.massKg - a.massKg || a.key.localeCompare(b.key))
}

/** What of a delivery may be released: in a yard or store, not the member's yet, not pledged, not under test. Moved into the member's hands it is its own. */
export const heldOf = (delivery: Delivery): number => delivery.parcels
  .filter(one => LIES.has(one.place) && one.pledgeeId === undefined && !one.underTest && !(one.place === 'MEMBER' && one.ownerId === delivery.memberId))
  .reduce((sum, one) => sum + one.massKg, 0)
