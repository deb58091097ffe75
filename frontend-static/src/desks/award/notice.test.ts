import { expect, test } from 'vitest'
import { awardRows, winnersOf, type Award } from './notice'

const award = { lots: [
  { lotId: 'a', winners: [{ supplierId: 's', supplierName: 'S', massKg: 3 }, { supplierId: 'z', massKg: 9 }] },
  { lotId: 'b', winners: [] },
  { lotId: 'c', winners: [{ supplierId: 's', supplierName: 'S', massKg: 4 }] },
] } as unknown as Award

test('each winner has a row, and a lot that failed is not left out', () => {
  expect(awardRows(award).map(row => [row.lot.lotId, row.winner?.supplierId])).toEqual([['a', 's'], ['a', 'z'], ['b', undefined], ['c', 's']])
  expect(new Set(awardRows(award).map(row => row.key)).size).toBe(4)
})

test('winners are counted over all lots, the largest first', () => {
  expect(winnersOf(award)).toEqual([{ supplierId: 'z', name: 'z', massKg: 9, lots: 1 }, { supplierId: 's', name: 'S', massKg: 7, lots: 2 }])
})
