import type { components } from '@/api/schema'

const OPENED = new Set<components['schemas']['RoundStatus']>(['OPENED', 'EVALUATED', 'PUBLICISED', 'AWARDED', 'EXECUTING', 'SETTLED'])

/** Where somebody looks at a round's award; null while there is nothing for them. */
export function placeOf(round: Pick<components['schemas']['Round'], 'status'>, who: { runs: boolean; looks: boolean }): 'award' | 'awardRecord' | null {
  if (!OPENED.has(round.status)) return null
  if (who.runs) return 'award'
  return who.looks ? 'awardRecord' : null
}
