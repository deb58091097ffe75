import { api, take } from '@/api/client'
import { Refused } from '@/api/problem'
import type { components } from '@/api/schema'

/** Nothing, where the round asks for no offers (yet, or no longer). */
export const unlessNone = (thrown: unknown): null => {
  if (thrown instanceof Refused && (thrown.problem.status === 404 || thrown.is('round-takes-no-offers'))) return null
  throw thrown
}

/** What offers of a round are sealed with: lots, keys, shape. */
export const sealingTermsOf = (roundId: string): Promise<components['schemas']['SealingTerms'] | null> =>
  take(api.GET('/api/rounds/{roundId}/sealing-terms', { params: { path: { roundId } } })).catch(unlessNone)
