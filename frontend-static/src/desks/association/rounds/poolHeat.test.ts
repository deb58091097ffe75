import { expect, test } from 'vitest'
import { gradeRows } from './poolCells'
import { changes, cellKey, heatColumns, heatOf, heatRows } from './poolHeat'
import type { Terms } from './roundForm'

const terms = {
  grades: ['GL-85A', 'GL-80'], viableKg: 64_000, deliveryZones: [{ code: 'B', name: 'b' }, { code: 'A', name: 'a' }],
  deliveryWindows: [{ fromOn: '2027-04-01', toOn: '2027-04-15' }, { fromOn: '2027-04-16', toOn: '2027-04-30' }],
} as Terms
const at = (grade: string, zone: string, from: string, massKg: number) => ({ grade, zone, windowFromOn: from, windowToOn: '2027-04-30', level: 'WINDOW' as const, massKg, suppressed: false })
const cells = [at('GL-85A', 'A', '2027-04-16', 90_000), at('GL-80', 'B', '2027-04-01', 10_000)]

test('each zone has each window, in the round’s order, also where nothing is asked', () => {
  expect(heatColumns(cells, terms).map(c => `${c.zone} ${c.from}`)).toEqual(['B 2027-04-01', 'B 2027-04-16', 'A 2027-04-01', 'A 2027-04-16'])
})

test('a cell stands in its own place and every other place is empty', () => {
  const columns = heatColumns(cells, terms)
  const rows = heatRows(cells, gradeRows(cells, terms), columns)
  expect(rows.map(r => r.cells.map(c => c?.massKg ?? 0))).toEqual([[0, 0, 0, 90_000], [10_000, 0, 0, 0]])
})

test('more is warmer, nothing is cold, and the warmest keeps the figure legible', () => {
  expect(heatOf(0, 90_000)).toBe(0)
  expect(heatOf(10_000, 90_000)).toBeLessThan(heatOf(90_000, 90_000))
  expect(heatOf(90_000, 90_000)).toBe(46)
})

test('only what changed is told, new cells in full', () => {
  const before = new Map([[cellKey(cells[0]!), 60_000], [cellKey(cells[1]!), 10_000]])
  expect([...changes(before, [...cells, at('GL-80', 'A', '2027-04-01', 5_000)])]).toEqual([['GL-85A|A|2027-04-16', 30_000], ['GL-80|A|2027-04-01', 5_000]])
})
