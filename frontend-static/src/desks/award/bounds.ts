import type { components } from '@/api/schema'
import { readDecimal, writeDecimal } from '@/kit/decimals'
import type { AwardRule } from './runs'

/** How a rule's bounds are typed and read: counts as they are, shares with two places of a per cent, chemistry with four. */
export type BoundName = 'count' | 'shareBp' | 'atLeastPpm' | 'atMostPpm'
export type Bounds = components['schemas']['AwardRuleBounds']
export const PLACES: Readonly<Record<BoundName, number>> = { count: 0, shareBp: 2, atLeastPpm: 4, atMostPpm: 4 }
const NAMES: readonly BoundName[] = ['count', 'shareBp', 'atLeastPpm', 'atMostPpm']

export const boundsOf = (rule: AwardRule): BoundName[] => NAMES.filter(name => rule[name] !== undefined)
export const typedBound = (rule: AwardRule, name: BoundName): string => writeDecimal(rule[name] ?? 0, PLACES[name], 0).replaceAll(',', '')

export interface Typed { rule: AwardRule; out: boolean; bounds: Partial<Record<BoundName, string>> }

/** What the form says, as it is asked; `wrong` names the rules whose bounds cannot be read. A bound left as it was is no change. */
export function askedOf(form: readonly Typed[]): { leaveOut: string[]; change: Bounds[]; wrong: string[] } {
  const wrong: string[] = []
  const change = form.filter(one => !one.out).flatMap(one => {
    const bounds: Bounds = { rule: one.rule.id }
    for (const name of boundsOf(one.rule)) {
      const reading = readDecimal(one.bounds[name] ?? '', PLACES[name])
      if (!reading.ok) wrong.push(one.rule.id)
      else if (reading.value !== one.rule[name]) bounds[name] = reading.value
    }
    return Object.keys(bounds).length > 1 ? [bounds] : []
  })
  return { leaveOut: form.filter(one => one.out).map(one => one.rule.id), change, wrong: [...new Set(wrong)] }
}
