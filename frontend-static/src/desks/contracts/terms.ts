import type { components } from '@/api/schema'

export type Contract = components['schemas']['Contract']
export type ContractLine = components['schemas']['ContractLine']
export type Terms = components['schemas']['ContractTerms']
type Form = components['schemas']['ContractTermsForm']
type Payment = components['schemas']['ContractPayment']
export type Trigger = Payment['trigger']

/** Triggers that a contract may go out with; the one that may not is offered nowhere. */
export const TRIGGERS: readonly Trigger[] = ['DELIVERY', 'ACCEPTANCE', 'INVOICE', 'ADVANCE']
export const TONES = { DRAFTED: 'quiet', SIGNING: 'active', EFFECTIVE: 'good', COMPLETED: 'good', TERMINATED: 'quiet', DISPUTED: 'warn' } as const

/** Whether this party still has to sign it, or what was proposed to change. */
export const waitsForUs = (line: ContractLine, us: string): boolean =>
  (line.status === 'SIGNING' || line.amending) && [line.sellerId, line.buyerId].includes(us) && !line.signedBy.includes(us)

const PPM_OF_PERCENT = 10_000
const BP_OF_PERCENT = 100

/** What is typed: rates in per cent, as people say them. */
export interface Draft {
  trigger: Trigger
  days: number
  latePercentPerDay: number
  tolerancePercent: number
  ticket: Form['settlingTicket']
  permille: number
  moistureRule: Form['moistureRule']
  moisturePercent: number
  disputeDays: number
  approval: string
  clauses: string
}

/** What is usual in the trade, and the regulation's rate of interest on what is late. */
export const usual = (): Draft => ({
  trigger: 'DELIVERY', days: 30, latePercentPerDay: 0.05, tolerancePercent: 5, ticket: 'DESTINATION', permille: 3,
  moistureRule: 'EXCESS', moisturePercent: 1, disputeDays: 7, approval: '', clauses: '',
})

const whole = (value: number) => Math.round(value)

export const payment = (draft: Draft): Payment => ({ trigger: draft.trigger, days: draft.trigger === 'ADVANCE' ? 0 : whole(draft.days) })

/** One clause a line; empty lines are none. */
export function form(draft: Draft): Form {
  const approval = draft.approval.trim()
  return {
    lateInterestPpmPerDay: whole(draft.latePercentPerDay * PPM_OF_PERCENT),
    feeBasis: 'OF_THE_GOODS',
    toleranceBp: whole(draft.tolerancePercent * BP_OF_PERCENT),
    settlingTicket: draft.ticket,
    weighingDifferencePermille: whole(draft.permille),
    moistureRule: draft.moistureRule,
    moistureLimitPpm: whole(draft.moisturePercent * PPM_OF_PERCENT),
    disputeDays: whole(draft.disputeDays),
    ...(approval ? { approvalReference: approval } : {}),
    supplementaryClauses: draft.clauses.split('\n').map(line => line.trim()).filter(Boolean),
  }
}

export const draftOf = (terms: Terms): Draft => ({
  trigger: terms.payment.trigger, days: terms.payment.days, latePercentPerDay: terms.lateInterestPpmPerDay / PPM_OF_PERCENT,
  tolerancePercent: terms.toleranceBp / BP_OF_PERCENT, ticket: terms.settlingTicket, permille: terms.weighingDifferencePermille,
  moistureRule: terms.moistureRule, moisturePercent: terms.moistureLimitPpm / PPM_OF_PERCENT, disputeDays: terms.disputeDays,
  approval: terms.approvalReference ?? '', clauses: terms.supplementaryClauses.join('\n'),
})

/** Hundredths of a per cent, or parts per million, as per cent without trailing zeros. */
export const percentOfBp = (bp: number): string => String(bp / BP_OF_PERCENT)
export const percentOfPpm = (ppm: number): string => String(ppm / PPM_OF_PERCENT)
