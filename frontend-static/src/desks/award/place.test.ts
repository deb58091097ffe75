import { expect, test } from 'vitest'
import { placeOf } from './place'

const nobody = { runs: false, looks: false, sells: false }

test('before the notice only those concerned are led to an award', () => {
  expect(placeOf({ status: 'EVALUATED' }, nobody)).toBeNull()
  expect(placeOf({ status: 'EVALUATED' }, { ...nobody, runs: true })).toBe('award')
  expect(placeOf({ status: 'OPENED' }, { ...nobody, looks: true })).toBe('awardRecord')
  expect(placeOf({ status: 'OPENED' }, { ...nobody, sells: true })).toBe('offerOutcome')
})

test('before the opening nobody is', () => {
  expect(placeOf({ status: 'CLOSED' }, { runs: true, looks: true, sells: true })).toBeNull()
})

test('from the notice on everybody is', () => {
  expect((['PUBLICISED', 'AWARDED', 'EXECUTING', 'SETTLED'] as const).map(status => placeOf({ status }, nobody))).toEqual(Array(4).fill('publicAward'))
})
