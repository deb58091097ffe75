import type { components } from '@/api/schema'
import { writeDecimal } from '@/kit/decimals'

export type Terms = components['schemas']['FinanceProductTerms']
export type Figure = components['schemas']['ProductFigure']
export type Outcome = components['schemas']['SimulatedOutcome']

/** What a figure of the form is written in. */
export type Unit = 'bp' | 'ppm' | 'days' | 'times'
export const PLACES: Record<Unit, number> = { bp: 2, ppm: 4, days: 0, times: 0 }

type NumberKey = { [K in keyof Terms]-?: Terms[K] extends number ? K : never }[keyof Terms]

export interface FieldOf {
  key: NumberKey
  unit: Unit
  /** Whose mark it shares. */
  figure: Figure
}

const of = (key: NumberKey, unit: Unit, figure: Figure): FieldOf => ({ key, unit, figure })

/** The form's figures, in the order in which they are agreed. */
export const GROUPS: readonly { name: 'security' | 'pledge' | 'pricing' | 'tenor' | 'exposure' | 'loss'; fields: readonly FieldOf[] }[] = [
  { name: 'security', fields: [of('depositShareBp', 'bp', 'DEPOSIT_SHARE'), of('advanceRatioBp', 'bp', 'ADVANCE_RATIO')] },
  { name: 'pledge', fields: [of('ceilingBp', 'bp', 'PLEDGE_STEPS'), of('watchBp', 'bp', 'PLEDGE_STEPS'), of('callBp', 'bp', 'PLEDGE_STEPS'), of('disposeBp', 'bp', 'PLEDGE_STEPS'), of('cureDays', 'days', 'CURE_DAYS')] },
  { name: 'pricing', fields: [of('ratePpm', 'ppm', 'RATE'), of('overdueRatePpm', 'ppm', 'OVERDUE_RATE'), of('feePpm', 'ppm', 'FEE')] },
  { name: 'tenor', fields: [of('usualTenorDays', 'days', 'TENOR'), of('mostTenorDays', 'days', 'TENOR')] },
  { name: 'exposure', fields: [of('cancellableFactorBp', 'bp', 'CONVERSION'), of('committedFactorBp', 'bp', 'CONVERSION')] },
  { name: 'loss', fields: [of('fundShareBp', 'bp', 'FUND_SHARE'), of('fundMultiplier', 'times', 'FUND_MULTIPLIER')] },
]

export function write(value: number, unit: Unit): string {
  return writeDecimal(value, PLACES[unit], 0)
}

/** Nobody has verified it. */
export const unverified = (terms: Terms, figure: Figure): boolean => terms.toBeVerified.includes(figure)

export function verified(terms: Terms, figure: Figure, now: boolean): Terms {
  const rest = terms.toBeVerified.filter(one => one !== figure)
  return { ...terms, toBeVerified: now ? rest : [...rest, figure] }
}

/** The shares of a loss that deposit and goods leave; the bank's is the rest. */
export function shares(terms: Terms): { fund: number; guarantor: number; bank: number } {
  const guarantor = terms.guarantor?.shareBp ?? 0
  return { fund: terms.fundShareBp, guarantor, bank: 10_000 - terms.fundShareBp - guarantor }
}

const CHANGES = [1000, 0, -1000, -2000, -3000, -4000, -5000] as const

/** The scenarios that the page shows: each change of the price, paid and not paid. */
export const SCENARIOS = [false, true].flatMap(defaults => CHANGES.map(priceChangeBp => ({ priceChangeBp, defaults })))
