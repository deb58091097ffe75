import { expect, it } from 'vitest'
import type { Delivery, Parcel } from './delivery'
import { heldOf, holdingsOf, namesOf } from './holdings'

const parcel = (place: Parcel['place'], ownerId: string, massKg: number, more: Partial<Parcel> = {}): Parcel => ({ id: `${place}${ownerId}${massKg}`, massKg, place, keeperId: place === 'STORE' ? 'store' : 'member', ownerId, underTest: false, ...more })
const delivery = (id: string, parcels: Parcel[]) => ({ id, grade: 'GL-85A', size: 'LUMP', sellerId: 'seller', sellerName: 'S', buyerId: 'group', buyerName: 'G', memberId: 'member', parcels }) as unknown as Delivery

it('goods that stand alike are one sum, and those of another owner, pledge or state another', () => {
  const found = holdingsOf([
    delivery('1', [parcel('STORE', 'group', 10_000), parcel('STORE', 'group', 5_000, { pledgeeId: 'bank' })]),
    delivery('2', [parcel('STORE', 'group', 21_980), parcel('STORE', 'group', 3_000, { underTest: true }), parcel('TRUCK', 'seller', 1)]),
  ])
  expect(found.map(one => [one.massKg, one.pledgee, one.underTest, one.deliveries.length])).toEqual([[31_980, null, false, 2], [5_000, 'bank', false, 1], [3_000, null, true, 1]])
})

it('the sum of what lies is the sum of its parcels', () => {
  const all = [delivery('1', [parcel('STORE', 'group', 7), parcel('MEMBER', 'member', 11)]), delivery('2', [parcel('STORE', 'group', 13)])]
  expect(holdingsOf(all).reduce((sum, one) => sum + one.massKg, 0)).toBe(31)
})

it('what is pledged, under test or the member’s own already is not released', () => {
  const held = delivery('1', [parcel('STORE', 'group', 10_000), parcel('STORE', 'group', 5_000, { pledgeeId: 'bank' }), parcel('STORE', 'group', 3_000, { underTest: true }), parcel('MEMBER', 'member', 2_000), parcel('MEMBER', 'group', 1_000)])
  expect(heldOf(held)).toBe(11_000)
})

it('names are those that deliveries say', () => {
  expect([...namesOf([delivery('1', [])])]).toEqual([['seller', 'S'], ['group', 'G']])
})
