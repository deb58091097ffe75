import { describe, expect, it } from 'vitest'
import { clockOf, minuteOf } from './kinds'

describe('a minute of the day', () => {
  it('is written and read as a clock shows it', () => {
    for (let minute = 0; minute < 1440; minute++) expect(minuteOf(clockOf(minute))).toBe(minute)
  })
  it('is nothing where nothing was typed', () => {
    expect(minuteOf('')).toBeUndefined()
    expect(clockOf(undefined)).toBe('')
  })
})
