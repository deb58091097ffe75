import { computed, onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { newIntent, type Intent } from './intent'
import { ownProblemName, problemOf, Refused, type Problem } from './problem'
import { anew } from './reach'

const asked = ref(0)
/** Whether a page still waits for something it asked. */
export const waiting = computed(() => asked.value > 0)

/** Nobody answered, or only to say that nobody is signed in: a later attempt may go otherwise. */
const unanswered = (problem: Problem | null) => problem !== null && (ownProblemName(problem) !== null || problem.status === 401)
const SOONEST = 2
const LATEST = 30

/** A question that was not answered is asked again by itself: once there is somebody to answer, or when the server says so. */
function secondTry(problem: ShallowRef<Problem | null>, again: () => Promise<void>): (thrown: unknown) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(anew, () => unanswered(problem.value) && void again())
  onScopeDispose(() => clearTimeout(timer))
  return thrown => {
    clearTimeout(timer)
    problem.value = problemOf(thrown)
    if (!(thrown instanceof Refused) || thrown.problem.status !== 503) return
    timer = setTimeout(() => void again(), Math.min(Math.max(thrown.retryAfterSeconds ?? SOONEST, SOONEST), LATEST) * 1000)
  }
}

export interface Asked<T> {
  data: ShallowRef<T | undefined>
  problem: ShallowRef<Problem | null>
  loading: Ref<boolean>
  reload: () => Promise<void>
}

/** Asks at once, again on `reload`, and again when `when` changes. A late answer to an old question is dropped. */
export function useAsk<T>(question: () => Promise<T>, when?: () => unknown): Asked<T> {
  const data = shallowRef<T>()
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  let turn = 0
  onScopeDispose(() => turn++)
  const failed = secondTry(problem, reload)

  async function reload(): Promise<void> {
    const mine = ++turn
    loading.value = true
    asked.value++
    try {
      const answer = await question()
      if (mine !== turn) return
      data.value = answer
      problem.value = null
    } catch (thrown) {
      if (mine === turn) failed(thrown)
    } finally {
      asked.value--
      if (mine === turn) loading.value = false
    }
  }

  if (when) watch(when, reload)
  void reload()
  return { data, problem, loading, reload }
}

export interface PageOf<T> {
  items: T[]
  nextCursor?: string | null
}

export interface Listed<T> {
  items: ShallowRef<T[]>
  problem: ShallowRef<Problem | null>
  loading: Ref<boolean>
  more: Ref<boolean>
  loadMore: () => Promise<void>
  reload: () => Promise<void>
}

/** A list read page by page: `useList(cursor => take(api.GET('/api/rounds', { params: { query: { cursor } } })), () => filter)`. */
export function useList<T>(page: (cursor: string | undefined) => Promise<PageOf<T>>, when?: () => unknown): Listed<T> {
  const items = shallowRef<T[]>([])
  const problem = shallowRef<Problem | null>(null)
  const loading = ref(false)
  const more = ref(false)
  let cursor: string | undefined
  let turn = 0
  onScopeDispose(() => turn++)
  const failed = secondTry(problem, () => read(true))

  async function read(fresh: boolean): Promise<void> {
    const mine = ++turn
    loading.value = true
    asked.value++
    try {
      const answer = await page(fresh ? undefined : cursor)
      if (mine !== turn) return
      items.value = fresh ? answer.items : [...items.value, ...answer.items]
      cursor = answer.nextCursor ?? undefined
      more.value = cursor !== undefined
      problem.value = null
    } catch (thrown) {
      if (mine === turn) failed(thrown)
    } finally {
      asked.value--
      if (mine === turn) loading.value = false
    }
  }

  const reload = () => read(true)
  const loadMore = async () => {
    if (more.value && !loading.value) await read(false)
  }
  if (when) watch(when, reload)
  void reload()
  return { items, problem, loading, more, loadMore, reload }
}

export interface Command<A extends unknown[], T> {
  run: (...args: A) => Promise<T | undefined>
  pending: Ref<boolean>
  problem: ShallowRef<Problem | null>
  clear: () => void
}

/**
 * A change: runs once at a time, keeps its intent across retries, keeps the problem for the page to show.
 * `const place = useCommand((intent, body: NewLine) => take(api.POST(path, { params: { header: intent.header(body) }, body })))`
 */
export function useCommand<A extends unknown[], T>(work: (intent: Intent, ...args: A) => Promise<T>): Command<A, T> {
  const pending = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const intent = newIntent()
  // There is somebody again: what stood in the way is gone, and whoever asked decides whether to ask once more.
  watch(anew, () => unanswered(problem.value) && (problem.value = null))

  async function run(...args: A): Promise<T | undefined> {
    if (pending.value) return undefined
    pending.value = true
    try {
      const answer = await work(intent, ...args)
      intent.done()
      problem.value = null
      return answer
    } catch (thrown) {
      problem.value = problemOf(thrown)
      // A refusal is an answer; only what was never answered, or is said to be still on its way, keeps its key.
      const { type, status } = problem.value
      if (!type.startsWith('own:') && status < 500 && status !== 409) intent.done()
      return undefined
    } finally {
      pending.value = false
    }
  }

  return { run, pending, problem, clear: () => (problem.value = null) }
}
