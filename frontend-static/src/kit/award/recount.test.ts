import { expect, test } from 'vitest'
import type { Award, Problem, Result } from './documents'
import { costOf, objectiveOf, recount } from './recount'

const kept = { capacityKg: 20_000, minimumKg: 0, totalTiersFromKg: [0], bundles: [] as string[][], small: false }
/** One lot of 10 t, up to 12 t. S0: up to 6 t at 20 yuan. S1: up to 10 t at 21 yuan, from 8 t on all of it at 19 yuan. */
const problem = (changed: Partial<Problem> = {}): Problem => ({
  format: 'jucai-award-problem/1', round: 'R', gridKg: 1, rules: [],
  lots: [{ id: 'L0', minimumKg: 10_000, targetKg: 10_000, maximumKg: 12_000, mustBeServed: true, outsideFenPerTonne: 5_000 }],
  suppliers: [
    { ...kept, id: 'S0', bids: [{ lot: 'L0', minimumKg: 0, capacityKg: 6_000, ladder: 'ALL_UNITS', steps: [{ fromKg: 0, fenPerTonne: [2_000] }], freightFenPerTonne: 0 }] },
    { ...kept, id: 'S1', bids: [{ lot: 'L0', minimumKg: 0, capacityKg: 10_000, ladder: 'ALL_UNITS', steps: [{ fromKg: 0, fenPerTonne: [2_100] }, { fromKg: 8_000, fenPerTonne: [1_900] }], freightFenPerTonne: 0 }] },
  ],
  ...changed,
})
const award = (supplier: string, kg: number, step: number, costMilliFen: number, changed: Partial<Award> = {}): Award =>
  ({ lot: 'L0', supplier, kg, totalTier: 0, step, costMilliFen, amountFen: Math.round(costMilliFen / 1000), ...changed })
const result = (awards: Award[], changed: Partial<Result> = {}): Result => ({
  format: 'jucai-award-result/1', problemSha256: '', engine: 'by hand', engineVersion: '1', run: { kind: 'DETERMINISTIC', workLimit: 0, work: 0 }, status: 'FEASIBLE',
  objectiveMilliFen: Number(objectiveOf(problem(), awards)), totalFen: awards.reduce((all, one) => all + one.amountFen, 0), awards, failedLots: [], ...changed,
})
const both = () => [award('S0', 2_000, 0, 4_000_000), award('S1', 8_000, 1, 15_200_000)]
const wrong = (p: Problem, r: Result) => recount(p, r).flatMap(one => one.wrong.map(what => `${one.claim} ${what}`))

test('an award whose every figure is right has nothing wrong', () => {
  expect(wrong(problem(), result(both()))).toEqual([])
  expect(wrong(problem(), result([award('S1', 10_000, 1, 19_000_000)], { status: 'OPTIMAL', boundMilliFen: 19_000_000 }))).toEqual([])
})

test('one fen or one kilogram more or less is found', () => {
  const changed = (change: Partial<Award>) => wrong(problem(), result([both()[0]!, { ...both()[1]!, ...change }]))
  expect(changed({ costMilliFen: 15_200_001 })).toContain('PRICES_RIGHT S1@L0')
  expect(changed({ amountFen: 15_201 })).toContain('PRICES_RIGHT S1@L0')
  expect(changed({ kg: 8_001 })).toContain('PRICES_RIGHT S1@L0')
  expect(changed({ step: 0 })).toContain('PRICES_RIGHT S1@L0')
  expect(changed({ totalTier: 1 })).toContain('PRICES_RIGHT S1@L0')
  expect(wrong(problem(), result(both(), { totalFen: 19_201 }))).toEqual(['SUMS_RIGHT totalFen'])
  expect(wrong(problem(), result(both(), { objectiveMilliFen: 19_200_001 }))).toEqual(['SUMS_RIGHT objectiveMilliFen'])
  expect(wrong(problem(), result(both(), { failedLots: ['L0'] }))).toEqual(['SUMS_RIGHT failedLots'])
})

test('more than a bid, a lot or a supplier admits is found, and so is whoever never offered', () => {
  expect(wrong(problem(), result([award('S0', 6_001, 0, 12_002_000), award('S1', 5_000, 0, 10_500_000)]))).toContain('AWARDS_KNOWN S0@L0')
  expect(wrong(problem(), result([award('S0', 6_000, 0, 12_000_000)]))).toContain('LOTS_WITHIN L0')
  expect(wrong(problem(), result([award('S2', 10_000, 0, 1)]))).toContain('AWARDS_KNOWN S2@L0')
  expect(wrong(problem(), result([...both(), both()[0]!]))).toContain('AWARDS_KNOWN S0@L0')
  expect(wrong(problem({ gridKg: 3_000 }), result(both()))).toEqual(['AWARDS_KNOWN S0@L0', 'AWARDS_KNOWN S1@L0'])
  const small = problem().suppliers.map(one => ({ ...one, capacityKg: 7_000 }))
  expect(wrong(problem({ suppliers: small }), result(both()))).toEqual(['SUPPLIERS_WITHIN S1'])
})

test('a bundle that is torn apart is found', () => {
  const suppliers = problem().suppliers.map(one => ({ ...one, bundles: [['L0', 'L1']] }))
  expect(wrong(problem({ suppliers }), result(both()))).toEqual(['SUPPLIERS_WITHIN S0', 'SUPPLIERS_WITHIN S1'])
})

test('each kind of rule is kept by what keeps it and broken by what breaks it', () => {
  const breaks = (rule: Omit<Problem['rules'][number], 'id'>) => wrong(problem({ rules: [{ id: 'R', ...rule }] }), result(both())).length > 0
  expect([1, 2].map(count => breaks({ kind: 'MAX_SUPPLIERS', count }))).toEqual([true, false])
  expect([2, 3].map(count => breaks({ kind: 'MIN_SUPPLIERS', count }))).toEqual([false, true])
  expect([1, 2].map(count => breaks({ kind: 'MAX_SUPPLIERS_PER_LOT', count }))).toEqual([true, false])
  expect([2, 3].map(count => breaks({ kind: 'MIN_SUPPLIERS_PER_LOT', count }))).toEqual([false, true])
  for (const of of ['LOT', 'ROUND'] as const) for (const kind of ['MAX_SUPPLIER_SHARE', 'MAX_GROUP_SHARE'] as const) {
    expect([7_999, 8_000].map(shareBp => breaks({ kind, of, shareBp }))).toEqual([true, false])
  }
  expect(breaks({ kind: 'MIN_SMALL_SHARE', shareBp: 1 })).toBe(true)
  expect(breaks({ kind: 'EXCLUDED_PAIR', supplier: 'S0', lot: 'L0' })).toBe(true)
  expect(breaks({ kind: 'EXCLUDED_PAIR', supplier: 'S0', lot: 'L1' })).toBe(false)
  expect(breaks({ kind: 'QUALITY', attribute: 'Al2O3.min', atLeastPpm: 1 })).toBe(true)
})

test('a ladder on what is above costs each kilogram at the price of its step, with freight and whole trucks', () => {
  const bid = { lot: 'L0', minimumKg: 0, capacityKg: 100_000, ladder: 'INCREMENTAL' as const, steps: [{ fromKg: 0, fenPerTonne: [2_000, 1_990] }, { fromKg: 10_000, fenPerTonne: [1_500, 1_490] }], freightFenPerTonne: 100, truck: { kg: 8_000, fen: 7 } }
  expect(costOf(bid, 12_000, 0)).toBe(10_000n * 2_000n + 2_000n * 1_500n + 12_000n * 100n + 2n * 7_000n)
  expect(costOf(bid, 10_000, 1)).toBe(10_000n * 1_990n + 10_000n * 100n + 2n * 7_000n)
})

test('a bound above the award it bounds, or an optimum without its bound, does not fit', () => {
  expect(wrong(problem(), result(both(), { boundMilliFen: 19_200_001 }))).toEqual(['STATUS_FITS boundMilliFen'])
  expect(wrong(problem(), result(both(), { status: 'OPTIMAL', boundMilliFen: 19_199_999 }))).toEqual(['STATUS_FITS boundMilliFen'])
  expect(recount(problem(), { ...result([]), awards: undefined, objectiveMilliFen: undefined, totalFen: undefined, status: 'UNKNOWN' })).toEqual([{ claim: 'STATUS_FITS', wrong: [] }])
})
