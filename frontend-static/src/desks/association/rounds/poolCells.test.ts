import { expect, test } from 'vitest'
import type { components } from '@/api/schema'
import { gradeRows, massOf, parts } from './poolCells'

const terms: components['schemas']['RoundTerms'] = {
  title: 'r', profile: 'INQUIRY', mode: 'AGENCY', anonymityK: 5, depositRateBp: 2000, grades: ['GL-85A', 'GL-80'], collectingOpensAt: '', collectingEndsAt: '', deliveryPeriod: { fromOn: '2027-04-01', toOn: '2027-05-31' },
  deliveryZones: [{ code: 'B', name: 'b' }, { code: 'A', name: 'a' }], viableKg: 500_000, viableKgByGrade: [{ grade: 'GL-80', viableKg: 300_000 }], volumeStepsKg: [500_000, 1_000_000],
}
const at = (grade: string, zone: string, from: string, massKg: number) => ({ grade, zone, windowFromOn: from, windowToOn: from, level: 'WINDOW' as const, massKg, suppressed: false })
const cells = [
  { grade: null, level: 'TOTAL' as const, massKg: 620_000, suppressed: false },
  { grade: 'GL-85A', level: 'GRADE' as const, massKg: 620_000, lines: 7, members: 6, suppressed: false },
  at('GL-85A', 'A', '2027-05-01', 20_000), at('GL-85A', 'A', '2027-04-01', 200_000), at('GL-85A', 'B', '2027-05-01', 400_000),
]

test('each grade of the round has a row, with its own threshold and the next step', () => {
  expect(gradeRows(cells, terms).map(r => [r.grade, r.massKg, r.viableKg, r.missingKg, r.nextStepKg])).toEqual([
    ['GL-85A', 620_000, 500_000, 0, 1_000_000],
    ['GL-80', 0, 300_000, 300_000, 500_000],
  ])
})

test('layers stand in the order of the zones, then of time', () => {
  expect(parts(cells, terms).map(p => `${p.zone} ${p.from}`)).toEqual(['B 2027-05-01', 'A 2027-04-01', 'A 2027-05-01'])
})

test('the layers of a grade sum to its mass', () => {
  expect(parts(cells, terms).reduce((sum, p) => sum + massOf(cells, 'GL-85A', p), 0)).toBe(620_000)
})
