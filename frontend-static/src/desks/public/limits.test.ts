import { expect, it } from 'vitest'
import { limitText } from './limits'

it('a limit reads as a data sheet writes it', () => {
  expect(limitText({ kind: 'MINIMUM', minimum: 875_000, maximum: null, unit: 'PPM', exclusive: false })).toBe('\u2265\u200987.5')
  expect(limitText({ kind: 'MAXIMUM', minimum: null, maximum: 3_500, unit: 'PPM', exclusive: false })).toBe('\u2264\u20090.35')
  expect(limitText({ kind: 'MINIMUM', minimum: 3_100, maximum: null, unit: 'MG_PER_CM3', exclusive: false })).toBe('\u2265\u20093.10')
  expect(limitText({ kind: 'CLASSIFYING_RANGE', minimum: 700_000, maximum: 800_000, unit: 'PPM', exclusive: false })).toBe('70.0\u201380.0')
  expect(limitText({ kind: 'MINIMUM', minimum: 1_770, maximum: null, unit: 'CELSIUS', exclusive: true })).toBe('>\u20091,770')
})
