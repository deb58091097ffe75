/* The exact pool, turned for reading: per grade its parts by zone and window, and where the marks stand. */
import type { components } from '@/api/schema'

type Cell = components['schemas']['PoolCell']
type Terms = components['schemas']['RoundTerms']

export interface GradeRow {
  grade: string
  massKg: number
  minimumKg: number
  maximumKg: number
  lines: number
  members: number
  viableKg: number
  missingKg: number
  nextStepKg: number | null
}

export interface Part { zone: string; from: string; to: string }

const partKey = (p: Part) => `${p.zone}|${p.from}`
const finest = (cell: Cell) => cell.level === 'WINDOW' || (cell.level === undefined && cell.windowFromOn != null)

export const windowCells = (cells: readonly Cell[]): Cell[] => cells.filter(c => c.grade && finest(c))

/** The finest cells with what they add up to per grade and in all, where the answer does not say so itself. */
export function withSums(cells: readonly Cell[]): Cell[] {
  if (cells.some(c => c.level === 'TOTAL')) return [...cells]
  const sum = (grade: string | null, level: 'TOTAL' | 'GRADE', of: readonly Cell[]): Cell => {
    const add = (figure: (c: Cell) => number | undefined) => of.reduce((all, c) => all + (figure(c) ?? 0), 0)
    return { grade, level, suppressed: false, lines: add(c => c.lines), minimumKg: add(c => c.minimumKg), massKg: add(c => c.massKg), maximumKg: add(c => c.maximumKg), viableKg: of[0]?.viableKg }
  }
  const finestCells = windowCells(cells)
  const grades = [...new Set(finestCells.map(c => c.grade as string))]
  return [sum(null, 'TOTAL', finestCells), ...grades.map(grade => sum(grade, 'GRADE', finestCells.filter(c => c.grade === grade))), ...finestCells]
}

/** A row for each grade of the round, also those nobody asks for yet; in the round's order. */
export function gradeRows(cells: readonly Cell[], terms: Terms): GradeRow[] {
  const told = new Map(cells.filter(c => c.level === 'GRADE' && c.grade).map(c => [c.grade as string, c]))
  const grades = [...new Set([...terms.grades, ...told.keys()])]
  return grades.map(grade => {
    const cell = told.get(grade)
    const massKg = cell?.massKg ?? 0
    const viableKg = cell?.viableKg ?? terms.viableKgByGrade?.find(v => v.grade === grade)?.viableKg ?? terms.viableKg
    return {
      grade, massKg, viableKg, minimumKg: cell?.minimumKg ?? 0, maximumKg: cell?.maximumKg ?? 0, lines: cell?.lines ?? 0, members: cell?.members ?? 0,
      missingKg: Math.max(0, viableKg - massKg), nextStepKg: (terms.volumeStepsKg ?? []).find(step => step > massKg) ?? null,
    }
  })
}

/** Zone × window, by the zones' order and then by date: the layers of the stacked bars. */
export function parts(cells: readonly Cell[], terms: Terms): Part[] {
  const found = new Map<string, Part>()
  for (const c of windowCells(cells)) {
    const part = { zone: c.zone ?? '', from: c.windowFromOn ?? '', to: c.windowToOn ?? '' }
    found.set(partKey(part), part)
  }
  const rank = (p: Part) => terms.deliveryZones.findIndex(z => z.code === p.zone)
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || a.from.localeCompare(b.from))
}

export function massOf(cells: readonly Cell[], grade: string, part: Part): number {
  return windowCells(cells).find(c => c.grade === grade && (c.zone ?? '') === part.zone && (c.windowFromOn ?? '') === part.from)?.massKg ?? 0
}
