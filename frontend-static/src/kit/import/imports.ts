import type { components } from '@/api/schema'
import type { IconName } from '../icons'
import type { Tone } from '../StateTag.vue'

export type DemandImport = components['schemas']['DemandImport']
export type ImportSummary = components['schemas']['ImportSummary']
export type ImportRow = components['schemas']['ImportRow']
export type ImportLine = components['schemas']['ImportLine']
export type ImportFault = components['schemas']['ImportFault']
export type ImportField = components['schemas']['ImportField']
export type RowStatus = ImportRow['status']
export type Reason = components['schemas']['RowsDecision']['reasons'][number]

/** What becomes of a row when the sheet is confirmed; `made` and `stayedOut` tell it of a sheet that is. */
export type Outcome = 'goesIn' | 'asks' | 'cannot' | 'left' | 'notData' | 'made' | 'stayedOut'

export function outcomeOf(row: ImportRow): Outcome {
  if (row.status === 'not_data') return 'notData'
  if (row.decision === 'LEAVE') return 'left'
  if (row.status === 'accepted' || (row.decision === 'TAKE' && row.status === 'needs_confirmation')) return 'goesIn'
  return row.status === 'rejected' ? 'cannot' : 'asks'
}

export const OUTCOME_SIGN: Record<Outcome, { tone: Tone; icon: IconName }> = {
  goesIn: { tone: 'good', icon: 'check' },
  asks: { tone: 'warn', icon: 'warn' },
  cannot: { tone: 'bad', icon: 'cross' },
  left: { tone: 'quiet', icon: 'minus' },
  notData: { tone: 'quiet', icon: 'minus' },
  made: { tone: 'good', icon: 'check' },
  stayedOut: { tone: 'quiet', icon: 'minus' },
}

export const STATUS_SIGN: Record<ImportSummary['status'], Tone> = {
  READING: 'active', READY: 'warn', REFUSED: 'bad', CONFIRMING: 'active', CONFIRMED: 'good', DISCARDED: 'quiet',
}

/** What the row would say as a line of demand: as corrected, as read, or as guessed. */
export const lineOf = (row: ImportRow): ImportLine | undefined => row.fixed ?? row.line ?? row.suggested

/** A row of a matrix holds several lines: each has the column of its own cell. */
export const rowKey = (row: { sheet: string; row: number; column?: string }): string => `${row.sheet}\u0000${row.row}\u0000${row.column ?? ''}`

/** 0 → A, 26 → AA, as Excel names columns. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** The column of an address such as "I24", or of letters alone; -1 where there is none. */
export function columnOf(address: string | undefined): number {
  const letters = /^([A-Z]{1,3})\d*$/.exec(address ?? '')?.[1]
  if (!letters) return -1
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** A cell on the page: what was sent, the line it belongs to where it is a matrix, and what is wrong with it. */
export interface SheetCell { text: string; fault?: ImportFault; row?: ImportRow; own?: boolean }
export interface SheetRow { number: number; lines: ImportRow[]; cells: Map<number, SheetCell> }
export interface Sheet { name: string; columns: number[]; rows: SheetRow[] }

/** Rows put back into the sheets they came from; the lines of one row of a matrix stand in one row again. */
export function sheetsOf(rows: readonly ImportRow[]): Sheet[] {
  const sheets = new Map<string, Map<number, SheetRow>>()
  for (const row of rows) {
    const sheet = sheets.get(row.sheet) ?? new Map<number, SheetRow>()
    sheets.set(row.sheet, sheet)
    const at = sheet.get(row.row) ?? { number: row.row, lines: [], cells: new Map<number, SheetCell>() }
    sheet.set(row.row, at)
    at.lines.push(row)
    for (const cell of row.cells ?? []) {
      const column = columnOf(cell.column)
      const own = row.column === cell.column
      if (own || !at.cells.has(column)) at.cells.set(column, { text: cell.text, ...(own ? { row, own } : {}) })
    }
    for (const fault of row.faults ?? []) {
      const column = columnOf(fault.cell)
      const cell = at.cells.get(column) ?? { text: '' }
      if (column >= 0 && !cell.fault) at.cells.set(column, { ...cell, fault, row })
    }
  }
  return [...sheets].map(([name, found]) => {
    const listed = [...found.values()]
    return { name, rows: listed, columns: [...new Set(listed.flatMap(r => [...r.cells.keys()]))].sort((a, b) => a - b) }
  })
}

/** What a person may correct. */
export type FixField = 'enterprise' | 'grade' | 'substitutes' | 'target' | 'minimum' | 'maximum' | 'cap' | 'place' | 'window' | 'payment'
export const FIX_FIELDS: readonly FixField[] = ['enterprise', 'grade', 'substitutes', 'target', 'minimum', 'maximum', 'cap', 'place', 'window', 'payment']
const FIXED_BY: Record<ImportField, readonly FixField[]> = {
  ENTERPRISE_ID: ['enterprise'], USCC: ['enterprise'], ENTERPRISE_NAME: ['enterprise'], GRADE: ['grade'], SUBSTITUTES: ['substitutes'],
  MINIMUM: ['minimum', 'target', 'maximum'], TARGET: ['target', 'minimum', 'maximum'], MAXIMUM: ['target', 'maximum'], UNIT: ['target'], PRICE_CAP: ['cap'],
  PLACE: ['place'], FROM: ['window'], TO: ['window'], WINDOW: ['window'], PAYMENT: ['payment'], REMARK: [],
}

/** The fields that what is wrong with a row asks for; all where it concerns the row as a whole. */
export function fieldsToFix(row: ImportRow): readonly FixField[] {
  const faults = row.faults ?? []
  if (!faults.length || faults.some(f => !f.field)) return FIX_FIELDS
  const asked = new Set(faults.flatMap(f => (f.field ? FIXED_BY[f.field] : [])))
  return asked.size ? FIX_FIELDS.filter(f => asked.has(f)) : FIX_FIELDS
}

/** What stood in the sheet for a field. */
export const sentFor = (row: ImportRow, ...fields: ImportField[]): string =>
  (row.cells ?? []).filter(c => c.field && fields.includes(c.field)).map(c => c.text).join(' ')
