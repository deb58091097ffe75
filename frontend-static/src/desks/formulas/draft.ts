import { readQuantity, readReading, readTimes, writeQuantity, writeReading, writeTimes, type Measure, type Of, type Quantity } from './measures'

/**
 * A formula while it is edited: what was typed, as it was typed. What cannot be read goes into the document as text, so that the
 * check names it at its own place, like every other fault.
 */
export type Kind = 'NOTHING' | 'FIXED' | 'STEPS' | 'UNPAID' | 'REFUSE'
export interface EffectDraft { kind: Kind; of: Of; value: string; reference: string; per: string; change: string; counting: string; start: string; times: string; cap: string; concession: EffectDraft[] }
export interface BandDraft { from: string; fromIncluded: boolean; to: string; toIncluded: boolean; effects: EffectDraft[] }
export interface ClauseDraft { property: Measure; better: string; measuredFrom: string; roundTo: string; bands: BandDraft[] }
export interface FormulaDraft {
  nameZh: string; nameEn: string; source: string; confidence: string; tonne: string; from: string; to: string; comparison: string
  over: string; cutOffs: { property: Measure; limit: string }[]
  deduct: string; limit: string; seasons: { from: string; to: string; limit: string }[]
  clauses: ClauseDraft[]; below: string; shortfall: string; deductionCap: string; bonusCap: string
}
export type Document = Record<string, unknown>

export const emptyEffect = (): EffectDraft => ({ kind: 'NOTHING', of: 'FEN_PER_TONNE', value: '', reference: '', per: '', change: '', counting: 'PROPORTIONAL', start: '', times: '', cap: '', concession: [] })
export const emptyBand = (from = '', fromIncluded = true): BandDraft => ({ from, fromIncluded, to: '', toIncluded: false, effects: [emptyEffect()] })
export const emptyClause = (): ClauseDraft => ({ property: 'AL2O3', better: 'HIGHER', measuredFrom: 'ZERO', roundTo: '', bands: [emptyBand()] })
export const emptyDraft = (): FormulaDraft => ({
  nameZh: '', nameEn: '', source: '', confidence: 'ASSUMED', tonne: 'WET', from: '', to: '', comparison: 'FULL_VALUE', over: 'LOT', cutOffs: [],
  deduct: 'NONE', limit: '', seasons: [], clauses: [emptyClause()], below: '', shortfall: '', deductionCap: '', bonusCap: '',
})

/** A list with another thing in this place; browsers of five years ago have no `with`. */
export const replaced = <T>(list: readonly T[], at: number, by: T): T[] => list.map((one, i) => (i === at ? by : one))

/** A band begins where the one before ends, and has what that one has not. */
export function nextBand(bands: readonly BandDraft[]): BandDraft {
  const last = bands.at(-1)
  return last ? emptyBand(last.to, !last.toIncluded) : emptyBand()
}

const part = (name: string, typed: string, read: (typed: string) => Quantity | null): Document => (typed.trim() === '' ? {} : { [name]: read(typed) ?? typed.trim() })
const fen = (typed: string) => readQuantity(typed, 'FEN_PER_TONNE')
const ppm = (typed: string) => readQuantity(typed, 'PRICE_PPM')

function effectOf(draft: EffectDraft, measure: Measure): Document {
  const figure = (typed: string) => readReading(typed, measure)
  const amount = (typed: string) => readQuantity(typed, draft.of)
  switch (draft.kind) {
    case 'NOTHING':
    case 'UNPAID': return { kind: draft.kind }
    case 'REFUSE': return { kind: 'REFUSE', ...(draft.concession.length > 0 && { concession: draft.concession.map(one => effectOf(one, measure)) }) }
    case 'FIXED': return { kind: 'FIXED', of: draft.of, ...part('value', draft.value, amount) }
    case 'STEPS': return {
      kind: 'STEPS', of: draft.of, ...part('reference', draft.reference, figure), ...part('per', draft.per, figure), counting: draft.counting,
      ...part('change', draft.change, amount), ...part('start', draft.start, amount), ...part('times', draft.times, readTimes), ...part('cap', draft.cap, amount),
    }
  }
}

function clauseOf(draft: ClauseDraft): Document {
  const figure = (typed: string) => readReading(typed, draft.property)
  return {
    property: draft.property, better: draft.better, measuredFrom: draft.measuredFrom, ...part('roundTo', draft.roundTo, figure),
    bands: draft.bands.map(band => ({
      ...part('from', band.from, figure), ...(band.from.trim() && { fromIncluded: band.fromIncluded }),
      ...part('to', band.to, figure), ...(band.to.trim() && { toIncluded: band.toIncluded }),
      effects: band.effects.map(effect => effectOf(effect, draft.property)),
    })),
  }
}

export function documentOf(draft: FormulaDraft): Document {
  return {
    format: 'jucai-price-formula/1', nameZh: draft.nameZh, nameEn: draft.nameEn, source: draft.source, confidence: draft.confidence,
    base: { tonne: draft.tonne, ...part('fromFenPerTonne', draft.from, fen), ...part('toFenPerTonne', draft.to, fen) }, comparison: draft.comparison,
    averaging: { over: draft.over, ...(draft.cutOffs.length > 0 && { cutOffs: draft.cutOffs.map(one => ({ property: one.property, ...part('limit', one.limit, typed => readReading(typed, one.property)) })) }) },
    moisture: { deduct: draft.deduct, ...part('limitPpm', draft.limit, ppm), ...(draft.seasons.length > 0 && { seasons: draft.seasons.map(one => ({ from: one.from.trim(), to: one.to.trim(), ...part('limitPpm', one.limit, ppm) })) }) },
    clauses: draft.clauses.map(clauseOf),
    ...((draft.below.trim() || draft.shortfall.trim()) && { shortfall: { ...part('belowPpm', draft.below, ppm), ...part('deductFenPerTonne', draft.shortfall, fen) } }),
    ...((draft.deductionCap.trim() || draft.bonusCap.trim()) && { caps: { ...part('deductionPpm', draft.deductionCap, ppm), ...part('bonusPpm', draft.bonusCap, ppm) } }),
  }
}

interface EffectDocument { kind: Kind; of?: Of; value?: Quantity; reference?: number; per?: number; counting?: string; change?: Quantity; start?: Quantity; times?: Quantity; cap?: Quantity; concession?: EffectDocument[] }
interface ClauseDocument { property: Measure; better: string; measuredFrom?: string; roundTo?: number; bands: { from?: number; fromIncluded?: boolean; to?: number; toIncluded?: boolean; effects: EffectDocument[] }[] }
interface FormulaDocument {
  nameZh: string; nameEn: string; source: string; confidence: string; base: { tonne: string; fromFenPerTonne: number; toFenPerTonne: number }; comparison?: string
  averaging?: { over: string; cutOffs?: { property: Measure; limit: number }[] }
  moisture?: { deduct: string; limitPpm?: number; seasons?: { from: string; to: string; limitPpm: number }[] }
  clauses: ClauseDocument[]; shortfall?: { belowPpm: number; deductFenPerTonne: number }; caps?: { deductionPpm?: number; bonusPpm?: number }
}

function effectFrom(effect: EffectDocument, measure: Measure): EffectDraft {
  const of = effect.of ?? 'FEN_PER_TONNE'
  const amount = (value: Quantity | undefined) => (value === undefined ? '' : writeQuantity(value, of))
  const figure = (value: number | undefined) => (value === undefined ? '' : writeReading(value, measure))
  return {
    kind: effect.kind, of, value: amount(effect.value), reference: figure(effect.reference), per: figure(effect.per), change: amount(effect.change), counting: effect.counting ?? 'PROPORTIONAL',
    start: amount(effect.start), times: effect.times === undefined ? '' : writeTimes(effect.times), cap: amount(effect.cap), concession: (effect.concession ?? []).map(one => effectFrom(one, measure)),
  }
}

function clauseFrom(clause: ClauseDocument): ClauseDraft {
  const figure = (value: number | undefined) => (value === undefined ? '' : writeReading(value, clause.property))
  return {
    property: clause.property, better: clause.better, measuredFrom: clause.measuredFrom ?? 'ZERO', roundTo: figure(clause.roundTo),
    bands: clause.bands.map(band => ({
      from: figure(band.from), fromIncluded: band.fromIncluded ?? true, to: figure(band.to), toIncluded: band.toIncluded ?? false,
      effects: band.effects.map(effect => effectFrom(effect, clause.property)),
    })),
  }
}

/** A document that was accepted once, ready to be edited. */
export function draftOf(document: Document): FormulaDraft {
  const it = document as unknown as FormulaDocument
  const yuan = (value: number | undefined) => (value === undefined ? '' : writeQuantity(value, 'FEN_PER_TONNE'))
  const percent = (value: number | undefined) => (value === undefined ? '' : writeQuantity(value, 'PRICE_PPM'))
  return {
    nameZh: it.nameZh, nameEn: it.nameEn, source: it.source, confidence: it.confidence, tonne: it.base.tonne, from: yuan(it.base.fromFenPerTonne), to: yuan(it.base.toFenPerTonne),
    comparison: it.comparison ?? 'FULL_VALUE', over: it.averaging?.over ?? 'LOT',
    cutOffs: (it.averaging?.cutOffs ?? []).map(one => ({ property: one.property, limit: writeReading(one.limit, one.property) })),
    deduct: it.moisture?.deduct ?? 'NONE', limit: percent(it.moisture?.limitPpm), seasons: (it.moisture?.seasons ?? []).map(one => ({ from: one.from, to: one.to, limit: percent(one.limitPpm) })),
    clauses: it.clauses.map(clauseFrom), below: percent(it.shortfall?.belowPpm), shortfall: yuan(it.shortfall?.deductFenPerTonne),
    deductionCap: percent(it.caps?.deductionPpm), bonusCap: percent(it.caps?.bonusPpm),
  }
}
