/*
 * The price by which the association compares: net of deductible tax, at cash equivalent. price / (1 + VAT) where tax is
 * in it, / (1 + rate × days / 360) for a bill; all in exact fractions, rounded once, half up, to a whole fen per tonne.
 */
import type { LotOffer, Payment, Pricing } from './offer'

interface Fraction { over: bigint; under: bigint }
const BP = 10_000n
const YEAR = 360n

const times = (one: Fraction, other: Fraction): Fraction => ({ over: one.over * other.over, under: one.under * other.under })
const plus = (one: Fraction, other: Fraction): Fraction => ({ over: one.over * other.under + other.over * one.under, under: one.under * other.under })
const whole = (value: number): Fraction => ({ over: BigInt(value), under: 1n })
const halfUp = ({ over, under }: Fraction): number => Number((2n * over + under) / (2n * under))

/** What is paid for so many kilograms on average, in fen per tonne, exactly. */
function average({ rule, tiers }: Pricing, massKg: number): Fraction {
  const reached = tiers.filter(tier => tier.fromKg <= massKg)
  const last = reached.at(-1) ?? tiers[0]
  if (!last) return whole(0)
  if (rule === 'ALL_UNITS' || massKg <= 0) return whole(last.priceFenPerTonne)
  const over = reached.reduce((sum, tier, i) => sum + BigInt(Math.min(massKg, reached[i + 1]?.fromKg ?? massKg) - tier.fromKg) * BigInt(tier.priceFenPerTonne), 0n)
  return { over, under: BigInt(massKg) }
}

const net = (vatRateBp: number, vatIncluded: boolean): Fraction => (vatIncluded ? { over: BP, under: BP + BigInt(vatRateBp) } : whole(1))

function cash(payment: Payment, billRateBp: number): Fraction {
  if (payment.kind !== 'ACCEPTANCE_BILL') return whole(1)
  return { over: BP * YEAR, under: BP * YEAR + BigInt(billRateBp) * BigInt(payment.tenorDays) }
}

/** The average price as it is offered, at this mass. */
export const priceAt = (pricing: Pricing, massKg: number): number => halfUp(average(pricing, massKg))

/** One price as it is compared. */
export function comparable(fenPerTonne: number, terms: Pick<LotOffer, 'vatRateBp' | 'vatIncluded' | 'payment'>, billRateBp: number): number {
  return halfUp(times(times(whole(fenPerTonne), net(terms.vatRateBp, terms.vatIncluded)), cash(terms.payment, billRateBp)))
}

/** Goods at this mass, and freight to the zone where it is delivered, as they are compared: summed first, rounded once. */
export function landedAt(offer: LotOffer, massKg: number, zone: string, billRateBp: number): number {
  const goods = times(average(offer.pricing, massKg), net(offer.vatRateBp, offer.vatIncluded))
  const freight = offer.freight?.fenPerTonneByZone[zone]
  const both = offer.freight && freight !== undefined ? plus(goods, times(whole(freight), net(offer.freight.vatRateBp, offer.vatIncluded))) : goods
  return halfUp(times(both, cash(offer.payment, billRateBp)))
}

export interface Step { massKg: number; priceFenPerTonne: number; landedFenPerTonne: number }

/** The masses at which a ladder says something new, within what is offered: the least, each threshold, the most. */
export function steps(offer: LotOffer, zone: string, billRateBp: number): Step[] {
  const within = offer.pricing.tiers.map(tier => tier.fromKg).filter(from => from > offer.minimumKg && from < offer.maximumKg)
  const masses = [...new Set([offer.minimumKg, ...within, offer.maximumKg])]
  return masses.map(massKg => ({ massKg, priceFenPerTonne: priceAt(offer.pricing, massKg), landedFenPerTonne: landedAt(offer, massKg, zone, billRateBp) }))
}
