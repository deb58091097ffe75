import { describe, expect, it } from 'vitest'
import { GROUPS, SCENARIOS, shares, unverified, verified, write, type Terms } from './terms'

const terms: Terms = {
  nameZh: '代采融资', nameEn: 'Purchase finance', offered: true, depositShareBp: 2000, depositUse: 'FIRST_LOSS', advanceRatioBp: 6000, against: 'CONTRACT', ceilingBp: 6000, watchBp: 6500, callBp: 7000, disposeBp: 8000,
  cureDays: 3, ratePpm: 60000, overdueRatePpm: 90000, feePpm: 0, dayCount: 'ACTUAL_360', usualTenorDays: 90, mostTenorDays: 180, committed: false, cancellableFactorBp: 1000, committedFactorBp: 4000, fundShareBp: 5000,
  fundMultiplier: 10, toBeVerified: ['RATE', 'FUND_SHARE'],
}

describe('terms', () => {
  it('writes shares and rates exactly', () => {
    expect(write(2000, 'bp')).toBe('20')
    expect(write(4350, 'ppm')).toBe('0.435')
    expect(write(90, 'days')).toBe('90')
  })

  it('leaves the bank what fund and guarantor do not bear', () => {
    expect(shares(terms)).toEqual({ fund: 5000, guarantor: 0, bank: 5000 })
    expect(shares({ ...terms, guarantor: { name: '担保', licence: '豫', shareBp: 2000, feePpm: 0 } })).toEqual({ fund: 5000, guarantor: 2000, bank: 3000 })
  })

  it('marks and unmarks a figure once', () => {
    const done = verified(terms, 'RATE', true)
    expect(unverified(done, 'RATE')).toBe(false)
    expect(verified(verified(done, 'RATE', false), 'RATE', false).toBeVerified).toEqual(['FUND_SHARE', 'RATE'])
  })

  it('shows every figure once and each price paid and unpaid', () => {
    const keys = GROUPS.flatMap(group => group.fields.map(field => field.key))
    expect(new Set(keys).size).toBe(keys.length)
    expect(SCENARIOS).toHaveLength(14)
  })
})
