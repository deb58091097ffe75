/* The exact pool as a heat table: a row for each grade, a column for each zone and window. */
import type { components } from '@/api/schema'
import { windowCells, type GradeRow } from './poolCells'

type Cell = components['schemas']['PoolCell']
type Terms = components['schemas']['RoundTerms']

export interface HeatColumn { zone: string; from: string; to: string }
export interface HeatRow { grade: GradeRow; cells: (Cell | null)[] }

const columnKey = (zone: string | null | undefined, from: string | null | undefined) => `${zone ?? ''}|${from ?? ''}`
export const cellKey = (cell: Cell): string => `${cell.grade ?? ''}|${columnKey(cell.zone, cell.windowFromOn)}`

/** Every zone of the round with every window, so that an empty place is seen as empty. */
export function heatColumns(cells: readonly Cell[], terms: Terms): HeatColumn[] {
  const windows = new Map((terms.deliveryWindows ?? []).map(w => [w.fromOn, w.toOn]))
  for (const cell of windowCells(cells)) if (!windows.has(cell.windowFromOn ?? '')) windows.set(cell.windowFromOn ?? '', cell.windowToOn ?? '')
  const ordered = [...windows].sort(([a], [b]) => a.localeCompare(b))
  const zones = [...new Set([...terms.deliveryZones.map(z => z.code), ...windowCells(cells).map(c => c.zone ?? '')])]
  return zones.flatMap(zone => ordered.map(([from, to]) => ({ zone, from, to })))
}

export function heatRows(cells: readonly Cell[], rows: readonly GradeRow[], columns: readonly HeatColumn[]): HeatRow[] {
  const found = new Map(windowCells(cells).map(cell => [cellKey(cell), cell]))
  return rows.map(grade => ({ grade, cells: columns.map(c => found.get(`${grade.grade}|${columnKey(c.zone, c.from)}`) ?? null) }))
}

/** How warm a cell is drawn, 6 to 46 per cent: by the root of its share of the largest, so that small ones are told apart too. */
export function heatOf(massKg: number, largestKg: number): number {
  return massKg <= 0 || largestKg <= 0 ? 0 : Math.round(6 + 40 * Math.sqrt(massKg / largestKg))
}

/** What grew or shrank since the last look, in kilograms, by cell. */
export function changes(before: ReadonlyMap<string, number>, cells: readonly Cell[]): Map<string, number> {
  const changed = new Map<string, number>()
  for (const cell of windowCells(cells)) {
    const delta = (cell.massKg ?? 0) - (before.get(cellKey(cell)) ?? 0)
    if (delta !== 0) changed.set(cellKey(cell), delta)
  }
  return changed
}
