import { expect, test } from 'vitest'
import { freshLot, freshOffer } from './draft'
import type { TenderedLot } from './offer'
import { cellsOf, columnLetters, paste } from './paste'

const limit = (property: 'AL2O3' | 'K2O_NA2O', kind: 'MINIMUM' | 'MAXIMUM') => ({ property, kind, unit: 'PPM' as const, exclusive: false, basis: 'DRY' as const, source: 'x', confidence: 'VERIFIED' as const, toBeVerified: false })
const lot = (code: string, grade: string): TenderedLot => ({
  id: `id-${code}`, code, grade, size: 'LUMP', packing: 'BULK', zone: 'XM-C', zoneName: '超化', windowFromOn: '2027-04-01', windowToOn: '2027-04-15', limits: [limit('AL2O3', 'MINIMUM'), limit('K2O_NA2O', 'MAXIMUM')],
})
const lots = [lot('P-01', 'GL-85A'), lot('P-02', 'GL-80'), lot('P-03', 'GL-80')]
const sheet = (...rows: string[][]) => rows.map(row => row.join('\t')).join('\r\n') + '\r\n'
const pasted = (...rows: string[][]) => paste(sheet(...rows), freshOffer(), lots)

test('a Chinese head, thousands separators or none, tonnes and yuan', () => {
  const { draft, unread, lots: taken } = pasted(['采购包', '牌号', '单价（元/吨）', '最小量(吨)', '最大量(吨)', '运费'], ['P-01', 'GL-85A', '1,820.00', '32', '1,200.5', '45'], ['p-02', 'gl-80', '1820', '', '2000', '￥38.50'])
  expect(unread).toEqual([])
  expect(taken).toEqual(['id-P-01', 'id-P-02'])
  expect(draft.lots['id-P-01']).toMatchObject({ offered: true, tiers: [{ from: '0', price: '1,820.00' }], minimum: '32', maximum: '1,200.5', freight: '45.00' })
  expect(draft.lots['id-P-02']).toMatchObject({ minimum: '', maximum: '2,000', freight: '38.50' })
})

test('an English head with a ladder, in any order of columns', () => {
  const { draft, unread } = pasted(['Price', 'Lot', 'Tier 2 from', 'Tier 2 price', 'Tier 3 from (kg)', 'Tier 3 price', 'Ladder'], ['1820', 'P-01', '320', '1,785', '640,000', '1750', 'incremental'])
  expect(unread).toEqual([])
  expect(draft.lots['id-P-01']).toMatchObject({ rule: 'INCREMENTAL', tiers: [{ from: '0', price: '1,820.00' }, { from: '320', price: '1,785.00' }, { from: '640', price: '1,750.00' }] })
})

test('a Chinese ladder too, and a tier of which one half is missing is told', () => {
  const { draft, unread } = pasted(['包号', '单价', '阶梯2起', '阶梯2单价', '阶梯3起', '阶梯方式'], ['P-01', '1820', '320吨', '1785元', '640', '全额'])
  expect(draft.lots['id-P-01']!.tiers).toEqual([{ from: '0', price: '1,820.00' }, { from: '320', price: '1,785.00' }])
  expect(unread).toEqual([{ cell: 'E2', text: '640', why: 'TIER_NOT_WHOLE' }])
})

test('without a head the columns are lot, price, least, most, freight, moisture, tonnes a day', () => {
  const { draft, unread } = pasted(['P-01', '1820', '32', '500', '45', '0.5', '96'])
  expect(unread).toEqual([])
  expect(draft.lots['id-P-01']).toMatchObject({ tiers: [{ from: '0', price: '1,820.00' }], minimum: '32', maximum: '500', freight: '45.00', moisture: '0.5', rate: '96' })
})

test('each cell that cannot be read is named as the spreadsheet names it, and leaves what was there', () => {
  const before = { ...freshOffer(), lots: { 'id-P-01': { ...freshLot(), minimum: '32' } } }
  const { draft, unread } = paste(sheet(['采购包', '单价', '最小量', '备注', '税率', '付款方式'], ['P-01', '约1800', '1,5', '急', '17%', '再说'], ['P-99', '1', '1', '', '', ''], ['P-01', '1', '', '', '', '']), before, lots)
  expect(unread).toEqual([
    { cell: 'D1', text: '备注', why: 'UNKNOWN_COLUMN' }, { cell: 'B2', text: '约1800', why: 'NOT_A_NUMBER' }, { cell: 'C2', text: '1,5', why: 'NOT_A_NUMBER' },
    { cell: 'E2', text: '17%', why: 'NOT_A_CHOICE' }, { cell: 'F2', text: '再说', why: 'NOT_A_CHOICE' }, { cell: 'A3', text: 'P-99', why: 'NO_SUCH_LOT' }, { cell: 'A4', text: 'P-01', why: 'LOT_TWICE' },
  ])
  expect(draft.lots['id-P-01']).toMatchObject({ minimum: '32', tiers: [{ from: '0', price: '' }] })
})

test.each([
  ['承兑180天', 'ACCEPTANCE_BILL', '180'], ['180天银行承兑', 'ACCEPTANCE_BILL', '180'], ['Acceptance bill 90 days', 'ACCEPTANCE_BILL', '90'], ['款到发货', 'PREPAID', ''], ['Prepaid', 'PREPAID', ''],
])('payment %s', (text, payment, tenorDays) => {
  expect(pasted(['lot', 'payment'], ['P-01', text]).draft.lots['id-P-01']!.terms).toMatchObject({ payment, tenorDays })
})

test('terms that are those for all lots stay those for all lots', () => {
  expect(pasted(['包号', '含税', '税率', '付款方式', '交货方式'], ['P-01', '是', '13%', '现汇', '送到']).draft.lots['id-P-01']!.terms).toBeNull()
  expect(pasted(['lot', 'VAT included', 'VAT rate', 'basis'], ['P-01', 'no', '0.09', 'EXW']).draft.lots['id-P-01']!.terms).toMatchObject({ vatIncluded: false, vatRateBp: 900, basis: 'EX_WORKS' })
})

test('guaranteed chemistry by its formula, however the subscripts are written; a limit the grade does not have is told', () => {
  const { draft, unread } = pasted(['包号', 'Al₂O₃(%)', 'K2O+Na2O', 'MgO'], ['P-01', '≥86.5', '0.8%', '1'])
  expect(draft.lots['id-P-01']!.guarantees).toEqual({ AL2O3: '86.5', K2O_NA2O: '0.8' })
  expect(unread).toEqual([{ cell: 'D2', text: '1', why: 'NO_SUCH_LIMIT' }])
})

test('a lot that is the only one of its grade is found by the grade, others are not guessed', () => {
  const { lots: taken, unread } = pasted(['牌号', '单价'], ['GL-85A', '1820'], ['GL-80', '1500'])
  expect(taken).toEqual(['id-P-01'])
  expect(unread).toEqual([{ cell: 'A3', text: 'GL-80', why: 'LOT_AMBIGUOUS' }])
  expect(pasted(['包号', '牌号'], ['P-01', 'GL-80']).unread).toEqual([{ cell: 'B2', text: 'GL-80', why: 'OTHER_GRADE' }])
})

test('cells in quotation marks hold tabs and line breaks', () => {
  expect(cellsOf('a\t"b\t""c""\nd"\r\ne')).toEqual([['a', 'b\t"c"\nd'], ['e']])
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
