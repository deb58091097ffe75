/*
 * A block of cells copied from a spreadsheet: tab-separated, with or without a head, Chinese or English. What can be read
 * goes into the sheet; of each cell that cannot it says which, as the spreadsheet calls it, and leaves the sheet as it was.
 */
import { readDecimal, writeDecimal } from '@/kit/decimals'
import { freshLot, guaranteed, termsOf, type LotDraft, type OfferDraft, type TermsDraft } from './draft'
import { VAT_RATES, type TenderedLot, type VatRate } from './offer'
import { billIn, columnOf, means, type Column, type ColumnName } from './pasteWords'

export type CellFault = 'NO_SUCH_LOT' | 'LOT_AMBIGUOUS' | 'LOT_TWICE' | 'OTHER_GRADE' | 'NOT_A_NUMBER' | 'TOO_FINE' | 'TOO_LARGE' | 'NEGATIVE' | 'NOT_A_CHOICE' | 'NO_SUCH_LIMIT' | 'UNKNOWN_COLUMN' | 'TIER_NOT_WHOLE'
/** `cell` is "C4": column and row of the block, counted from its first cell. */
export interface Unread { cell: string; text: string; why: CellFault }
export interface Pasted { draft: OfferDraft; lots: string[]; unread: Unread[] }

/** Rows and cells; a cell in quotation marks may hold tabs and line breaks, as Excel copies it. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    rows.at(-1)!.push(cell.trim())
    cell = ''
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[i + 1] === '"') cell += text[i++]
      else quoted = false
    } else if (sign === '"' && cell === '') quoted = true
    else if (sign === '\t') endCell()
    else if (sign === '\n') {
      endCell()
      rows.push([])
    } else if (sign !== '\r') cell += sign
  }
  endCell()
  return rows
}

/** 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + index % 26)
}

/** Without a head the columns stand in this order. */
export const HEADLESS: readonly ColumnName[] = ['lot', 'price', 'minimum', 'maximum', 'freight', 'moisture', 'rate']
const NUMBERS: Partial<Record<ColumnName, number>> = { price: 2, minimum: 3, maximum: 3, freight: 2, moisture: 4, rate: 3, tenorDays: 0 }

type Taken = { value: string } | { why: CellFault }

/** A figure as the sheet writes it; from kilograms, in tonnes. Units after it are understood where they say nothing new. */
function figure(text: string, places: number, kilograms = false): Taken {
  const bareFigure = text.replace(/\s*(?:%|t|\u5428|\u5143|\u00a5|\uffe5)$/i, '').replace(/^[\u00a5\uffe5]\s*/, '')
  const reading = readDecimal(bareFigure, kilograms ? 0 : places)
  if (reading.ok) return { value: kilograms ? writeDecimal(reading.value, 3, 0) : writeDecimal(reading.value, places, places === 2 ? 2 : 0) }
  const why = { empty: 'NOT_A_NUMBER', notANumber: 'NOT_A_NUMBER', tooFine: 'TOO_FINE', tooLarge: 'TOO_LARGE', negative: 'NEGATIVE' } as const
  return { why: why[reading.why] }
}

function vatRate(text: string): VatRate | null {
  const typed = readDecimal(text.replace(/%$/, ''), 2)
  if (!typed.ok) return null
  // Excel copies a cell of 13 % as "13%", and one that shows it as a fraction as "0.13".
  return VAT_RATES.find(rate => rate === typed.value || (!text.includes('%') && rate === typed.value * 100)) ?? null
}

function termsFrom(name: ColumnName, text: string): Partial<TermsDraft> | null {
  switch (name) {
    case 'basis': return means(text, 'exWorks') ? { basis: 'EX_WORKS' } : means(text, 'delivered') ? { basis: 'DELIVERED' } : null
    case 'vatIncluded': return means(text, 'yes') ? { vatIncluded: true } : means(text, 'no') ? { vatIncluded: false } : null
    case 'vatRate': {
      const rate = vatRate(text)
      return rate === null ? null : { vatRateBp: rate }
    }
    case 'payment': {
      if (means(text, 'cash')) return { payment: 'CASH' }
      if (means(text, 'prepaid')) return { payment: 'PREPAID' }
      const bill = billIn(text)
      return bill && { payment: 'ACCEPTANCE_BILL', ...(bill.tenorDays !== null && { tenorDays: bill.tenorDays }) }
    }
    default: return null
  }
}

/** One row, into a copy of the lot as it was. */
class Row {
  readonly draft: LotDraft
  readonly unread: { at: number; why: CellFault }[] = []
  private readonly tiers = new Map<number, { from?: string; price?: string; at: number }>()

  constructor(before: LotDraft, private readonly terms: TermsDraft, private readonly lot: TenderedLot) {
    this.draft = { ...before, offered: true, guarantees: { ...before.guarantees }, tiers: before.tiers.map(tier => ({ ...tier })), terms: before.terms && { ...before.terms } }
  }

  take(column: Column, text: string, at: number): void {
    if (column.kind === 'field') this.field(column.name, text, at, column.kilograms)
    else if (column.kind === 'property') this.property(column.property, text, at)
    else {
      const taken = column.kind === 'tierFrom' ? figure(text, 3, column.kilograms) : figure(text, 2)
      if ('why' in taken) this.unread.push({ at, why: taken.why })
      else this.tiers.set(column.tier, { at, ...this.tiers.get(column.tier), [column.kind === 'tierFrom' ? 'from' : 'price']: taken.value })
    }
  }

  private field(name: ColumnName, text: string, at: number, kilograms: boolean): void {
    const places = NUMBERS[name]
    if (places !== undefined) {
      const taken = figure(text, places, kilograms && places === 3)
      if ('why' in taken) this.unread.push({ at, why: taken.why })
      else if (name === 'price') this.draft.tiers[0] = { from: '0', price: taken.value }
      else if (name === 'tenorDays') this.own({ tenorDays: taken.value })
      else this.draft[name as 'minimum' | 'maximum' | 'freight' | 'moisture' | 'rate'] = taken.value
    } else if (name === 'source') this.draft.source = text
    else if (name === 'grade') {
      if (text.toUpperCase() !== this.lot.grade.toUpperCase()) this.unread.push({ at, why: 'OTHER_GRADE' })
    } else if (name === 'rule') {
      if (means(text, 'allUnits')) this.draft.rule = 'ALL_UNITS'
      else if (means(text, 'incremental')) this.draft.rule = 'INCREMENTAL'
      else this.unread.push({ at, why: 'NOT_A_CHOICE' })
    } else {
      const terms = termsFrom(name, text)
      if (terms) this.own(terms)
      else this.unread.push({ at, why: 'NOT_A_CHOICE' })
    }
  }

  /** Terms that are those for all lots stay so. */
  private own(change: Partial<TermsDraft>): void {
    const now = this.draft.terms ?? this.terms
    if (Object.entries(change).some(([key, value]) => now[key as keyof TermsDraft] !== value)) this.draft.terms = { ...now, ...change }
  }

  private property(property: string, text: string, at: number): void {
    if (!guaranteed(this.lot).some(limit => limit.property === property)) return void this.unread.push({ at, why: 'NO_SUCH_LIMIT' })
    const taken = figure(text.replace(/^[≥≤<>]\s*/, ''), 4)
    if ('why' in taken) this.unread.push({ at, why: taken.why })
    else this.draft.guarantees[property] = taken.value
  }

  /** The tiers that were named take the place of those above the first; a tier of price or threshold only is none. */
  end(): void {
    if (this.tiers.size === 0) return
    const named = [...this.tiers].sort(([one], [other]) => one - other)
    const first = named.find(([tier]) => tier === 1)?.[1]
    const rest = named.filter(([tier]) => tier > 1).map(([, tier]) => tier)
    for (const tier of rest) if (tier.from === undefined || tier.price === undefined) this.unread.push({ at: tier.at, why: 'TIER_NOT_WHOLE' })
    const whole = rest.filter(tier => tier.from !== undefined && tier.price !== undefined).map(tier => ({ from: tier.from!, price: tier.price! }))
    const start = this.draft.tiers[0] ?? { from: '0', price: '' }
    this.draft.tiers = [{ from: first?.from ?? start.from, price: first?.price ?? start.price }, ...whole]
  }
}

/** By its code; where a lot is the only one of its grade, the grade will do. */
function lotFor(text: string, lots: readonly TenderedLot[]): TenderedLot | CellFault {
  const plain = text.normalize('NFKC').trim().toUpperCase()
  const byCode = lots.find(lot => lot.code.toUpperCase() === plain || lot.id.toUpperCase() === plain)
  if (byCode) return byCode
  const byGrade = lots.filter(lot => lot.grade.toUpperCase() === plain)
  return byGrade.length === 1 ? byGrade[0]! : byGrade.length > 1 ? 'LOT_AMBIGUOUS' : 'NO_SUCH_LOT'
}

export function paste(text: string, draft: OfferDraft, lots: readonly TenderedLot[]): Pasted {
  const rows = cellsOf(text)
  const heads = (rows[0] ?? []).map(columnOf)
  const headed = heads.filter(head => head !== null).length >= 2
  const columns = headed ? heads : HEADLESS.map((name): Column => ({ kind: 'field', name, kilograms: false }))
  const unread: Unread[] = []
  const say = (row: number, at: number, why: CellFault) => unread.push({ cell: `${columnLetters(at)}${row + 1}`, text: rows[row]?.[at] ?? '', why })
  if (headed) heads.forEach((head, at) => head === null && rows[0]![at] !== '' && say(0, at, 'UNKNOWN_COLUMN'))
  const isField = (name: ColumnName) => (column: Column | null) => column?.kind === 'field' && column.name === name
  const lotAt = Math.max(0, columns.findIndex(isField('lot')) >= 0 ? columns.findIndex(isField('lot')) : columns.findIndex(isField('grade')))
  const next: OfferDraft = { ...draft, lots: { ...draft.lots } }
  const taken: string[] = []
  rows.forEach((cells, row) => {
    if ((headed && row === 0) || cells.every(cell => cell === '')) return
    const lot = lotFor(cells[lotAt] ?? '', lots)
    if (typeof lot === 'string') return void say(row, lotAt, lot)
    if (taken.includes(lot.id)) return void say(row, lotAt, 'LOT_TWICE')
    const before = draft.lots[lot.id] ?? freshLot()
    const into = new Row(before, termsOf(draft, before), lot)
    cells.forEach((cell, at) => {
      const column = columns[at]
      if (at === lotAt || cell === '') return
      if (column) into.take(column, cell, at)
      else if (!headed) say(row, at, 'UNKNOWN_COLUMN')
    })
    into.end()
    for (const one of into.unread) say(row, one.at, one.why)
    next.lots[lot.id] = into.draft
    taken.push(lot.id)
  })
  return { draft: next, lots: taken, unread }
}
