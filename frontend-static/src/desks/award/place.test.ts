import { expect, test } from 'vitest'
import { placeOf } from './place'

test('from the opening on those concerned are led to an award, nobody else is', () => {
  expect(placeOf({ status: 'EVALUATED' }, { runs: false, looks: false })).toBeNull()
  expect(placeOf({ status: 'EVALUATED' }, { runs: true, looks: false })).toBe('award')
  expect(placeOf({ status: 'OPENED' }, { runs: false, looks: true })).toBe('awardRecord')
  expect(placeOf({ status: 'CLOSED' }, { runs: true, looks: true })).toBeNull()
})
