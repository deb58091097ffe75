import { expect, test } from 'vitest'
import { kg } from '@/kit/values'
import { draftOf, emptyDraft, findings, likeLast, termsOf, type Terms } from './roundForm'

const terms: Terms = {
  title: '2027-04', profile: 'TENDER', mode: 'PRINCIPAL', grades: ['GL-85A', 'GL-80'], collectingOpensAt: '2027-03-22T02:00:00.000Z', collectingEndsAt: '2027-03-29T10:00:00.000Z',
  deliveryPeriod: { fromOn: '2027-04-01', toOn: '2027-05-31' }, deliveryZones: [{ code: 'XM-C', name: 'Chaohua' }],
  deliveryWindows: [{ fromOn: '2027-04-01', toOn: '2027-04-30' }, { fromOn: '2027-05-01', toOn: '2027-05-31' }],
  viableKg: 500_000, viableKgByGrade: [{ grade: 'GL-80', viableKg: 300_000 }], volumeStepsKg: [500_000, 1_000_000], anonymityK: 6, depositRateBp: 1550, minimumOffersPerLot: 3, publicityWorkingDays: 5,
}

test('what is read into the form comes out as it was', () => {
  expect(termsOf(draftOf(terms))).toEqual(terms)
})

test('the form shows Beijing time', () => {
  expect(draftOf(terms).opensAt).toBe('2027-03-22T10:00')
})

test('a round like the last keeps its terms and asks for title and dates anew', () => {
  const draft = likeLast(terms)
  expect([draft.title, draft.opensAt, draft.fromOn, draft.windows]).toEqual(['', '', '', []])
  expect(draft.zones).toEqual(terms.deliveryZones)
})

test('a threshold of a grade that was taken out again is not sent', () => {
  expect(termsOf({ ...draftOf(terms), grades: ['GL-85A'] }).viableKgByGrade).toBeUndefined()
})

test('an untouched form says all that is missing', () => {
  expect([...findings(emptyDraft())].sort()).toEqual(['endsAt', 'grades', 'opensAt', 'period', 'title', 'zones'])
})

test('windows lie inside the period, in order, and steps rise', () => {
  const draft = draftOf(terms)
  expect(findings(draft).size).toBe(0)
  expect(findings({ ...draft, windows: [{ fromOn: '2027-03-31', toOn: '2027-04-10' }] })).toContain('windowOutside')
  expect(findings({ ...draft, windows: [{ fromOn: '2027-04-01', toOn: '2027-04-20' }, { fromOn: '2027-04-20', toOn: '2027-05-01' }] })).toContain('windowsOverlap')
  expect(findings({ ...draft, steps: [kg(1000), kg(1000)] })).toContain('stepsNotRising')
})
