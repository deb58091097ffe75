import { expect, it } from 'vitest'
import { draftOf, form, payment, usual } from './terms'

it('what is typed in per cent is sent in whole parts', () => {
  const sent = form({ ...usual(), latePercentPerDay: 0.05, tolerancePercent: 2.5, moisturePercent: 0.7 })
  expect([sent.lateInterestPpmPerDay, sent.toleranceBp, sent.moistureLimitPpm]).toEqual([500, 250, 7_000])
})

it('a clause is a line, and empty lines are none', () => {
  expect(form({ ...usual(), clauses: ' 卖方随车附合格证。 \n\n货到验收。' }).supplementaryClauses).toEqual(['卖方随车附合格证。', '货到验收。'])
})

it('payment in advance has no days', () => {
  expect(payment({ ...usual(), trigger: 'ADVANCE', days: 30 })).toEqual({ trigger: 'ADVANCE', days: 0 })
})

it('terms that are read are typed again alike', () => {
  const draft = { ...usual(), tolerancePercent: 2.5, approval: '三重一大 12 号', clauses: '甲\n乙' }
  const terms = { ...form(draft), payment: payment(draft), feeRateBp: 150 }
  expect(draftOf(terms)).toEqual(draft)
})
