import type { components } from '@/api/schema'

const OPENED = new Set<components['schemas']['RoundStatus']>(['OPENED', 'EVALUATED', 'PUBLICISED', 'AWARDED', 'EXECUTING', 'SETTLED'])
const PUBLIC = new Set<components['schemas']['RoundStatus']>(['PUBLICISED', 'AWARDED', 'EXECUTING', 'SETTLED'])

/** Where somebody looks at a round's award; null while there is nothing for them. */
export function placeOf(round: Pick<components['schemas']['Round'], 'status'>, who: { runs: boolean; looks: boolean; sells: boolean }): 'award' | 'awardRecord' | 'offerOutcome' | 'publicAward' | null {
  if (OPENED.has(round.status)) {
    if (who.runs) return 'award'
    if (who.looks) return 'awardRecord'
    if (who.sells) return 'offerOutcome'
  }
  return PUBLIC.has(round.status) ? 'publicAward' : null
}
