import { expect, test } from 'vitest'
import { canonical, hex, type JsonObject } from '@/kit/envelope'
import { checkPublic, checkRevealed, digestOf, type OpeningFile, type PublicBundle } from './public'

const salt = (n: number) => n.toString(16).padStart(2, '0').repeat(32)
async function commitment(n: number, document: object): Promise<string> {
  const bytes = canonical(document as JsonObject)
  const all = new Uint8Array(32 + bytes.length)
  all.fill(n, 0, 32)
  all.set(bytes, 32)
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', all)))
}
const offer = { kind: 'SUPPLIER', round: 'R', pseudonym: 'S001', supplier: {
  id: 'real', small: true, minimumKg: 0, capacityKg: 20_000, totalTiersFromKg: [0], bundles: [],
  bids: [{ lot: 'L0', minimumKg: 1_000, capacityKg: 10_000, ladder: 'INCREMENTAL', steps: [{ fromKg: 0, fenPerTonne: [2_100] }, { fromKg: 4_000, fenPerTonne: [1_900] }], freightFenPerTonne: 100 }],
} }
const line = (id: string, kg: number) => ({ id, minimumKg: kg, targetKg: kg, maximumKg: kg })
const lot = { kind: 'LOT', round: 'R', lot: { id: 'L0', minimumKg: 10_000, targetKg: 10_000, maximumKg: 10_000, mustBeServed: true, outsideFenPerTonne: 9, lines: [line('a', 4_000), line('b', 6_000)] } }
const lineOf = { kind: 'LINE', round: 'R', lot: 'L0', line: line('a', 4_000) }

async function bundle(changed: Partial<PublicBundle> = {}): Promise<PublicBundle> {
  const bare = {
    format: 'jucai-award-public/1', round: 'R', profile: 'INQUIRY', gridKg: 1, engine: 'by hand', engineVersion: '1', workLimit: 1, status: 'OPTIMAL', totalFen: 20_800,
    problemCommitment: '0'.repeat(64), resultCommitment: '1'.repeat(64), rules: [{ id: 'small', kind: 'MIN_SMALL_SHARE', shareBp: 10_000 }], failedLots: [],
    lots: [{ id: 'L0', minimumKg: 10_000, targetKg: 10_000, maximumKg: 10_000, mustBeServed: true, awardedKg: 10_000, amountFen: 20_800, commitment: await commitment(2, lot), lines: [await commitment(3, lineOf), '5'.repeat(64)] }],
    suppliers: [{ id: 'S001', commitment: await commitment(1, offer), winner: { totalKg: 10_000, small: true } }, { id: 'S002', commitment: '7'.repeat(64) }],
    awards: [{ lot: 'L0', supplier: 'S001', kg: 10_000, costMilliFen: 20_800_000, amountFen: 20_800, freightFenPerTonne: 100, pieces: [{ kg: 4_000, fenPerTonne: 2_100 }, { kg: 6_000, fenPerTonne: 1_900 }] }],
    sha256: '', ...changed,
  } as unknown as PublicBundle
  return { ...bare, sha256: changed.sha256 ?? await digestOf(bare) }
}
const wrong = async (b: PublicBundle) => (await checkPublic(b)).flatMap(one => one.wrong.map(what => `${one.claim} ${what}`))
const opening = (...openings: [number, object][]): OpeningFile => ({ format: 'jucai-award-opening/1', round: 'R', openings: openings.map(([n, document]) => ({ salt: salt(n), document: document as JsonObject })) })
const revealed = async (...openings: [number, object][]) => (await checkRevealed(await bundle(), opening(...openings))).flatMap(one => one.wrong.map(what => `${one.claim} ${what}`))

test('a bundle whose every figure is right has nothing wrong', async () => {
  expect(await wrong(await bundle())).toEqual([])
})

test('a changed bundle is found by its digest, whatever was changed', async () => {
  expect(await wrong({ ...(await bundle()), engine: 'another' })).toEqual(['PUBLIC_WHOLE sha256'])
})

test('a kilogram or a fen that does not add up is found, also where the digest was made anew', async () => {
  const { lots, awards, suppliers } = await bundle()
  expect(await wrong(await bundle({ lots: [{ ...lots[0]!, awardedKg: 9_999 }] }))).toEqual(['PUBLIC_LOTS L0'])
  expect(await wrong(await bundle({ lots: [{ ...lots[0]!, maximumKg: 9_999 }] }))).toEqual(['PUBLIC_LOTS L0'])
  expect(await wrong(await bundle({ suppliers: [{ ...suppliers[0]!, winner: { totalKg: 9_999, small: true } }, suppliers[1]!] }))).toEqual(['PUBLIC_SUPPLIERS S001'])
  expect(await wrong(await bundle({ suppliers: [suppliers[0]!, { ...suppliers[1]!, winner: { totalKg: 1, small: true } }] }))).toEqual(['PUBLIC_SUPPLIERS S002'])
  expect(await wrong(await bundle({ awards: [{ ...awards[0]!, costMilliFen: 20_800_001 }] }))).toEqual(['PUBLIC_PRICES S001@L0'])
  expect(await wrong(await bundle({ awards: [{ ...awards[0]!, pieces: [{ kg: 9_999, fenPerTonne: 2_000 }] }] }))).toEqual(['PUBLIC_PRICES S001@L0'])
  expect(await wrong(await bundle({ totalFen: 20_801 }))).toEqual(['PUBLIC_SUMS totalFen'])
})

test('a rule that the shown award breaks is named; who is excluded is not told and not judged', async () => {
  expect(await wrong(await bundle({ rules: [{ id: 'two', kind: 'MIN_SUPPLIERS', count: 2 }, { id: 'out', kind: 'EXCLUDED_PAIR', lot: 'L0' }] }))).toEqual(['PUBLIC_RULES two'])
})

test('what is revealed is what was committed to, and at the prices shown', async () => {
  expect(await revealed([1, offer], [2, lot], [3, lineOf])).toEqual([])
})

test('another salt, another price, another line and somebody else’s place are found', async () => {
  expect(await revealed([9, offer])).toEqual(['REVEALED_COMMITTED S001'])
  expect(await revealed([1, { ...offer, supplier: { ...offer.supplier, capacityKg: 1 } }])).toEqual(['REVEALED_COMMITTED S001'])
  expect(await revealed([3, { ...lineOf, line: line('a', 4_001) }])).toEqual(['REVEALED_COMMITTED a'])
  expect(await revealed([1, { ...offer, pseudonym: 'S002' }])).toEqual(['REVEALED_COMMITTED S002'])
  expect(await revealed([1, { kind: 'HOPE' }])).toEqual(['REVEALED_COMMITTED HOPE'])
})

test('a commitment kept to an offer that was not the one awarded is found', async () => {
  const cheaper = { ...offer, supplier: { ...offer.supplier, bids: [{ ...offer.supplier.bids[0]!, steps: [{ fromKg: 0, fenPerTonne: [1_000] }] }] } }
  const { suppliers } = await bundle()
  const lying = await bundle({ suppliers: [{ ...suppliers[0]!, commitment: await commitment(1, cheaper) }, suppliers[1]!] })
  expect((await checkRevealed(lying, opening([1, cheaper]))).find(one => one.claim === 'REVEALED_FITS')?.wrong).toEqual(['S001'])
})
