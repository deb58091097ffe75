import type { components } from '@/api/schema'
import { proposable, underWay, type Run } from './runs'

/** What the association does next with a round's offers and award. Exactly one is the filled button. */
export type Step = 'EARLY' | 'ADMIT' | 'EVALUATE' | 'COMPUTE' | 'WAIT_RUN' | 'PROPOSE' | 'PUBLICISE' | 'ANSWER' | 'REVOKE' | 'WAIT_NOTICE' | 'FINALISE' | 'DONE' | 'OVER'

export interface Standing {
  status: components['schemas']['RoundStatus']
  /** Offers that nobody has admitted or rejected yet. */
  undecided: number
  runs: readonly Run[]
  award: Pick<components['schemas']['Award'], 'status' | 'runId' | 'revokedAt' | 'publicUntil' | 'openObjections'> | null
  upheld: boolean
  nowMs: number
}

/** The run to propose: official, confirmed, of the offers as they stand; after a revocation only one asked for since. */
export function toPropose(standing: Pick<Standing, 'runs' | 'award'>): Run | null {
  const since = standing.award?.status === 'REVOKED' ? standing.award.revokedAt : undefined
  return standing.runs.find(run => proposable(run) && (since === undefined || run.askedAt > since)) ?? null
}

export function nextStep(standing: Standing): Step {
  const { status, award } = standing
  switch (status) {
    case 'OPENED': return standing.undecided > 0 ? 'ADMIT' : 'EVALUATE'
    case 'EVALUATED': {
      if (standing.runs.some(run => run.basis === 'OFFICIAL' && underWay(run))) return 'WAIT_RUN'
      const run = toPropose(standing)
      if (!run) return 'COMPUTE'
      return award?.status === 'PROPOSED' && award.runId === run.id ? 'PUBLICISE' : 'PROPOSE'
    }
    case 'PUBLICISED': {
      if (standing.upheld) return 'REVOKE'
      if ((award?.openObjections ?? 0) > 0) return 'ANSWER'
      return award?.publicUntil && Date.parse(award.publicUntil) > standing.nowMs ? 'WAIT_NOTICE' : 'FINALISE'
    }
    case 'AWARDED': case 'EXECUTING': case 'SETTLED': return 'DONE'
    case 'FAILED': case 'CANCELLED': return 'OVER'
    default: return 'EARLY'
  }
}
