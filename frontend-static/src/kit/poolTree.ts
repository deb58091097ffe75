import type { components } from '@/api/schema'

export type PoolCell = components['schemas']['PoolCell']

/** A cell of the pool and what it is made of: a grade its zones, a zone its windows. */
export interface PoolBranch {
  cell: PoolCell
  parts: PoolBranch[]
}

/** The list of cells as a tree. A single part that repeats its whole says nothing and is left out. */
export function poolTree(cells: readonly PoolCell[]): PoolBranch[] {
  const grades: PoolBranch[] = []
  for (const cell of cells) {
    const branch: PoolBranch = { cell, parts: [] }
    const grade = grades.find(g => g.cell.grade === cell.grade)
    if (cell.level === 'GRADE' || (cell.level !== 'TOTAL' && !grade)) grades.push(branch)
    else if (cell.level === 'ZONE') grade?.parts.push(branch)
    else if (cell.level === 'WINDOW') (grade?.parts.find(zone => zone.cell.zone === cell.zone) ?? grade)?.parts.push(branch)
  }
  for (const grade of grades) for (const zone of grade.parts) if (zone.parts.length === 1) zone.parts = []
  return grades
}

/** The usual steps of volume, in tonnes, by which bands are told and discounts are given. */
const STEPS = [500, 1_000, 3_000, 10_000] as const
export const BRICKS = STEPS.length + 1

/** How many bricks a mass lays: one below the first step, one more from each step on. */
export const bricksOf = (mass: number): number => 1 + STEPS.filter(step => mass >= step * 1000).length
