/*
 * An award counted again: every mass, price, sum and rule, in whole numbers. Written from award-format.md and from nothing else.
 * What it does not do is prove the bound; the command `award check` does.
 */
import type { Award, Bid, Problem, Result, Rule, Supplier } from './documents'

export type Claim = 'AWARDS_KNOWN' | 'LOTS_WITHIN' | 'SUPPLIERS_WITHIN' | 'PRICES_RIGHT' | 'SUMS_RIGHT' | 'RULES_KEPT' | 'STATUS_FITS'
export interface Counted { claim: Claim; wrong: readonly string[] }

const sum = (numbers: Iterable<bigint>): bigint => [...numbers].reduce((all, one) => all + one, 0n)
const group = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const found = new Map<string, T[]>()
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item])
  return found
}
const halfUp = (milliFen: bigint): bigint => (milliFen + 500n) / 1000n
/** The last threshold that is reached; the first is 0. */
const reached = (thresholds: readonly number[], kg: number): number => thresholds.findLastIndex(from => from <= kg)

/** What a bid costs at a mass and a total tier, in milli-fen; all prices are fen a tonne, so price times kilograms is exact. */
export function costOf(bid: Bid, kg: number, totalTier: number): bigint {
  const price = (step: number) => BigInt(bid.steps[step]?.fenPerTonne[totalTier] ?? 0)
  const step = reached(bid.steps.map(one => one.fromKg), kg)
  const goods = bid.ladder === 'ALL_UNITS'
    ? price(step) * BigInt(kg)
    : sum(bid.steps.slice(0, step + 1).map((one, i) => price(i) * BigInt(Math.min(kg, bid.steps[i + 1]?.fromKg ?? kg) - one.fromKg)))
  const trucks = bid.truck ? 1000n * BigInt(bid.truck.fen) * BigInt(Math.ceil(kg / bid.truck.kg)) : 0n
  return goods + BigInt(bid.freightFenPerTonne) * BigInt(kg) + trucks
}

class Count {
  readonly suppliers: Map<string, Supplier>
  readonly byLot: Map<string, Award[]>
  readonly bySupplier: Map<string, Award[]>

  constructor(readonly problem: Problem, readonly awards: readonly Award[]) {
    this.suppliers = new Map(problem.suppliers.map(one => [one.id, one]))
    this.byLot = group(awards, one => one.lot)
    this.bySupplier = group(awards, one => one.supplier)
  }

  bid(award: Award): Bid | undefined {
    return this.suppliers.get(award.supplier)?.bids.find(bid => bid.lot === award.lot)
  }

  inLot = (lot: string): number => (this.byLot.get(lot) ?? []).reduce((all, one) => all + one.kg, 0)
  ofSupplier = (supplier: string): number => (this.bySupplier.get(supplier) ?? []).reduce((all, one) => all + one.kg, 0)
  groupOf = (supplier: string): string => this.suppliers.get(supplier)?.group ?? supplier
  get whole(): number {
    return this.awards.reduce((all, one) => all + one.kg, 0)
  }
}

const at = (award: Award) => `${award.supplier}@${award.lot}`

function known(count: Count): string[] {
  const seen = new Set<string>()
  return count.awards.filter(award => {
    const bid = count.bid(award)
    const twice = seen.has(at(award))
    seen.add(at(award))
    return twice || !bid || award.kg < Math.max(1, bid.minimumKg) || award.kg > bid.capacityKg || award.kg % count.problem.gridKg !== 0
  }).map(at)
}

function lotsWithin(count: Count): string[] {
  return count.problem.lots.filter(lot => {
    const kg = count.inLot(lot.id)
    return !(kg === 0 && !lot.mustBeServed) && (kg < lot.minimumKg || kg > lot.maximumKg)
  }).map(lot => lot.id)
}

function suppliersWithin(count: Count): string[] {
  return count.problem.suppliers.filter(one => {
    const kg = count.ofSupplier(one.id)
    const lots = new Set((count.bySupplier.get(one.id) ?? []).map(award => award.lot))
    const torn = one.bundles.some(bundle => bundle.some(lot => lots.has(lot)) && !bundle.every(lot => lots.has(lot)))
    return torn || (kg !== 0 && (kg < one.minimumKg || kg > one.capacityKg))
  }).map(one => one.id)
}

function pricesWrong(count: Count): string[] {
  return count.awards.filter(award => {
    const [bid, supplier] = [count.bid(award), count.suppliers.get(award.supplier)]
    if (!bid || !supplier) return true
    const tier = reached(supplier.totalTiersFromKg, count.ofSupplier(award.supplier))
    const step = reached(bid.steps.map(one => one.fromKg), award.kg)
    const cost = costOf(bid, award.kg, tier)
    return award.totalTier !== tier || award.step !== step || BigInt(award.costMilliFen) !== cost || BigInt(award.amountFen) !== halfUp(cost)
  }).map(at)
}

/** The objective: what all awards cost, and for each lot what is short of its target at the price outside. */
export function objectiveOf(problem: Problem, awards: readonly Award[]): bigint {
  const count = new Count(problem, awards)
  const short = problem.lots.map(lot => BigInt(lot.outsideFenPerTonne) * BigInt(Math.max(0, lot.targetKg - count.inLot(lot.id))))
  return sum(awards.map(one => BigInt(one.costMilliFen))) + sum(short)
}

function sumsWrong(count: Count, result: Result): string[] {
  const wrong: string[] = []
  const say = (name: string, stated: number | undefined, counted: bigint) => {
    if (stated === undefined || BigInt(stated) !== counted) wrong.push(name)
  }
  say('objectiveMilliFen', result.objectiveMilliFen, objectiveOf(count.problem, count.awards))
  say('totalFen', result.totalFen, sum(count.awards.map(one => BigInt(one.amountFen))))
  const failed = count.problem.lots.filter(lot => !lot.mustBeServed && count.inLot(lot.id) === 0).map(lot => lot.id)
  if (JSON.stringify([...(result.failedLots ?? [])].sort()) !== JSON.stringify(failed.sort())) wrong.push('failedLots')
  return wrong
}

/** `10000 part <= share whole`, in whole numbers. */
const within = (part: number, shareBp: number, whole: number) => 10_000n * BigInt(part) <= BigInt(shareBp) * BigInt(whole)

function shareKept(rule: Rule, count: Count): boolean {
  const key = rule.kind === 'MAX_GROUP_SHARE' ? count.groupOf : (id: string) => id
  const kept = (awards: readonly Award[]) => {
    const whole = awards.reduce((all, one) => all + one.kg, 0)
    return [...group(awards, one => key(one.supplier)).values()].every(part => within(part.reduce((all, one) => all + one.kg, 0), rule.shareBp ?? 0, whole))
  }
  return rule.of === 'LOT' ? [...count.byLot.values()].every(kept) : kept(count.awards)
}

function kept(rule: Rule, count: Count): boolean {
  const lots = count.problem.lots.filter(lot => rule.lot === undefined || lot.id === rule.lot)
  const suppliersIn = (lot: string) => (count.byLot.get(lot) ?? []).length
  const n = rule.count ?? 0
  switch (rule.kind) {
    case 'MAX_SUPPLIERS': return count.bySupplier.size <= n
    case 'MIN_SUPPLIERS': return count.bySupplier.size >= n
    case 'MAX_SUPPLIERS_PER_LOT': return lots.every(lot => suppliersIn(lot.id) <= n)
    case 'MIN_SUPPLIERS_PER_LOT': return lots.every(lot => (!lot.mustBeServed && count.inLot(lot.id) === 0) || suppliersIn(lot.id) >= n)
    case 'MAX_SUPPLIER_SHARE': case 'MAX_GROUP_SHARE': return shareKept(rule, count)
    case 'MIN_SMALL_SHARE': {
      const small = count.awards.filter(one => count.suppliers.get(one.supplier)?.small).reduce((all, one) => all + one.kg, 0)
      return 10_000n * BigInt(small) >= BigInt(rule.shareBp ?? 0) * BigInt(count.whole)
    }
    case 'EXCLUDED_PAIR': return !count.awards.some(one => one.supplier === rule.supplier && one.lot === rule.lot)
    case 'QUALITY': return count.awards.filter(one => rule.lot === undefined || one.lot === rule.lot).every(one => {
      const ppm = count.bid(one)?.attributesPpm?.[rule.attribute ?? '']
      return ppm !== undefined && ppm >= (rule.atLeastPpm ?? 0) && ppm <= (rule.atMostPpm ?? Infinity)
    })
  }
}

const fits = (result: Result): string[] => {
  const { status, objectiveMilliFen: objective, boundMilliFen: bound } = result
  if (status === 'OPTIMAL') return bound === objective ? [] : ['boundMilliFen']
  return bound !== undefined && objective !== undefined && bound > objective ? ['boundMilliFen'] : []
}

/** Everything that is wrong with a result's award, claim by claim; empty where it has none to count. */
export function recount(problem: Problem, result: Result): Counted[] {
  const status: Counted = { claim: 'STATUS_FITS', wrong: fits(result) }
  if (!result.awards) return [status]
  const count = new Count(problem, result.awards)
  return [
    { claim: 'AWARDS_KNOWN', wrong: known(count) },
    { claim: 'LOTS_WITHIN', wrong: lotsWithin(count) },
    { claim: 'SUPPLIERS_WITHIN', wrong: suppliersWithin(count) },
    { claim: 'PRICES_RIGHT', wrong: pricesWrong(count) },
    { claim: 'SUMS_RIGHT', wrong: sumsWrong(count, result) },
    { claim: 'RULES_KEPT', wrong: problem.rules.filter(rule => !kept(rule, count)).map(rule => rule.id) },
    status,
  ]
}
