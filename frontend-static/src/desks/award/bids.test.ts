import { expect, test } from 'vitest'
import { byLot, lacksOf, type Bid, type Grade } from './bids'
import type { AwardRule } from './runs'

const grade = { limits: [
  { property: 'AL2O3', kind: 'MINIMUM', unit: 'PPM', minimum: 850_000 },
  { property: 'FE2O3', kind: 'MAXIMUM', unit: 'PPM', maximum: 18_000 },
  { property: 'BULK_DENSITY', kind: 'MINIMUM', unit: 'MG_PER_CM3', minimum: 3_000 },
  { property: 'K2O_NA2O', kind: 'CLASSIFYING_RANGE', unit: 'PPM', minimum: 1, maximum: 2 },
] } as unknown as Grade
const bid = (guarantees: { property: string; minimumPpm?: number; maximumPpm?: number }[], moistureMaximumPpm = 10_000) => ({ lotId: 'l', offer: { guarantees, moistureMaximumPpm } }) as unknown as Bid
const whole = [{ property: 'AL2O3', minimumPpm: 850_000 }, { property: 'FE2O3', maximumPpm: 18_000 }, { property: 'K2O_NA2O', minimumPpm: 1 }]
const rule = (changed: Partial<AwardRule>): AwardRule => ({ id: 'q', kind: 'QUALITY', attribute: 'AL2O3', ...changed })

test('an offer that guarantees what the grade says lacks nothing; density is for the laboratory', () => {
  expect(lacksOf(bid(whole), grade, [])).toEqual([])
})

test('what is not guaranteed is missing, what is guaranteed more weakly is weaker', () => {
  expect(lacksOf(bid(whole.slice(1)), grade, [])).toEqual([{ property: 'AL2O3', kind: 'MISSING', atLeastPpm: 850_000 }])
  expect(lacksOf(bid([{ property: 'AL2O3', minimumPpm: 849_999 }, { property: 'FE2O3', maximumPpm: 18_001 }, whole[2]!]), grade, []).map(one => [one.property, one.kind])).toEqual([['AL2O3', 'WEAKER'], ['FE2O3', 'WEAKER']])
  expect(lacksOf(bid([...whole.slice(1), { property: 'AL2O3', maximumPpm: 900_000 }]), grade, [])[0]?.kind).toBe('MISSING')
})

test('a rule of the round may ask for more than the grade, for its lot only', () => {
  expect(lacksOf(bid(whole), grade, [rule({ atLeastPpm: 860_000 })])).toEqual([{ property: 'AL2O3', kind: 'WEAKER', atLeastPpm: 860_000 }])
  expect(lacksOf(bid(whole), grade, [rule({ atLeastPpm: 860_000, lotId: 'other' })])).toEqual([])
  expect(lacksOf(bid(whole), undefined, [rule({ attribute: 'moisture.max', atMostPpm: 9_999 })])[0]?.kind).toBe('WEAKER')
})

test('what could not be read has nothing to compare', () => {
  expect(lacksOf({ lotId: 'l' } as Bid, grade, [])).toEqual([])
})

test('lots stand as they came, with how many offers wait', () => {
  const of = (lotId: string, status: Bid['status']) => ({ lotId, status }) as Bid
  expect(byLot([of('b', 'OPENED'), of('a', 'ADMISSIBLE'), of('b', 'REJECTED'), of('b', 'OPENED')]).map(one => [one.lotId, one.bids.length, one.waiting])).toEqual([['b', 3, 2], ['a', 1, 0]])
})
