import { EnvelopeRefused } from './bytes'
import type { SealingTerms } from './documents'
import { idOf, Members, type Json, type JsonObject } from './json'

// Checks an offer as the server will after the opening, when nothing can be mended any more. The faults and their places are the server's
// (bidding.offer); both are held to api-spec/envelope/vectors/offer-faults.json.

export type OfferFault =
  | 'MALFORMED' | 'OTHER_LOT' | 'LOT_TWICE' | 'BUNDLE_WRONG' | 'TIERS_NOT_RISING' | 'FIRST_TIER_NOT_FROM_ZERO' | 'DISCOUNT_FALLS' | 'DISCOUNT_ABSURD'
  | 'PRICE_NOT_POSITIVE' | 'PRICE_ABSURD' | 'VAT_RATE_UNKNOWN' | 'FREIGHT_DOES_NOT_FIT_BASIS' | 'FREIGHT_NEGATIVE' | 'FREIGHT_ABSURD' | 'BILL_TERM_WRONG'
  | 'MASS_NOT_POSITIVE' | 'MASS_ABSURD' | 'CAPACITY_BELOW_MINIMUM' | 'DELIVERY_RATE_NOT_POSITIVE' | 'GUARANTEE_EMPTY' | 'GUARANTEE_TWICE'
  | 'PARTS_PER_MILLION_ABSURD' | 'VALIDITY_UNREADABLE'

/** A fault and where it is, as a JSON pointer into the offer. */
export interface Faulty { fault: OfferFault, where: string }

type Add = (wrong: boolean, fault: OfferFault, where: string) => void

const MOST = Number.MAX_SAFE_INTEGER
const RATES = [1300, 900, 600, 300, 100]

/** Everything that is wrong with an offer for a round; empty if nothing is. */
export function faultsOf(offer: JsonObject, terms: Pick<SealingTerms, 'lots'>): Faulty[] {
  return faultsFoundBy(add => {
    const members = new Members(offer).format('jucai-offer/1')
    const lots = members.objects('lots', 1, 2047, lot => lotOffer(lot, add))
    across(members, lots, add)
    members.end()
    add(!lots.every(lot => terms.lots.includes(lot)), 'OTHER_LOT', '/lots')
    add(new Set(lots).size < lots.length, 'LOT_TWICE', '/lots')
  })
}

/** Everything that is wrong with the part for one lot. */
export const faultsOfLot = (offer: JsonObject): Faulty[] => faultsFoundBy(add => { lotOffer(new Members(offer), add) })

function faultsFoundBy(look: (add: Add) => void): Faulty[] {
  const found: Faulty[] = []
  try {
    look((wrong, fault, where) => { if (wrong) found.push({ fault, where }) })
  } catch (refused) {
    if (!(refused instanceof EnvelopeRefused)) throw refused
    found.push({ fault: 'MALFORMED', where: refused.where })
  }
  return found
}

function lotOffer(members: Members, add: Add): string {
  const at = (name: string) => `${members.where}/${name}`
  const lot = members.format('jucai-lot-offer/1').id('lot')
  pricing(members.object('pricing'), add)
  const delivered = members.text('basis', /^(EX_WORKS|DELIVERED)$/) === 'DELIVERED'
  add(members.has('freight') !== delivered, 'FREIGHT_DOES_NOT_FIT_BASIS', at('freight'))
  if (members.has('freight')) freight(members.object('freight'), add)
  vat(members, add)
  members.truth('vatIncluded')
  payment(members.object('payment'), add)
  const [minimum, maximum] = [mass(members, 'minimumKg', add), mass(members, 'maximumKg', add)]
  guarantees(members, add)
  ppm(members, 'moistureMaximumPpm', add)
  const rate = members.number('deliveryKgPerDay', -MOST, MOST)
  if (members.has('source')) members.text('source', /^[^]{0,64}$/)
  members.end()
  add(maximum < minimum, 'CAPACITY_BELOW_MINIMUM', at('maximumKg'))
  add(rate <= 0, 'DELIVERY_RATE_NOT_POSITIVE', at('deliveryKgPerDay'))
  return lot
}

function pricing(members: Members, add: Add): void {
  members.text('rule', /^(ALL_UNITS|INCREMENTAL)$/)
  const from = members.objects('tiers', 1, 20, tier => {
    const start = tier.number('fromKg', 0, MOST)
    const price = tier.number('priceFenPerTonne', -MOST, MOST)
    tier.end()
    add(price <= 0, 'PRICE_NOT_POSITIVE', `${tier.where}/priceFenPerTonne`)
    add(price > 0 && (price < 1000 || price > 100_000_000), 'PRICE_ABSURD', `${tier.where}/priceFenPerTonne`)
    return start
  })
  members.end()
  add(from[0] !== 0, 'FIRST_TIER_NOT_FROM_ZERO', `${members.where}/tiers/0/fromKg`)
  rising(from, `${members.where}/tiers`, add)
}

function rising(from: number[], where: string, add: Add): void {
  for (let i = 1; i < from.length; i++) add(from[i]! <= from[i - 1]!, 'TIERS_NOT_RISING', `${where}/${i}/fromKg`)
}

function freight(members: Members, add: Add): void {
  const zones = members.object('fenPerTonneByZone')
  const names = zones.names()
  for (const zone of names) {
    const fen = zones.number(zone, -MOST, MOST)
    add(!/^[A-Za-z0-9._:-]{1,64}$/.test(zone), 'MALFORMED', `${zones.where}/${zone}`)
    add(fen < 0, 'FREIGHT_NEGATIVE', `${zones.where}/${zone}`)
    add(fen > 1_000_000, 'FREIGHT_ABSURD', `${zones.where}/${zone}`)
  }
  add(names.length === 0 || names.length > 100, 'MALFORMED', zones.where)
  vat(members, add)
  members.end()
}

function vat(members: Members, add: Add): void {
  add(!RATES.includes(members.number('vatRateBp', 0, MOST)), 'VAT_RATE_UNKNOWN', `${members.where}/vatRateBp`)
}

function payment(members: Members, add: Add): void {
  const bill = members.text('kind', /^(CASH|ACCEPTANCE_BILL|PREPAID)$/) === 'ACCEPTANCE_BILL'
  const given = members.has('tenorDays')
  const days = given ? members.number('tenorDays', -MOST, MOST) : 0
  members.end()
  add(bill !== given || (bill && (days < 1 || days > 365)), 'BILL_TERM_WRONG', `${members.where}/tenorDays`)
}

function mass(members: Members, name: string, add: Add): number {
  const kg = members.number(name, -MOST, MOST)
  add(kg <= 0, 'MASS_NOT_POSITIVE', `${members.where}/${name}`)
  add(kg > 100_000_000_000, 'MASS_ABSURD', `${members.where}/${name}`)
  return kg
}

function ppm(members: Members, name: string, add: Add): number {
  const value = members.number(name, -MOST, MOST)
  add(value < 0 || value > 1_000_000, 'PARTS_PER_MILLION_ABSURD', `${members.where}/${name}`)
  return value
}

function guarantees(members: Members, add: Add): void {
  const properties = members.objects('guarantees', 0, 16, each => {
    const property = each.id('property')
    const least = each.has('minimumPpm') ? ppm(each, 'minimumPpm', add) : undefined
    const most = each.has('maximumPpm') ? ppm(each, 'maximumPpm', add) : undefined
    each.end()
    const crossed = least !== undefined && most !== undefined && least > most
    add((least === undefined && most === undefined) || crossed, 'GUARANTEE_EMPTY', each.where)
    return property
  })
  properties.forEach((property, i) => add(properties.indexOf(property) < i, 'GUARANTEE_TWICE', `${members.where}/guarantees/${i}/property`))
}

function across(members: Members, lots: string[], add: Add): void {
  const tiers = members.objects('totalTiers', 0, 20, tier => {
    const read = { from: tier.number('fromKg', 0, MOST), discount: tier.number('discountBp', -MOST, MOST) }
    tier.end()
    add(read.discount < 0 || read.discount > 5000, 'DISCOUNT_ABSURD', `${tier.where}/discountBp`)
    return { ...read, discount: Math.min(Math.max(read.discount, 0), 5000) }
  })
  rising(tiers.map(tier => tier.from), '/totalTiers', add)
  for (let i = 1; i < tiers.length; i++) add(tiers[i]!.discount < tiers[i - 1]!.discount, 'DISCOUNT_FALLS', `/totalTiers/${i}/discountBp`)
  const bundles = members.objects('bundles', 0, 50, bundle => {
    const together = bundle.list('lots', 1, 2047, (value: Json, where) => idOf(value, where))
    bundle.end()
    return together
  })
  bundles.forEach((together, i) => {
    const distinct = new Set(together)
    add(distinct.size < 2 || distinct.size < together.length || !together.every(lot => lots.includes(lot)), 'BUNDLE_WRONG', `/bundles/${i}`)
  })
  const day = members.text('validUntilOn', /^[^]{0,10}$/)
  add(!isDay(day), 'VALIDITY_UNREADABLE', '/validUntilOn')
  if (members.has('depositReference')) members.text('depositReference', /^[^]{0,64}$/)
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
