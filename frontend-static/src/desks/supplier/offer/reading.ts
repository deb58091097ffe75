/*
 * From what is typed to the offer that is sealed, with every fault by the names that the server gives them
 * (bidding/offer/OfferFault), and what is allowed but will hardly be meant.
 */
import { readDecimal } from '@/kit/decimals'
import { guaranteed, promisesAtMost, termsOf, type LotDraft, type OfferDraft } from './draft'
import type { Guarantee, LotOffer, Offer, Payment, Tender, TenderedLot } from './offer'

export type Fault =
  | 'EMPTY' | 'UNREADABLE' | 'TOO_FINE' | 'NOTHING_OFFERED' | 'OTHER_LOT' | 'BUNDLE_WRONG' | 'TIERS_NOT_RISING' | 'FIRST_TIER_NOT_FROM_ZERO' | 'DISCOUNT_FALLS' | 'DISCOUNT_ABSURD'
  | 'PRICE_NOT_POSITIVE' | 'PRICE_ABSURD' | 'FREIGHT_NEGATIVE' | 'FREIGHT_ABSURD' | 'BILL_TERM_WRONG' | 'MASS_NOT_POSITIVE' | 'MASS_ABSURD' | 'CAPACITY_BELOW_MINIMUM'
  | 'DELIVERY_RATE_NOT_POSITIVE' | 'PARTS_PER_MILLION_ABSURD' | 'VALIDITY_UNREADABLE' | 'TEXT_TOO_LONG'
export type Doubt = 'WORSE_THAN_GRADE' | 'LADDER_RISES' | 'MINIMUM_ABOVE_LOT' | 'MAXIMUM_BELOW_LOT_MINIMUM' | 'MAXIMUM_ABOVE_LOT' | 'VALID_TOO_SHORT'

/** What is wrong, in which field of which lot (none: across lots); `at` is the row of a ladder or a list. */
export interface Finding<W extends Fault | Doubt = Fault | Doubt> { lot: string | null; field: string; at?: number; what: W }
export interface ReadOffer { offer: Offer | null; faults: Finding<Fault>[]; doubts: Finding<Doubt>[] }

const MOST_KG = 100_000_000_000
const TEXT = 64

/** Collects what is wrong with one lot, or across lots. */
class Reader {
  readonly faults: Finding<Fault>[] = []
  readonly doubts: Finding<Doubt>[] = []
  constructor(private readonly lot: string | null) {}

  fault(wrong: boolean, what: Fault, field: string, at?: number): void {
    if (wrong) this.faults.push({ lot: this.lot, field, what, ...(at !== undefined && { at }) })
  }

  doubt(wrong: boolean, what: Doubt, field: string, at?: number): void {
    if (wrong) this.doubts.push({ lot: this.lot, field, what, ...(at !== undefined && { at }) })
  }

  /** The whole number of units that a text with so many places says; `negative` is the fault of one below nothing. */
  number(typed: string, places: number, field: string, negative: Fault, large: Fault, at?: number): number | null {
    const reading = readDecimal(typed, places)
    if (reading.ok) return reading.value
    const why = { empty: 'EMPTY', notANumber: 'UNREADABLE', tooFine: 'TOO_FINE', negative, tooLarge: large } as const
    this.fault(true, why[reading.why], field, at)
    return null
  }

  mass(typed: string, field: string): number | null {
    const massKg = this.number(typed, 3, field, 'MASS_NOT_POSITIVE', 'MASS_ABSURD')
    this.fault(massKg === 0, 'MASS_NOT_POSITIVE', field)
    this.fault(massKg !== null && massKg > MOST_KG, 'MASS_ABSURD', field)
    return massKg
  }

  ppm(typed: string, field: string): number | null {
    const ppm = this.number(typed, 4, field, 'PARTS_PER_MILLION_ABSURD', 'PARTS_PER_MILLION_ABSURD')
    this.fault(ppm !== null && ppm > 1_000_000, 'PARTS_PER_MILLION_ABSURD', field)
    return ppm
  }
}

function readTiers(reader: Reader, lot: LotDraft): LotOffer['pricing'] {
  const tiers = lot.tiers.map((tier, at) => {
    const fromKg = reader.number(tier.from, 3, 'from', 'TIERS_NOT_RISING', 'MASS_ABSURD', at)
    const price = reader.number(tier.price, 2, 'price', 'PRICE_NOT_POSITIVE', 'PRICE_ABSURD', at)
    reader.fault(price === 0, 'PRICE_NOT_POSITIVE', 'price', at)
    reader.fault(price !== null && price > 0 && (price < 1_000 || price > 100_000_000), 'PRICE_ABSURD', 'price', at)
    return { fromKg: fromKg ?? -1, priceFenPerTonne: price ?? -1 }
  })
  tiers.forEach((tier, at) => {
    const before = tiers[at - 1]
    if (!before) reader.fault(tier.fromKg > 0, 'FIRST_TIER_NOT_FROM_ZERO', 'from', at)
    else if (tier.fromKg >= 0 && before.fromKg >= 0) reader.fault(tier.fromKg <= before.fromKg, 'TIERS_NOT_RISING', 'from', at)
    if (before && tier.priceFenPerTonne > 0 && before.priceFenPerTonne > 0) reader.doubt(tier.priceFenPerTonne > before.priceFenPerTonne, 'LADDER_RISES', 'price', at)
  })
  return { rule: lot.rule, tiers }
}

function readGuarantees(reader: Reader, draft: LotDraft, lot: TenderedLot): Guarantee[] {
  return guaranteed(lot).flatMap((limit): Guarantee[] => {
    const typed = draft.guarantees[limit.property]?.trim() ?? ''
    if (typed === '') return []
    const field = `guarantee.${limit.property}`
    const ppm = reader.ppm(typed, field)
    if (ppm === null) return []
    const atMost = promisesAtMost(limit)
    reader.doubt(atMost ? limit.maximum != null && ppm > limit.maximum : limit.minimum != null && ppm < limit.minimum, 'WORSE_THAN_GRADE', field)
    return [atMost ? { property: limit.property, maximumPpm: ppm } : { property: limit.property, minimumPpm: ppm }]
  })
}

/** One lot as it stands; a figure that cannot be read is told and stands as -1, so that the rest is looked at too. */
export function readLot(draft: OfferDraft, typed: LotDraft, lot: TenderedLot): { offer: LotOffer | null; faults: Finding<Fault>[]; doubts: Finding<Doubt>[] } {
  const reader = new Reader(lot.id)
  const terms = termsOf(draft, typed)
  const pricing = readTiers(reader, typed)
  const minimumKg = reader.mass(typed.minimum, 'minimum') ?? -1
  const maximumKg = reader.mass(typed.maximum, 'maximum') ?? -1
  reader.fault(minimumKg > 0 && maximumKg > 0 && maximumKg < minimumKg, 'CAPACITY_BELOW_MINIMUM', 'maximum')
  reader.doubt(lot.maximumKg !== undefined && minimumKg > lot.maximumKg, 'MINIMUM_ABOVE_LOT', 'minimum')
  reader.doubt(lot.minimumKg !== undefined && maximumKg > 0 && maximumKg < lot.minimumKg, 'MAXIMUM_BELOW_LOT_MINIMUM', 'maximum')
  reader.doubt(lot.maximumKg !== undefined && maximumKg > lot.maximumKg, 'MAXIMUM_ABOVE_LOT', 'maximum')
  const moistureMaximumPpm = reader.ppm(typed.moisture, 'moisture') ?? -1
  const deliveryKgPerDay = reader.number(typed.rate, 3, 'rate', 'DELIVERY_RATE_NOT_POSITIVE', 'MASS_ABSURD') ?? -1
  reader.fault(deliveryKgPerDay === 0, 'DELIVERY_RATE_NOT_POSITIVE', 'rate')
  const source = typed.source.trim()
  reader.fault(source.length > TEXT, 'TEXT_TOO_LONG', 'source')
  const freight = terms.basis === 'DELIVERED' ? readFreight(reader, draft, typed, lot) : null
  const offer: LotOffer = {
    format: 'jucai-lot-offer/1', lot: lot.id, basis: terms.basis,
    ...(freight !== null && { freight: { fenPerTonneByZone: { [lot.zone]: freight }, vatRateBp: terms.freightVatRateBp } }),
    vatRateBp: terms.vatRateBp, vatIncluded: terms.vatIncluded, payment: readPayment(reader, terms.payment, terms.tenorDays), pricing, minimumKg, maximumKg,
    guarantees: readGuarantees(reader, typed, lot), moistureMaximumPpm, deliveryKgPerDay, ...(source && { source }),
  }
  return { offer: reader.faults.length ? null : offer, faults: reader.faults, doubts: reader.doubts }
}

function readFreight(reader: Reader, draft: OfferDraft, typed: LotDraft, lot: TenderedLot): number {
  const freight = reader.number(typed.freight.trim() || (draft.freight[lot.zone] ?? ''), 2, 'freight', 'FREIGHT_NEGATIVE', 'FREIGHT_ABSURD')
  reader.fault(freight !== null && freight > 1_000_000, 'FREIGHT_ABSURD', 'freight')
  return freight ?? -1
}

function readPayment(reader: Reader, kind: Payment['kind'], typed: string): Payment {
  if (kind !== 'ACCEPTANCE_BILL') return { kind }
  const tenorDays = reader.number(typed, 0, 'tenorDays', 'BILL_TERM_WRONG', 'BILL_TERM_WRONG')
  reader.fault(tenorDays !== null && (tenorDays < 1 || tenorDays > 365), 'BILL_TERM_WRONG', 'tenorDays')
  return { kind, tenorDays: tenorDays ?? -1 }
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

function readAcross(draft: OfferDraft, offered: ReadonlySet<string>, tender: Tender | null): { reader: Reader; totalTiers: Offer['totalTiers']; bundles: Offer['bundles'] } {
  const reader = new Reader(null)
  const totalTiers = draft.totalTiers.map((tier, at) => {
    const discountBp = reader.number(tier.discount, 2, 'discount', 'DISCOUNT_ABSURD', 'DISCOUNT_ABSURD', at) ?? -1
    reader.fault(discountBp > 5_000, 'DISCOUNT_ABSURD', 'discount', at)
    return { fromKg: reader.number(tier.from, 3, 'totalFrom', 'TIERS_NOT_RISING', 'MASS_ABSURD', at) ?? -1, discountBp }
  })
  totalTiers.forEach((tier, at) => {
    const before = totalTiers[at - 1]
    if (!before) return
    reader.fault(tier.fromKg >= 0 && tier.fromKg <= before.fromKg, 'TIERS_NOT_RISING', 'totalFrom', at)
    reader.fault(tier.discountBp >= 0 && tier.discountBp < before.discountBp, 'DISCOUNT_FALLS', 'discount', at)
  })
  draft.bundles.forEach((lots, at) => reader.fault(lots.length < 2 || new Set(lots).size < lots.length || lots.some(lot => !offered.has(lot)), 'BUNDLE_WRONG', 'bundle', at))
  reader.fault(draft.validUntilOn === '', 'EMPTY', 'validUntilOn')
  reader.fault(draft.validUntilOn !== '' && !isDay(draft.validUntilOn), 'VALIDITY_UNREADABLE', 'validUntilOn')
  reader.doubt(isDay(draft.validUntilOn) && tender !== null && draft.validUntilOn < tender.validAtLeastUntilOn, 'VALID_TOO_SHORT', 'validUntilOn')
  reader.fault(draft.depositReference.trim().length > TEXT, 'TEXT_TOO_LONG', 'depositReference')
  reader.fault(offered.size === 0, 'NOTHING_OFFERED', 'lots')
  return { reader, totalTiers, bundles: draft.bundles.map(lots => ({ lots: [...lots] })) }
}

/** The whole sheet: the offer where nothing is wrong, and all that is. */
export function readOffer(draft: OfferDraft, lots: readonly TenderedLot[], tender: Tender | null): ReadOffer {
  const offered = lots.filter(lot => draft.lots[lot.id]?.offered)
  const known = new Set(lots.map(lot => lot.id))
  const gone = Object.entries(draft.lots).filter(([id, lot]) => lot.offered && !known.has(id))
  const read = offered.map(lot => readLot(draft, draft.lots[lot.id]!, lot))
  const { reader, totalTiers, bundles } = readAcross(draft, new Set(offered.map(lot => lot.id)), tender)
  const faults = [...read.flatMap(one => one.faults), ...gone.map(([id]): Finding<Fault> => ({ lot: id, field: 'lots', what: 'OTHER_LOT' })), ...reader.faults]
  const doubts = [...read.flatMap(one => one.doubts), ...reader.doubts]
  const depositReference = draft.depositReference.trim()
  const whole = read.map(one => one.offer).filter(one => one !== null)
  const offer: Offer = { format: 'jucai-offer/1', lots: whole, totalTiers, bundles, validUntilOn: draft.validUntilOn, ...(depositReference && { depositReference }) }
  return { offer: faults.length === 0 ? offer : null, faults, doubts }
}
