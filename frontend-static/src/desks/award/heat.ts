/*
 * Lots × suppliers by landed cost: what each cell shows, and how warm it is. Warmth is how much dearer an offer is than the cheapest
 * admissible one for the same lot, so it can be compared across lots of different goods.
 */
export interface HeatLot { id: string; code: string; about: string; targetKg: number | null }
export interface HeatSupplier { id: string; name: string }
export interface HeatOffer {
  lotId: string
  supplierId: string
  /** Delivered, at its cash equivalent, net of deductible tax; none where it cannot be compared. */
  landedFenPerTonne: number | null
  state: 'open' | 'admitted' | 'rejected'
  awardedKg: number
}
export interface HeatCell extends HeatOffer {
  /** Above the cheapest of the lot, in parts per million; null for what does not compete. */
  dearerPpm: number | null
  cheapest: boolean
  /** Of the lot's target, in hundredths of a per cent. */
  shareBp: number
}
export interface HeatRow { lot: HeatLot; cells: readonly (HeatCell | null)[]; awardedKg: number }

/** From here on a cell is as warm as can be. */
const HOTTEST_PPM = 200_000
const WARMEST = 62

export const warmth = (dearerPpm: number | null): number => (dearerPpm === null ? 0 : Math.round((Math.min(dearerPpm, HOTTEST_PPM) / HOTTEST_PPM) * WARMEST))

const competes = (offer: HeatOffer): offer is HeatOffer & { landedFenPerTonne: number } => offer.state !== 'rejected' && offer.landedFenPerTonne !== null

export function heatRows(lots: readonly HeatLot[], suppliers: readonly HeatSupplier[], offers: readonly HeatOffer[]): HeatRow[] {
  const byLot = new Map<string, HeatOffer[]>()
  for (const offer of offers) byLot.set(offer.lotId, [...(byLot.get(offer.lotId) ?? []), offer])
  return lots.map(lot => {
    const mine = byLot.get(lot.id) ?? []
    const least = Math.min(...mine.filter(competes).map(one => one.landedFenPerTonne))
    const cell = (offer: HeatOffer): HeatCell => ({
      ...offer,
      dearerPpm: competes(offer) && least > 0 ? Math.round(((offer.landedFenPerTonne - least) / least) * 1_000_000) : null,
      cheapest: competes(offer) && offer.landedFenPerTonne === least,
      shareBp: lot.targetKg ? Math.round((offer.awardedKg / lot.targetKg) * 10_000) : 0,
    })
    const bySupplier = new Map(mine.map(offer => [offer.supplierId, cell(offer)]))
    return { lot, cells: suppliers.map(one => bySupplier.get(one.id) ?? null), awardedKg: mine.reduce((all, one) => all + one.awardedKg, 0) }
  })
}

/** Winners first, by what they got; then those who offered for most lots; then by name, so that a new run moves columns as little as it can. */
export function columnsOf(suppliers: readonly HeatSupplier[], offers: readonly HeatOffer[]): HeatSupplier[] {
  const got = new Map<string, number>()
  const bids = new Map<string, number>()
  for (const offer of offers) {
    got.set(offer.supplierId, (got.get(offer.supplierId) ?? 0) + offer.awardedKg)
    bids.set(offer.supplierId, (bids.get(offer.supplierId) ?? 0) + 1)
  }
  const of = (from: Map<string, number>, one: HeatSupplier) => from.get(one.id) ?? 0
  return [...suppliers].sort((a, b) => of(got, b) - of(got, a) || of(bids, b) - of(bids, a) || a.name.localeCompare(b.name, 'zh-Hans-CN'))
}

/** For a phone: a lot's offers, winners first, then cheapest first; what was rejected last. */
export const inOrder = (row: HeatRow): HeatCell[] =>
  row.cells.filter(cell => cell !== null).sort((a, b) => b.awardedKg - a.awardedKg || Number(a.state === 'rejected') - Number(b.state === 'rejected')
    || (a.landedFenPerTonne ?? Number.MAX_SAFE_INTEGER) - (b.landedFenPerTonne ?? Number.MAX_SAFE_INTEGER))
