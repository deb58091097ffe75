import { expect, it } from 'vitest'
import { bricksOf, poolTree, type PoolCell } from './poolTree'

const cell = (level: PoolCell['level'], grade: string, zone?: string, from?: string): PoolCell => ({ level, grade, zone, windowFromOn: from, suppressed: false, massKg: 1 })

it('zones stand under their grade and windows under their zone', () => {
  const tree = poolTree([cell('TOTAL', ''), cell('GRADE', 'GL-80'), cell('ZONE', 'GL-80', 'a'), cell('WINDOW', 'GL-80', 'a', '2026-11-01'), cell('WINDOW', 'GL-80', 'a', '2026-11-16'), cell('ZONE', 'GL-80'), cell('GRADE', 'GL-70')])
  expect(tree.map(g => g.cell.grade)).toEqual(['GL-80', 'GL-70'])
  expect(tree[0]?.parts.map(z => z.parts.length)).toEqual([2, 0])
})

it('a single window that repeats its zone is left out', () => {
  const tree = poolTree([cell('GRADE', 'GL-80'), cell('ZONE', 'GL-80', 'a'), cell('WINDOW', 'GL-80', 'a', '2026-11-01')])
  expect(tree[0]?.parts[0]?.parts).toEqual([])
})

it('each usual step of volume lays one more brick', () => {
  expect([0, 499_999, 500_000, 999_999, 1_000_000, 3_000_000, 10_000_000, 90_000_000].map(bricksOf)).toEqual([1, 1, 2, 2, 3, 4, 5, 5])
})
