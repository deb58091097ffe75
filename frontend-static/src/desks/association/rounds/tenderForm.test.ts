import { describe, expect, it } from 'vitest'
import { emptyRule, KINDS, ownFreightWhole, ruleOf, termsOf, unfinished, type TenderDraft } from './tenderForm'

const draft = (rules: TenderDraft['rules']): TenderDraft => ({
  dueAt: '2027-04-02T10:00', opensAt: '2027-04-02T10:30', questionsUntil: '2027-04-01T10:00', validDays: '30', secondQuote: false, billRate: '2.4', silence: '3',
  shareRule: 'PROPORTIONAL', costRule: 'AVERAGE', rules, fee: '0.6',
  ownFreight: [{ zone: 'XM-A', name: '城区', yuan: '' }, { zone: 'XM-C', name: '超化', yuan: '' }],
})

describe('what a round asks for offers with', () => {
  it('sends per cent as hundredths, tonnes as kilograms, Beijing time as UTC', () => {
    const terms = termsOf(draft([{ ...emptyRule('MAX_SUPPLIER_SHARE'), share: '60', of: 'LOT' }, { ...emptyRule('WHOLE_TRUCKS'), truck: '32.5' }]))
    expect(terms.offersDueAt).toBe('2027-04-02T02:00:00.000Z')
    expect(terms.billRateBp).toBe(240)
    expect(terms.questionsUntilAt).toBe('2027-04-01T02:00:00.000Z')
    expect(terms.rules).toEqual([{ id: 'r1', kind: 'MAX_SUPPLIER_SHARE', of: 'LOT', shareBp: 6000 }, { id: 'r2', kind: 'WHOLE_TRUCKS', truckKg: 32500 }])
  })

  it('sends the fee as hundredths of a per cent and own freight as fen, for each zone or for none', () => {
    const none = draft([])
    expect(termsOf(none).feeRateBp).toBe(60)
    expect(termsOf(none).ownFreight).toBeUndefined()
    expect(ownFreightWhole(none)).toBe(true)
    const some = { ...none, ownFreight: none.ownFreight.map((each, n) => ({ ...each, yuan: n === 0 ? '45.5' : '' })) }
    expect(ownFreightWhole(some)).toBe(false)
    const each = { ...none, ownFreight: none.ownFreight.map((zone, n) => ({ ...zone, yuan: n === 0 ? '45.5' : '0' })) }
    expect(ownFreightWhole(each)).toBe(true)
    expect(termsOf(each).ownFreight).toEqual([{ zone: 'XM-A', fenPerTonne: 4550 }, { zone: 'XM-C', fenPerTonne: 0 }])
  })

  it('knows which rules lack something', () => {
    expect(unfinished(draft(KINDS.map(emptyRule)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(ruleOf({ ...emptyRule('QUALITY'), atLeast: '85' }, 0)).toEqual({ id: 'r1', kind: 'QUALITY', attribute: 'AL2O3', atLeastPpm: 850000 })
    expect(ruleOf({ ...emptyRule('EXCLUDED_PAIR'), lotId: 'a', supplier: { id: 'b', name: 'B' } }, 0)).toBeNull()
  })

  it('says of which lot only where the rule asks', () => {
    expect(ruleOf({ ...emptyRule('MAX_SUPPLIERS'), count: '3', lotId: 'a' }, 0)).toEqual({ id: 'r1', kind: 'MAX_SUPPLIERS', count: 3 })
    expect(ruleOf({ ...emptyRule('MAX_SUPPLIERS_PER_LOT'), count: '1', lotId: 'a' }, 4)).toEqual({ id: 'r5', kind: 'MAX_SUPPLIERS_PER_LOT', lotId: 'a', count: 1 })
  })
})
