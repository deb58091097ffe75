import { expect, test } from 'vitest'
import { comparable, landedAt, priceAt, steps } from './compare'
import type { LotOffer, Pricing } from './offer'

const bill = (tenorDays: number) => ({ kind: 'ACCEPTANCE_BILL' as const, tenorDays })
const cash = { kind: 'CASH' as const }
const ladder = (rule: Pricing['rule']): Pricing => ({ rule, tiers: [{ fromKg: 0, priceFenPerTonne: 200_000 }, { fromKg: 100_000, priceFenPerTonne: 190_000 }] })
const offer = (change: Partial<LotOffer>): LotOffer => ({
  format: 'jucai-lot-offer/1', lot: 'P-1', basis: 'EX_WORKS', vatRateBp: 1300, vatIncluded: true, payment: cash, pricing: ladder('ALL_UNITS'),
  minimumKg: 50_000, maximumKg: 200_000, guarantees: [], moistureMaximumPpm: 5000, deliveryKgPerDay: 32_000, ...change,
})

test('tax comes off where it is in the price, and only there', () => {
  expect(comparable(113_000, { vatRateBp: 1300, vatIncluded: true, payment: cash }, 300)).toBe(100_000)
  expect(comparable(113_000, { vatRateBp: 1300, vatIncluded: false, payment: cash }, 300)).toBe(113_000)
})

test('a bill of 180 days at 3 % a year is worth 1.5 % less, and money in advance as much as cash', () => {
  expect(comparable(101_500, { vatRateBp: 1300, vatIncluded: false, payment: bill(180) }, 300)).toBe(100_000)
  expect(comparable(101_500, { vatRateBp: 1300, vatIncluded: false, payment: { kind: 'PREPAID' } }, 300)).toBe(101_500)
})

test('tax and bill are taken off together and rounded once', () => {
  // 100333 / 1.13 = 88790.27 → 88790, / 1.0075 = 88129.03; a half more on the way would still show in other figures.
  const exact = (2n * 100_333n * 10_000n * 3_600_000n + 11_300n * 3_627_000n) / (2n * 11_300n * 3_627_000n)
  expect(BigInt(comparable(100_333, { vatRateBp: 1300, vatIncluded: true, payment: bill(90) }, 300))).toBe(exact)
  // 2 / 1.13 = 1.77 → 2, / 2 = 1; at once 0.88 → 1. 4 / 1.13 = 3.54 → 4, / 1.6 = 2.5 → 3; at once 2.21 → 2.
  expect(comparable(4, { vatRateBp: 1300, vatIncluded: true, payment: bill(216) }, 10_000)).toBe(2)
})

test('exactly a half goes up', () => {
  // 11 × 3 600 000 / (3 600 000 + 100 × 36 000) = 5.5
  expect(comparable(11, { vatRateBp: 1300, vatIncluded: false, payment: bill(360) }, 10_000)).toBe(6)
})

test('the largest price at the longest bill stays exact beyond what floating point holds', () => {
  const exact = (2n * 100_000_000n * 10_000n * 3_600_000n + 10_100n * 3_709_500n) / (2n * 10_100n * 3_709_500n)
  expect(BigInt(comparable(100_000_000, { vatRateBp: 100, vatIncluded: true, payment: bill(365) }, 300))).toBe(exact)
})

test('all units: the tier that is reached prices every kilogram, from its first kilogram on', () => {
  expect(priceAt(ladder('ALL_UNITS'), 99_999)).toBe(200_000)
  expect(priceAt(ladder('ALL_UNITS'), 100_000)).toBe(190_000)
})

test('incremental: each tier prices its own kilograms, so the average falls smoothly', () => {
  expect(priceAt(ladder('INCREMENTAL'), 100_000)).toBe(200_000)
  expect(priceAt(ladder('INCREMENTAL'), 200_000)).toBe(195_000)
  // (100 t × 2000 + 0.003 t × 1900) / 100.003 t = 1999.997 yuan
  expect(priceAt(ladder('INCREMENTAL'), 100_003)).toBe(200_000)
  expect(priceAt(ladder('INCREMENTAL'), 150_000)).toBe(196_667)
})

test('freight keeps its own tax rate and goes into the sum before it is rounded', () => {
  const delivered = offer({ basis: 'DELIVERED', freight: { fenPerTonneByZone: { A: 10_900, B: 5_450 }, vatRateBp: 900 }, pricing: { rule: 'ALL_UNITS', tiers: [{ fromKg: 0, priceFenPerTonne: 113_000 }] } })
  expect(landedAt(delivered, 50_000, 'A', 300)).toBe(110_000)
  expect(landedAt(delivered, 50_000, 'B', 300)).toBe(105_000)
  expect(landedAt(offer({}), 50_000, 'A', 300)).toBe(176_991)
})

test('steps are the least, each threshold between, and the most', () => {
  expect(steps(offer({}), 'A', 300).map(step => [step.massKg, step.priceFenPerTonne])).toEqual([[50_000, 200_000], [100_000, 190_000], [200_000, 190_000]])
  expect(steps(offer({ maximumKg: 50_000 }), 'A', 300)).toHaveLength(1)
})
