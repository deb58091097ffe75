import { api, take } from '@/api/client'
import type { components } from '@/api/schema'

export type Formula = components['schemas']['PriceFormulaSummary']
type Choice = components['schemas']['ContractFormulaChoice']

/** What a grade is priced by: what is usual for it, nothing, or a formula by its id. */
export const USUAL = 'usual'
export const NONE = 'none'

/** Only what differs from what is usual is sent. */
export const choices = (chosen: ReadonlyMap<string, string>): Choice[] =>
  [...chosen].filter(([, by]) => by !== USUAL).map(([grade, by]) => (by === NONE ? { grade } : { grade, formulaId: by }))

/** All formulas of an association, newest first, and which is usual for a grade. */
export async function formulasOf(associationId: string): Promise<{ formulas: Formula[]; usual: Map<string, string> }> {
  const formulas: Formula[] = []
  let cursor: string | undefined
  do {
    const page = await take(api.GET('/api/price-formulas', { params: { query: { limit: 200, ...(cursor && { cursor }) } } }))
    formulas.push(...page.items.filter(one => one.associationId === associationId))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  const usual = await take(api.GET('/api/associations/{associationId}/usual-formulas', { params: { path: { associationId } } }))
  return { formulas, usual: new Map(usual.items.map(one => [one.grade, one.formulaId])) }
}
