import { computed } from 'vue'
import { api, take } from '@/api/client'
import { Refused } from '@/api/problem'
import { useAsk } from '@/api/use'
import type { components } from '@/api/schema'
import type { Comparison, Run } from './runs'

const PAGE = 200
/** No round has more lots than these pages hold. */
const MOST_PAGES = 25

/** What is not there yet (404), or not for this state (409), is nothing rather than a fault. */
export async function orNothing<T>(question: Promise<T>): Promise<T | null> {
  try {
    return await question
  } catch (thrown) {
    if (thrown instanceof Refused && (thrown.problem.status === 404 || thrown.problem.status === 409)) return null
    throw thrown
  }
}

async function wholeComparison(roundId: string): Promise<Comparison> {
  let cursor: string | undefined
  let all: Comparison | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const part: Comparison = await take(api.GET('/api/rounds/{roundId}/comparison', { params: { path: { roundId }, query: { cursor, limit: PAGE } } }))
    all = all ? { ...part, items: [...all.items, ...part.items] } : part
    cursor = part.nextCursor ?? undefined
    if (!cursor) break
  }
  return all as Comparison
}

/** The offers of a round side by side, all pages of them. */
export const useComparison = (roundId: () => string, when: () => unknown) => useAsk(() => orNothing(wholeComparison(roundId())), when)

export const useRuns = (roundId: () => string, when: () => unknown) => useAsk<Run[]>(async () => (await take(api.GET('/api/rounds/{roundId}/award-runs', { params: { path: { roundId: roundId() }, query: { limit: 100 } } }))).items, when)

/** The award as its caller may see it; null where there is none for them yet. */
export const useAwarded = (roundId: () => string, when: () => unknown) => useAsk<components['schemas']['Award'] | null>(() => orNothing(take(api.GET('/api/rounds/{roundId}/award', { params: { path: { roundId: roundId() } } }))), when)

export function useObjections(roundId: () => string, when: () => unknown) {
  const asked = useAsk(async () => (await take(api.GET('/api/rounds/{roundId}/objections', { params: { path: { roundId: roundId() }, query: { limit: 200 } } }))).items, when)
  return { ...asked, items: computed(() => asked.data.value ?? []) }
}

/** All opened offers of a round, page by page. */
export async function wholeBids(roundId: string): Promise<components['schemas']['Bid'][]> {
  const all: components['schemas']['Bid'][] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES * 4; page++) {
    const part: components['schemas']['BidPage'] = await take(api.GET('/api/rounds/{roundId}/bids', { params: { path: { roundId }, query: { cursor, limit: PAGE } } }))
    all.push(...part.items)
    cursor = part.nextCursor ?? undefined
    if (!cursor) break
  }
  return all
}
