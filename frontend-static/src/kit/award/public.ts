/*
 * An award as the public sees it (award-format.md, "What the public sees"): its figures counted again, and whether what somebody reveals
 * is what the bundle committed to. A commitment is SHA-256 over a salt of 32 bytes and the revealed document's canonical form.
 */
import { canonical, hex, type JsonObject } from '@/kit/envelope'
import type { Bid, Lot, Problem, Result, Rule, Supplier } from './documents'
import { recount } from './recount'

export interface PublicAward { lot: string; supplier: string; kg: number; costMilliFen: number; amountFen: number; freightFenPerTonne: number; truck?: { kg: number; fen: number }; pieces: readonly { kg: number; fenPerTonne: number }[]; attributesPpm?: Readonly<Record<string, number>> }
export interface PublicLot { id: string; minimumKg: number; targetKg: number; maximumKg: number; mustBeServed: boolean; awardedKg: number; amountFen: number; commitment: string; lines: readonly string[] }
export interface PublicSupplier { id: string; commitment: string; winner?: { totalKg: number; small: boolean; group?: string } }
export interface PublicBundle {
  format: 'jucai-award-public/1'
  round: string
  gridKg: number
  engine: string
  engineVersion: string
  status: Result['status']
  totalFen: number
  gapMilliFen?: number
  problemCommitment: string
  resultCommitment: string
  rules: readonly Rule[]
  lots: readonly PublicLot[]
  suppliers: readonly PublicSupplier[]
  awards: readonly PublicAward[]
  failedLots: readonly string[]
  sha256: string
}
export interface Revealed { salt: string; document: JsonObject }
export interface OpeningFile { format: 'jucai-award-opening/1'; round: string; openings: readonly Revealed[] }

export type PublicClaim = 'PUBLIC_WHOLE' | 'PUBLIC_LOTS' | 'PUBLIC_SUPPLIERS' | 'PUBLIC_PRICES' | 'PUBLIC_SUMS' | 'PUBLIC_RULES'
export type RevealedClaim = 'REVEALED_COMMITTED' | 'REVEALED_FITS'
export interface Checked<C> { claim: C; wrong: readonly string[] }

const sha256 = async (...parts: Uint8Array[]): Promise<string> => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', all)))
}
const total = <T>(items: readonly T[], of: (item: T) => number): number => items.reduce((sum, item) => sum + of(item), 0)
const halfUp = (milliFen: bigint): bigint => (milliFen + 500n) / 1000n
const at = (award: PublicAward) => `${award.supplier}@${award.lot}`

export async function digestOf(bundle: PublicBundle): Promise<string> {
  const bare: JsonObject = { ...(bundle as unknown as JsonObject) }
  delete bare['sha256']
  return sha256(canonical(bare))
}

function lotsWrong(bundle: PublicBundle): string[] {
  return bundle.lots.filter(lot => {
    const own = bundle.awards.filter(one => one.lot === lot.id)
    const [kg, fen] = [total(own, one => one.kg), total(own, one => one.amountFen)]
    const within = kg === 0 && !lot.mustBeServed ? bundle.failedLots.includes(lot.id) : kg >= lot.minimumKg && kg <= lot.maximumKg && !bundle.failedLots.includes(lot.id)
    return kg !== lot.awardedKg || fen !== lot.amountFen || !within
  }).map(lot => lot.id)
}

const suppliersWrong = (bundle: PublicBundle): string[] => [
  ...bundle.suppliers.filter(one => total(bundle.awards.filter(award => award.supplier === one.id), award => award.kg) !== (one.winner?.totalKg ?? 0)).map(one => one.id),
  ...bundle.awards.filter(award => !bundle.suppliers.some(one => one.id === award.supplier)).map(at),
]

export function costOf(award: PublicAward): bigint {
  const goods = award.pieces.reduce((sum, piece) => sum + BigInt(piece.kg) * BigInt(piece.fenPerTonne), 0n)
  const trucks = award.truck ? 1000n * BigInt(award.truck.fen) * BigInt(Math.ceil(award.kg / award.truck.kg)) : 0n
  return goods + BigInt(award.freightFenPerTonne) * BigInt(award.kg) + trucks
}

const pricesWrong = (bundle: PublicBundle): string[] => bundle.awards.filter(award => total(award.pieces, piece => piece.kg) !== award.kg || award.kg <= 0 || award.kg % bundle.gridKg !== 0
  || costOf(award) !== BigInt(award.costMilliFen) || halfUp(BigInt(award.costMilliFen)) !== BigInt(award.amountFen)).map(at)

/** The rules, counted as on a full award: each winner stands for itself, with its group and size as the bundle says. Who is excluded is not told beside a pseudonym. */
function rulesBroken(bundle: PublicBundle): string[] {
  const suppliers = bundle.suppliers.map<Supplier>(one => ({
    id: one.id, small: one.winner?.small ?? false, minimumKg: 0, capacityKg: Number.MAX_SAFE_INTEGER, totalTiersFromKg: [0], bundles: [], ...(one.winner?.group !== undefined && { group: one.winner.group }),
    bids: bundle.awards.filter(award => award.supplier === one.id).map<Bid>(award => ({ lot: award.lot, minimumKg: 0, capacityKg: Number.MAX_SAFE_INTEGER, ladder: 'ALL_UNITS', steps: [{ fromKg: 0, fenPerTonne: [0] }], freightFenPerTonne: 0, ...(award.attributesPpm && { attributesPpm: award.attributesPpm }) })),
  }))
  const lots = bundle.lots.map<Lot>(lot => ({ id: lot.id, minimumKg: lot.minimumKg, targetKg: lot.targetKg, maximumKg: lot.maximumKg, mustBeServed: lot.mustBeServed, outsideFenPerTonne: 0 }))
  const problem: Problem = { format: 'jucai-award-problem/1', round: bundle.round, gridKg: bundle.gridKg, lots, suppliers, rules: bundle.rules.filter(rule => rule.kind !== 'EXCLUDED_PAIR') }
  const awards = bundle.awards.map(award => ({ lot: award.lot, supplier: award.supplier, kg: award.kg, totalTier: 0, step: 0, costMilliFen: award.costMilliFen, amountFen: award.amountFen }))
  const result = { status: bundle.status, awards } as unknown as Result
  return [...(recount(problem, result).find(one => one.claim === 'RULES_KEPT')?.wrong ?? [])]
}

export async function checkPublic(bundle: PublicBundle): Promise<Checked<PublicClaim>[]> {
  return [
    { claim: 'PUBLIC_WHOLE', wrong: (await digestOf(bundle)) === bundle.sha256 ? [] : ['sha256'] },
    { claim: 'PUBLIC_LOTS', wrong: lotsWrong(bundle) },
    { claim: 'PUBLIC_SUPPLIERS', wrong: suppliersWrong(bundle) },
    { claim: 'PUBLIC_PRICES', wrong: pricesWrong(bundle) },
    { claim: 'PUBLIC_SUMS', wrong: total(bundle.awards, one => one.amountFen) === bundle.totalFen ? [] : ['totalFen'] },
    { claim: 'PUBLIC_RULES', wrong: rulesBroken(bundle) },
  ]
}

const bytesOf = (salt: string): Uint8Array => (/^([0-9a-f]{2})+$/.test(salt) ? Uint8Array.from(salt.match(/../g) ?? [], pair => Number.parseInt(pair, 16)) : new Uint8Array())

/** What a revealed document is called, and the commitments it may open. */
function placeOf(bundle: PublicBundle, document: JsonObject): { name: string; commitments: readonly string[] } {
  const id = (part: unknown) => (typeof part === 'object' && part !== null && 'id' in part ? String(part.id) : '')
  switch (document['kind']) {
    case 'PROBLEM': return { name: 'problem', commitments: [bundle.problemCommitment] }
    case 'RESULT': return { name: 'result', commitments: [bundle.resultCommitment] }
    case 'SUPPLIER': return { name: String(document['pseudonym']), commitments: bundle.suppliers.filter(one => one.id === document['pseudonym']).map(one => one.commitment) }
    case 'LOT': return { name: id(document['lot']), commitments: bundle.lots.filter(lot => lot.id === id(document['lot'])).map(lot => lot.commitment) }
    case 'LINE': return { name: id(document['line']), commitments: bundle.lots.find(lot => lot.id === document['lot'])?.lines ?? [] }
    default: return { name: String(document['kind']), commitments: [] }
  }
}

/** Whether an offer, revealed, is at the prices that the bundle shows. */
function offerFits(bundle: PublicBundle, pseudonym: string, supplier: Supplier): boolean {
  const own = bundle.awards.filter(award => award.supplier === pseudonym)
  const tier = supplier.totalTiersFromKg.findLastIndex(from => from <= total(own, award => award.kg))
  return own.every(award => {
    const bid = supplier.bids.find(one => one.lot === award.lot)
    if (!bid || award.kg < bid.minimumKg || award.kg > bid.capacityKg || bid.freightFenPerTonne !== award.freightFenPerTonne) return false
    const steps = bid.steps.filter(step => step.fromKg <= award.kg)
    const pieces = bid.ladder === 'ALL_UNITS'
      ? [{ kg: award.kg, fenPerTonne: steps.at(-1)?.fenPerTonne[tier] }]
      : steps.map((step, i) => ({ kg: (steps[i + 1]?.fromKg ?? award.kg) - step.fromKg, fenPerTonne: step.fenPerTonne[tier] })).filter(piece => piece.kg > 0)
    return JSON.stringify(pieces) === JSON.stringify(award.pieces.map(({ kg, fenPerTonne }) => ({ kg, fenPerTonne })))
  })
}

function fits(bundle: PublicBundle, document: JsonObject): boolean {
  if (document['round'] !== bundle.round) return false
  if (document['kind'] === 'SUPPLIER') return offerFits(bundle, String(document['pseudonym']), document['supplier'] as unknown as Supplier)
  if (document['kind'] === 'LOT') {
    const lot = document['lot'] as unknown as Lot & { lines?: readonly Lot[] }
    const shown = bundle.lots.find(one => one.id === lot.id)
    const sums = (['minimumKg', 'targetKg', 'maximumKg'] as const).every(name => lot[name] === shown?.[name] && (!lot.lines || total(lot.lines, line => line[name]) === lot[name]))
    return sums && shown?.mustBeServed === lot.mustBeServed
  }
  return true
}

/** Each revealed document against its commitment, and against what the bundle shows of it. */
export async function checkRevealed(bundle: PublicBundle, file: OpeningFile): Promise<Checked<RevealedClaim>[]> {
  const strange: string[] = []
  const different: string[] = []
  for (const { salt, document } of file.openings) {
    const { name, commitments } = placeOf(bundle, document)
    if (!commitments.includes(await sha256(bytesOf(salt), canonical(document)))) strange.push(name)
    else if (!fits(bundle, document)) different.push(name)
  }
  return [{ claim: 'REVEALED_COMMITTED', wrong: strange }, { claim: 'REVEALED_FITS', wrong: different }]
}
