import type { components } from '@/api/schema'
import type { HeatLot, HeatOffer, HeatSupplier } from './heat'

/** A round's computed awards, as the workbench reads them. */
export type Run = components['schemas']['AwardRun']
export type RunDetail = components['schemas']['AwardRunDetail']
export type Comparison = components['schemas']['OfferComparison']
export type ComparedSupplier = components['schemas']['ComparedSupplier']
export type ComparedLot = components['schemas']['ComparedLot']
export type AwardRule = components['schemas']['AwardRule']

export const underWay = (run: Run): boolean => run.status === 'WAITING' || run.status === 'SOLVING'
/** Only an official award that ran to its end and that the checker confirms can be proposed. */
export const proposable = (run: Run): boolean => run.basis === 'OFFICIAL' && run.status === 'SOLVED' && !run.exploratory

/** What the workbench shows first: what is being computed, else the newest official award, else the newest of all. `runs` come newest first. */
export function firstShown(runs: readonly Run[]): Run | null {
  return runs.find(underWay) ?? runs.find(proposable) ?? runs.find(run => run.basis === 'OFFICIAL') ?? runs[0] ?? null
}

/** The newest official award, and the newest of each scenario that was solved, oldest scenario first: the order they were thought of. */
export function columnsBeside(runs: readonly Run[], most: number): Run[] {
  const official = runs.find(proposable) ?? runs.find(run => run.basis === 'OFFICIAL' && !underWay(run))
  const seen = new Set<string>()
  const scenarios = runs.filter(run => {
    if (run.basis !== 'SCENARIO') return false
    const key = JSON.stringify([run.call, run.scenario, run.work])
    return !seen.has(key) && seen.add(key)
  }).slice(0, most)
  return [...(official ? [official] : []), ...scenarios.reverse()]
}

/** What a scenario saves (negative) or costs (positive) against the official award; null where either has no award. */
export function difference(run: Run, official: Run | undefined): number | null {
  const [mine, theirs] = [run.figures?.objectiveMilliFen, official?.figures?.objectiveMilliFen]
  return mine === undefined || theirs === undefined || run.id === official?.id ? null : mine - theirs
}

export type RuleCell = { kind: 'kept' } | { kind: 'out' } | { kind: 'changed'; to: Omit<components['schemas']['AwardRuleBounds'], 'rule'> }
export function ruleCell(run: Run, rule: string): RuleCell {
  if (run.scenario.leaveOut.includes(rule)) return { kind: 'out' }
  const change = run.scenario.change.find(one => one.rule === rule)
  if (!change) return { kind: 'kept' }
  const to = { ...change, rule: undefined }
  delete to.rule
  return { kind: 'changed', to }
}

const stateOf = (status: components['schemas']['ComparedOffer']['status']): HeatOffer['state'] => (status === 'REJECTED' ? 'rejected' : status === 'OPENED' ? 'open' : 'admitted')

export const heatLots = (lots: readonly ComparedLot[], zoneName: (code: string) => string): HeatLot[] =>
  lots.map(lot => ({ id: lot.lotId, code: lot.lotCode, about: `${lot.grade} · ${zoneName(lot.zone)}`, targetKg: lot.targetKg }))
export const heatSuppliers = (comparison: Pick<Comparison, 'suppliers'>): HeatSupplier[] => comparison.suppliers.map(one => ({ id: one.supplierId, name: one.name }))

/** Offers with the award of a run drawn on them. A winner's landed price is that of the step it reached; everyone else's that for the whole lot. */
export function heatOffers(lots: readonly ComparedLot[], detail: RunDetail | null | undefined): HeatOffer[] {
  const won = new Map((detail?.awards ?? []).map(one => [`${one.lotId} ${one.supplierId}`, one]))
  return lots.flatMap(lot => lot.offers.map(offer => {
    const award = won.get(`${lot.lotId} ${offer.supplierId}`)
    return {
      lotId: lot.lotId, supplierId: offer.supplierId, state: stateOf(offer.status), awardedKg: award?.kg ?? 0,
      landedFenPerTonne: award?.landedFenPerTonne ?? (offer.comparable ? offer.landedFenPerTonne ?? null : null),
    }
  }))
}
