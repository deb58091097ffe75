import { expect, it } from 'vitest'
import { periodText } from './period'

it('a window within a year says the year once, another says both', () => {
  expect(periodText('2026-12-01', '2026-12-31')).toBe('2026-12-01 \u2013 12-31')
  expect(periodText('2026-12-16', '2027-01-15')).toBe('2026-12-16 \u2013 2027-01-15')
})
