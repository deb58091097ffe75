import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { api, take } from '@/api/client'
import { problemOf, type Problem } from '@/api/problem'
import { serverNow } from '@/kit/time'
import { withSeen, type Seen } from './progress'
import { underWay, type Run, type RunDetail } from './runs'

const NEXT_LOOK = 1_000
const AFTER_FAULT = 5_000

/** Figures of the search before it has any are none to draw. */
function seenIn(run: Run): Seen | null {
  const { progress, figures, startedAt } = run
  if (!startedAt) return null
  const end = run.finishedAt ? Date.parse(run.finishedAt) : serverNow()
  const figure = (value: number | undefined) => (value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : null)
  const best = figure(figures?.objectiveMilliFen ?? progress?.bestMilliFen)
  return { atMs: Math.max(0, end - Date.parse(startedAt)), bestMilliFen: best === 0 ? null : best, boundMilliFen: figure(figures?.boundMilliFen ?? progress?.boundMilliFen) }
}

export interface WatchedRun {
  detail: ShallowRef<RunDetail | null>
  problem: ShallowRef<Problem | null>
  points: Ref<Seen[]>
  read: () => Promise<void>
}

/** One computation, looked at each second while it is under way; `ended` is called once when it ends under our eyes. */
export function useRun(id: () => string | null, ended: () => void): WatchedRun {
  const detail = shallowRef<RunDetail | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const points = ref<Seen[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  async function read(): Promise<void> {
    clearTimeout(timer)
    const mine = ++turn
    const runId = id()
    if (!runId) return
    try {
      const answer = await take(api.GET('/api/award-runs/{runId}', { params: { path: { runId } } }))
      if (mine !== turn) return
      const before = detail.value
      detail.value = answer
      problem.value = null
      const pass = answer.run.progress?.pass ?? 0
      // Where lines left, another computation follows with another best and bound: its lines begin anew.
      if (before?.run.progress && answer.run.progress && pass !== before.run.progress.pass) points.value = []
      const seen = seenIn(answer.run)
      if (seen) points.value = withSeen(points.value, seen)
      if (underWay(answer.run)) timer = setTimeout(() => void read(), NEXT_LOOK)
      else if (before && underWay(before.run)) ended()
    } catch (thrown) {
      if (mine !== turn) return
      problem.value = problemOf(thrown)
      timer = setTimeout(() => void read(), AFTER_FAULT)
    }
  }

  watch(id, () => {
    detail.value = null
    problem.value = null
    points.value = []
    void read()
  }, { immediate: true })
  onScopeDispose(() => {
    turn++
    clearTimeout(timer)
  })
  return { detail, problem, points, read }
}
