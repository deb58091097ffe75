/*
 * An offer as it is sealed: api-spec/envelope/offer.schema.json. Mass in whole kilograms, prices in whole fen per tonne,
 * rates in hundredths of a per cent, chemistry and moisture in parts per million.
 */
import type { Limit } from '@/desks/public/limits'

export const VAT_RATES = [1300, 900, 600, 300, 100] as const
export type VatRate = (typeof VAT_RATES)[number]
export type Rule = 'ALL_UNITS' | 'INCREMENTAL'
export type Basis = 'EX_WORKS' | 'DELIVERED'
export type Payment = { kind: 'CASH' | 'PREPAID' } | { kind: 'ACCEPTANCE_BILL'; tenorDays: number }
export interface Tier { fromKg: number; priceFenPerTonne: number }
export interface Pricing { rule: Rule; tiers: Tier[] }
export interface Guarantee { property: string; minimumPpm?: number; maximumPpm?: number }

export interface LotOffer {
  format: 'jucai-lot-offer/1'
  lot: string
  basis: Basis
  freight?: { fenPerTonneByZone: Record<string, number>; vatRateBp: number }
  vatRateBp: number
  vatIncluded: boolean
  payment: Payment
  pricing: Pricing
  minimumKg: number
  maximumKg: number
  guarantees: Guarantee[]
  moistureMaximumPpm: number
  deliveryKgPerDay: number
  source?: string
}

export interface TotalTier { fromKg: number; discountBp: number }

export interface Offer {
  format: 'jucai-offer/1'
  lots: LotOffer[]
  totalTiers: TotalTier[]
  bundles: { lots: string[] }[]
  validUntilOn: string
  depositReference?: string
}

/** A lot that offers are asked for, with what the catalogue says of its grade. */
export interface TenderedLot {
  id: string
  code: string
  grade: string
  size: string
  packing: string
  zone: string
  zoneName: string
  windowFromOn: string
  windowToOn: string
  /** Absent where the round does not tell. */
  minimumKg?: number
  targetKg?: number
  maximumKg?: number
  limits: readonly Limit[]
}

/** What the round asks of every offer, and by which rate it compares. */
export interface Tender {
  offersDueAt: string
  /** The last day on which an offer must bind at least. */
  validAtLeastUntilOn: string
  /** Per year, in hundredths of a per cent: by it a bill is made comparable with cash. */
  billRateBp: number
}
