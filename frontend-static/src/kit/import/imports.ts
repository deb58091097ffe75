import type { components } from '@/api/schema'
import type { IconName } from '../icons'
import type { Tone } from '../StateTag.vue'

export type DemandImport = components['schemas']['DemandImport']
export type ImportRow = components['schemas']['ImportRow']
export type ImportLine = components['schemas']['ImportLine']
export type RowStatus = ImportRow['status']

/** What becomes of a row when the sheet is confirmed. */
export type Outcome = 'goesIn' | 'asks' | 'cannot' | 'left' | 'notData'

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
}

/** What the row would say as a line of demand: as corrected, as read, or as guessed. */
export const lineOf = (row: ImportRow): ImportLine | undefined => row.fixed ?? row.line ?? row.suggested

export const rowKey = (row: { sheet: string; row: number }): string => `${row.sheet}\u0000${row.row}`

/** 0 → A, 26 → AA, as Excel names columns. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** The column of an address such as "I24"; -1 where there is none. */
export function columnOf(address: string | undefined): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(address ?? '')?.[1]
  if (!letters) return -1
  return [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
