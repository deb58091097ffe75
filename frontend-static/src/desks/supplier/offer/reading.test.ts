/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { faultsOf, type JsonObject } from '@/kit/envelope'
import { dropDraft, freshLot, freshOffer, freshTerms, keepDraft, keptDraft, type LotDraft, type OfferDraft } from './draft'
import type { TenderedLot } from './offer'
import { readOffer, type Finding } from './reading'

const limit = (property: 'AL2O3' | 'FE2O3' | 'BULK_DENSITY', kind: 'MINIMUM' | 'MAXIMUM', end: number, unit: 'PPM' | 'MG_PER_CM3' = 'PPM') => ({
  property, kind, unit, exclusive: false, basis: 'DRY' as const, source: 'x', confidence: 'VERIFIED' as const, toBeVerified: false, [kind === 'MINIMUM' ? 'minimum' : 'maximum']: end,
})
const lot = (id: string, change: Partial<TenderedLot> = {}): TenderedLot => ({
  id, code: id, grade: 'GL-85A', size: 'LUMP', packing: 'BULK', zone: 'XM-C', zoneName: '超化', windowFromOn: '2027-04-01', windowToOn: '2027-04-15', minimumKg: 300_000, targetKg: 500_000,
  maximumKg: 600_000, limits: [limit('AL2O3', 'MINIMUM', 850_000), limit('FE2O3', 'MAXIMUM', 18_000), limit('BULK_DENSITY', 'MINIMUM', 3100, 'MG_PER_CM3')], ...change,
})
const lots = [lot('P-1'), lot('P-2', { zone: 'XM-D' })]
const filled = (change: Partial<LotDraft> = {}): LotDraft => ({ ...freshLot(), offered: true, tiers: [{ from: '0', price: '1,820.00' }], minimum: '32', maximum: '500', moisture: '0.5', rate: '96', ...change })
const draft = (one: LotDraft, change: Partial<OfferDraft> = {}): OfferDraft => ({ ...freshOffer('2027-05-01'), lots: { 'P-1': one }, freight: { 'XM-C': '45' }, ...change })
const tender = { offersDueAt: '2027-03-20T02:00:00Z', validAtLeastUntilOn: '2027-04-20', billRateBp: 300 }
const told = (findings: Finding[]) => findings.map(one => [one.lot ?? '', one.field, one.at ?? '', one.what].filter(part => part !== '').join(' '))
const faults = (given: OfferDraft) => told(readOffer(given, lots, tender).faults)
const doubts = (given: OfferDraft) => told(readOffer(given, lots, tender).doubts)

test('what is typed in tonnes and yuan is sealed in kilograms and fen, with the freight of its zone', () => {
  const { offer } = readOffer(draft(filled({ guarantees: { AL2O3: '86.5', FE2O3: '1.6' }, source: ' 巩义 ' })), lots, tender)
  expect(offer).toEqual({
    format: 'jucai-offer/1', totalTiers: [], bundles: [], validUntilOn: '2027-05-01',
    lots: [{
      format: 'jucai-lot-offer/1', lot: 'P-1', basis: 'DELIVERED', freight: { fenPerTonneByZone: { 'XM-C': 4500 }, vatRateBp: 900 }, vatRateBp: 1300, vatIncluded: true, payment: { kind: 'CASH' },
      pricing: { rule: 'ALL_UNITS', tiers: [{ fromKg: 0, priceFenPerTonne: 182_000 }] }, minimumKg: 32_000, maximumKg: 500_000,
      guarantees: [{ property: 'AL2O3', minimumPpm: 865_000 }, { property: 'FE2O3', maximumPpm: 16_000 }], moistureMaximumPpm: 5000, deliveryKgPerDay: 96_000, source: '巩义',
    }],
  })
})

test('a lot’s own freight and terms go before those for all', () => {
  const own = filled({ freight: '60', terms: { ...freshTerms(), payment: 'ACCEPTANCE_BILL', tenorDays: '180' } })
  expect(readOffer(draft(own), lots, tender).offer?.lots[0]).toMatchObject({ freight: { fenPerTonneByZone: { 'XM-C': 6000 } }, payment: { kind: 'ACCEPTANCE_BILL', tenorDays: 180 } })
  const exWorks = draft(filled(), { terms: { ...freshTerms(), basis: 'EX_WORKS' }, freight: {} })
  expect(readOffer(exWorks, lots, tender).offer?.lots[0]).not.toHaveProperty('freight')
})

test.each<[string, Partial<LotDraft>]>([
  ['P-1 price 0 PRICE_NOT_POSITIVE', { tiers: [{ from: '0', price: '0' }] }],
  ['P-1 price 0 PRICE_NOT_POSITIVE', { tiers: [{ from: '0', price: '-5' }] }],
  ['P-1 price 0 PRICE_ABSURD', { tiers: [{ from: '0', price: '9.99' }] }],
  ['P-1 price 0 PRICE_ABSURD', { tiers: [{ from: '0', price: '1,000,000.01' }] }],
  ['P-1 price 0 UNREADABLE', { tiers: [{ from: '0', price: '1,5' }] }],
  ['P-1 price 0 TOO_FINE', { tiers: [{ from: '0', price: '1820.005' }] }],
  ['P-1 price 0 EMPTY', { tiers: [{ from: '0', price: ' ' }] }],
  ['P-1 from 0 FIRST_TIER_NOT_FROM_ZERO', { tiers: [{ from: '1', price: '1820' }] }],
  ['P-1 from 1 TIERS_NOT_RISING', { tiers: [{ from: '0', price: '1820' }, { from: '0', price: '1800' }] }],
  ['P-1 minimum MASS_NOT_POSITIVE', { minimum: '0' }],
  ['P-1 maximum MASS_ABSURD', { maximum: '100000000.001' }],
  ['P-1 maximum CAPACITY_BELOW_MINIMUM', { minimum: '100', maximum: '99.999' }],
  ['P-1 freight FREIGHT_NEGATIVE', { freight: '-1' }],
  ['P-1 freight FREIGHT_ABSURD', { freight: '10000.01' }],
  ['P-1 moisture PARTS_PER_MILLION_ABSURD', { moisture: '100.0001' }],
  ['P-1 guarantee.AL2O3 PARTS_PER_MILLION_ABSURD', { guarantees: { AL2O3: '101' } }],
  ['P-1 rate DELIVERY_RATE_NOT_POSITIVE', { rate: '0' }],
  ['P-1 tenorDays BILL_TERM_WRONG', { terms: { ...freshTerms(), payment: 'ACCEPTANCE_BILL', tenorDays: '366' } }],
  ['P-1 tenorDays EMPTY', { terms: { ...freshTerms(), payment: 'ACCEPTANCE_BILL' } }],
  ['P-1 source TEXT_TOO_LONG', { source: 'x'.repeat(65) }],
])('%s, and nothing else', (fault, change) => {
  expect(faults(draft(filled(change)))).toEqual([fault])
  expect(readOffer(draft(filled(change)), lots, tender).offer).toBeNull()
})

test('across lots: discounts rise, bundles hold what is offered, and the offer binds until a day that exists', () => {
  const given = draft(filled(), {
    totalTiers: [{ from: '500', discount: '1' }, { from: '500', discount: '0.5' }, { from: '900', discount: '51' }], bundles: [['P-1', 'P-2']], validUntilOn: '2027-02-30',
  })
  expect(faults(given).sort()).toEqual(['bundle 0 BUNDLE_WRONG', 'discount 1 DISCOUNT_FALLS', 'discount 2 DISCOUNT_ABSURD', 'totalFrom 1 TIERS_NOT_RISING', 'validUntilOn VALIDITY_UNREADABLE'])
  const both = { 'P-1': filled(), 'P-2': filled({ freight: '50' }) }
  const right = readOffer({ ...draft(filled()), lots: both, totalTiers: [{ from: '500', discount: '0.5' }], bundles: [['P-1', 'P-2']] }, lots, tender)
  expect([right.offer?.totalTiers, right.offer?.bundles]).toEqual([[{ fromKg: 500_000, discountBp: 50 }], [{ lots: ['P-1', 'P-2'] }]])
})

test('nothing offered is no offer, and a lot that is no longer asked for is told', () => {
  expect(faults({ ...draft(filled()), lots: {} })).toEqual(['lots NOTHING_OFFERED'])
  expect(faults({ ...draft(filled()), lots: { 'P-1': filled(), 'P-9': filled() } })).toEqual(['P-9 lots OTHER_LOT'])
})

test('what is allowed but hardly meant is doubted and does not block', () => {
  const given = draft(filled({ guarantees: { AL2O3: '84.9', FE2O3: '1.9' }, tiers: [{ from: '0', price: '1800' }, { from: '100', price: '1820' }], minimum: '700', maximum: '800' }), { validUntilOn: '2027-04-19' })
  expect(doubts(given)).toEqual([
    'P-1 price 1 LADDER_RISES', 'P-1 minimum MINIMUM_ABOVE_LOT', 'P-1 maximum MAXIMUM_ABOVE_LOT', 'P-1 guarantee.AL2O3 WORSE_THAN_GRADE', 'P-1 guarantee.FE2O3 WORSE_THAN_GRADE', 'validUntilOn VALID_TOO_SHORT',
  ])
  expect(readOffer(given, lots, tender).offer).not.toBeNull()
  expect(doubts(draft(filled({ minimum: '10', maximum: '299' })))).toEqual(['P-1 maximum MAXIMUM_BELOW_LOT_MINIMUM'])
})

test('a member of the offer is one that the published schema knows, and none that it asks for is missing', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../../../api-spec/envelope/offer.schema.json', import.meta.url), 'utf8')) as {
    properties: object; required: string[]; $defs: { lotOffer: { properties: object; required: string[] } }
  }
  const offer = readOffer(draft(filled({ source: 'x' }), { depositReference: 'BG-1' }), lots, tender).offer!
  expect(Object.keys(offer).sort()).toEqual(Object.keys(schema.properties).sort())
  expect(Object.keys(offer.lots[0]!).sort()).toEqual(Object.keys(schema.$defs.lotOffer.properties).sort())
  for (const name of schema.$defs.lotOffer.required) expect(offer.lots[0]).toHaveProperty(name)
  expect(faultsOf(offer as unknown as JsonObject, { lots: ['P-1', 'P-2'] })).toEqual([])
})

test('the draft is kept in this browser by supplier and round, and one that cannot be read is none', () => {
  const kept = new Map<string, string>()
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) }
  const given = draft(filled({ source: '巩义' }))
  expect(keepDraft(store, 'S-1', 'R-1', given)).toBe(true)
  expect(keptDraft(store, 'S-1', 'R-1')).toEqual(given)
  expect(keptDraft(store, 'S-2', 'R-1')).toBeNull()
  expect(keptDraft(store, 'S-1', 'R-2')).toBeNull()
  dropDraft(store, 'S-1', 'R-1')
  expect(keptDraft(store, 'S-1', 'R-1')).toBeNull()
  store.setItem('jucai.offer.S-1.R-1', '{"lots":')
  expect(keptDraft(store, 'S-1', 'R-1')).toBeNull()
  expect(keepDraft({ setItem: () => { throw new Error('full') } }, 'S-1', 'R-1', given)).toBe(false)
})
