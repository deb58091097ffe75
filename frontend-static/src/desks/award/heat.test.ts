import { expect, test } from 'vitest'
import { columnsOf, heatRows, inOrder, warmth, type HeatOffer } from './heat'

const lots = [{ id: 'l1', code: 'P-1', about: '', targetKg: 100_000 }, { id: 'l2', code: 'P-2', about: '', targetKg: null }]
const suppliers = ['a', 'b', 'c'].map(id => ({ id, name: id }))
const offer = (supplierId: string, landedFenPerTonne: number | null, changed: Partial<HeatOffer> = {}): HeatOffer => ({ lotId: 'l1', supplierId, landedFenPerTonne, state: 'admitted', awardedKg: 0, ...changed })

test('warmth is how much dearer an offer is than the cheapest that competes for the same lot', () => {
  const [row] = heatRows(lots, suppliers, [offer('a', 100_000), offer('b', 110_000), offer('c', 50_000, { state: 'rejected' })])
  expect(row!.cells.map(cell => [cell?.dearerPpm, cell?.cheapest])).toEqual([[0, true], [100_000, false], [null, false]])
  expect([null, 0, 100_000, 200_000, 900_000].map(warmth)).toEqual([0, 0, 31, 62, 62])
})

test('an offer that cannot be compared, and a lot without offers, are cold and never cheapest', () => {
  const rows = heatRows(lots, suppliers, [offer('a', null)])
  expect(rows[0]!.cells).toEqual([{ ...offer('a', null), dearerPpm: null, cheapest: false, shareBp: 0 }, null, null])
  expect(rows[1]!.cells).toEqual([null, null, null])
})

test('of two equally cheap ones both are cheapest', () => {
  expect(heatRows(lots, suppliers, [offer('a', 7), offer('b', 7)])[0]!.cells.map(cell => cell?.cheapest)).toEqual([true, true, undefined])
})

test('the award is drawn as a share of what the lot asks for', () => {
  const [row] = heatRows(lots, suppliers, [offer('a', 1, { awardedKg: 25_000 }), offer('b', 2, { awardedKg: 75_000 })])
  expect([row!.awardedKg, row!.cells[0]!.shareBp, row!.cells[1]!.shareBp]).toEqual([100_000, 2_500, 7_500])
})

test('winners stand left and first, the rejected last', () => {
  const offers = [offer('a', 1, { state: 'rejected' }), offer('b', 3), offer('c', 9, { awardedKg: 5 })]
  expect(columnsOf(suppliers, offers).map(one => one.id)).toEqual(['c', 'a', 'b'])
  expect(inOrder(heatRows(lots, suppliers, offers)[0]!).map(cell => cell.supplierId)).toEqual(['c', 'b', 'a'])
})
