import type { components } from '@/api/schema'

export type Settlement = components['schemas']['Settlement']
export type Sheet = components['schemas']['SettlementSheet']
export type Payable = components['schemas']['Payable']
export type Tax = components['schemas']['SettlementTax']

/** Who reads statements. */
export const PAYERS = ['FINANCE_OFFICER', 'SUPPLIER_SELLER', 'SUPPLIER_ADMIN', 'MEMBER_BUYER', 'MEMBER_ADMIN', 'AUDITOR'] as const

export const TONES = { DRAWN: 'active', AGREED: 'good', DISPUTED: 'warn' } as const

/** The amounts of a statement that are not nothing, in the order in which they are reckoned. */
export const PARTS = ['goodsFen', 'qualityFen', 'freightFen', 'equalisationFen', 'feeFen', 'agreedFen', 'takenBackFen'] as const

export function partsOf(statement: Settlement): { name: (typeof PARTS)[number]; fen: number }[] {
  return PARTS.map(name => ({ name, fen: name === 'takenBackFen' ? -statement.takenBackFen : statement[name] })).filter(part => part.fen !== 0)
}

/** What accrued and was not paid. */
export function interestLeft(statement: Settlement, accrued: number): number {
  return Math.max(0, accrued - statement.interestPaidFen)
}

/** Whether money moves to this party by it: what it is owed, or what it owes. */
export function isOwedTo(payable: Payable, party: string | undefined): boolean {
  return payable.payeeId === party
}

const BP_OF_PERCENT = 100
export const percentOf = (rateBp: number): string => String(rateBp / BP_OF_PERCENT)

/** Who pays whom, with the debts between the two, what is due first, first. */
export type Way = { key: string; payer: string; payee: string; debts: Payable[] }

export function waysOf(debts: readonly Payable[]): Way[] {
  const ways = new Map<string, Way>()
  for (const one of debts) {
    const key = `${one.settlement.payerId} ${one.payeeId}`
    const way = ways.get(key) ?? { key, payer: one.payerName ?? '', payee: one.payeeName ?? '', debts: [] }
    way.debts.push(one)
    ways.set(key, way)
  }
  return [...ways.values()].sort((a, b) => b.debts.length - a.debts.length)
}

/** Of each what is left of it first, then its late interest, until nothing is left of the whole. */
export function splitOf(debts: readonly Payable[], wholeFen: number): { settlementId: string; amountFen: number; interestFen: number }[] {
  let rest = wholeFen
  const take = (most: number) => {
    const part = Math.min(rest, most)
    rest -= part
    return part
  }
  const parts = debts.map(one => ({ settlementId: one.settlement.id, amountFen: take(Math.abs(one.debt.outstandingFen)), interestFen: 0, late: interestLeft(one.settlement, one.debt.interestFen) }))
  for (const part of parts) part.interestFen = take(part.late)
  return parts.filter(part => part.amountFen + part.interestFen > 0).map(({ settlementId, amountFen, interestFen }) => ({ settlementId, amountFen, interestFen }))
}
