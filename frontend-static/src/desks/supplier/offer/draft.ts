/*
 * The bid sheet as it is typed: texts, so that what cannot be read stays to be corrected. It lives in this browser only.
 */
import type { Limit } from '@/desks/public/limits'
import type { Basis, Rule, TenderedLot, VatRate } from './offer'

export interface TierDraft { from: string; price: string }

/** How it is paid, taxed and delivered: once for all lots, and for a lot of its own where it differs. */
export interface TermsDraft {
  basis: Basis
  vatRateBp: VatRate
  vatIncluded: boolean
  freightVatRateBp: VatRate
  payment: 'CASH' | 'ACCEPTANCE_BILL' | 'PREPAID'
  tenorDays: string
}

export interface LotDraft {
  offered: boolean
  rule: Rule
  /** The first is from nothing. */
  tiers: TierDraft[]
  minimum: string
  maximum: string
  /** Empty: as for its zone. */
  freight: string
  moisture: string
  rate: string
  source: string
  /** By property, in per cent. */
  guarantees: Record<string, string>
  terms: TermsDraft | null
}

export interface OfferDraft {
  lots: Record<string, LotDraft>
  terms: TermsDraft
  /** Freight by zone, for all lots that go there. */
  freight: Record<string, string>
  totalTiers: { from: string; discount: string }[]
  bundles: string[][]
  validUntilOn: string
  depositReference: string
}

export const freshTerms = (): TermsDraft => ({ basis: 'DELIVERED', vatRateBp: 1300, vatIncluded: true, freightVatRateBp: 900, payment: 'CASH', tenorDays: '' })

export const freshLot = (): LotDraft => ({
  offered: false, rule: 'ALL_UNITS', tiers: [{ from: '0', price: '' }], minimum: '', maximum: '', freight: '', moisture: '', rate: '', source: '', guarantees: {}, terms: null,
})

export const freshOffer = (validUntilOn = ''): OfferDraft => ({ lots: {}, terms: freshTerms(), freight: {}, totalTiers: [], bundles: [], validUntilOn, depositReference: '' })

/** The limits that an offer can guarantee: mass fractions. Densities and the like are tested, not promised here. */
export const guaranteed = (lot: TenderedLot): Limit[] => lot.limits.filter(limit => limit.unit === 'PPM')

/** What is promised of a property: at most, where the grade's limit is one, else at least. */
export const promisesAtMost = (limit: Limit): boolean => limit.kind === 'MAXIMUM'

export const termsOf = (draft: OfferDraft, lot: LotDraft): TermsDraft => lot.terms ?? draft.terms

const keyOf = (supplierId: string, roundId: string) => `jucai.offer.${supplierId}.${roundId}`

/** The draft that this browser keeps, or nothing: where it keeps none, or one that an older sheet wrote. */
export function keptDraft(store: Pick<Storage, 'getItem'>, supplierId: string, roundId: string): OfferDraft | null {
  try {
    const kept = JSON.parse(store.getItem(keyOf(supplierId, roundId)) ?? 'null') as Partial<OfferDraft> | null
    if (!kept || typeof kept.lots !== 'object' || !Array.isArray(kept.totalTiers) || !Array.isArray(kept.bundles)) return null
    const lots = Object.fromEntries(Object.entries(kept.lots).map(([id, lot]) => [id, { ...freshLot(), ...lot }]))
    return { ...freshOffer(), ...kept, terms: { ...freshTerms(), ...kept.terms }, lots }
  } catch {
    return null
  }
}

/** Whether it could be kept: a browser may be full, or told to keep nothing. */
export function keepDraft(store: Pick<Storage, 'setItem'>, supplierId: string, roundId: string, draft: OfferDraft): boolean {
  try {
    store.setItem(keyOf(supplierId, roundId), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export function dropDraft(store: Pick<Storage, 'removeItem'>, supplierId: string, roundId: string): void {
  try {
    store.removeItem(keyOf(supplierId, roundId))
  } catch {
    // What could not be kept need not be dropped.
  }
}
