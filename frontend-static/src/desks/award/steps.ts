import type { components } from '@/api/schema'
import { proposable, underWay, type Run } from './runs'

/** What the association does next with a round's offers and award. Exactly one is the filled button. */
export type Step = 'EARLY' | 'ADMIT' | 'EVALUATE' | 'COMPUTE' | 'WAIT_RUN' | 'PROPOSE' | 'WAIT_NOTICE' | 'DONE' | 'OVER'

export interface Standing {
  status: components['schemas']['RoundStatus']
  /** Offers that nobody has admitted or rejected yet. */
  undecided: number
  runs: readonly Run[]
}

export function nextStep({ status, undecided, runs }: Standing): Step {
  switch (status) {
    case 'OPENED': return undecided > 0 ? 'ADMIT' : 'EVALUATE'
    case 'EVALUATED':
      if (runs.some(run => run.basis === 'OFFICIAL' && underWay(run))) return 'WAIT_RUN'
      return runs.some(proposable) ? 'PROPOSE' : 'COMPUTE'
    case 'PUBLICISED': return 'WAIT_NOTICE'
    case 'AWARDED': case 'EXECUTING': case 'SETTLED': return 'DONE'
    case 'FAILED': case 'CANCELLED': return 'OVER'
    default: return 'EARLY'
  }
}
