/*
 * Server-sent events: `useLive(() => ['round:' + id], event => …, reload)`. The browser resumes by Last-Event-ID; when
 * the server closed the stream for good, it is opened again, each time a little later. Where no stream comes about
 * (a proxy that holds it back), the page is told to read again from time to time.
 */
import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { anew, reachable } from './reach'
import type { components } from './schema'

export type LiveState = 'off' | 'connecting' | 'live' | 'interrupted'

export interface Live {
  state: Ref<LiveState>
  close: () => void
}

export type LiveEvent = components['schemas']['LiveEvent']

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000
const WITHOUT_STREAM = 20_000
/** A page that opens its stream does so at once; the bell waits for it. */
const ALONE_AFTER = 1_500

const PAUSE = 300

/** Reads again soon after something is heard, and once however much is heard at a time. */
export function useSoon(read: () => Promise<unknown>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  onScopeDispose(() => clearTimeout(timer))
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined
      void read()
    }, PAUSE)
  }
}

/** Who wants to hear that something came into the inbox; whichever stream is open carries it, for a browser keeps few connections. */
const ears = new Set<() => void>()
const NOTICES = 'notices'
const MOST_TOPICS = 20
/** How many pages' streams are open. */
const streams = ref(0)

function heard(event: LiveEvent, hear: (event: LiveEvent) => void): void {
  if (event.topic === NOTICES) ears.forEach(ear => ear())
  else hear(event)
}

/** `hear` is called when something came into the inbox, and after an interruption. With no page's stream open, one of its own is. */
export function useNotices(hear: () => void): void {
  ears.add(hear)
  onScopeDispose(() => ears.delete(hear))
  const alone = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(streams, open => {
    clearTimeout(timer)
    if (open > 0) alone.value = false
    else timer = setTimeout(() => (alone.value = true), ALONE_AFTER)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
  useStream(() => (alone.value ? [NOTICES] : []), () => undefined, hear)
}

/**
 * `onGap` is called whenever a stream begins, the first one too, and now and then while there is none: what happened
 * after the page was read and before the stream began came with neither, so it must be read again.
 */
export function useLive(topics: () => readonly string[], hear: (event: LiveEvent) => void, onGap?: () => void): Live {
  let counted = false
  const count = (now: boolean) => {
    if (now !== counted) streams.value += now ? 1 : -1
    counted = now
  }
  watch(() => topics().length > 0, count, { immediate: true })
  onScopeDispose(() => count(false))
  return useStream(() => withNotices(topics()), hear, () => {
    onGap?.()
    ears.forEach(ear => ear())
  })
}

const withNotices = (wanted: readonly string[]) => (wanted.length > 0 && wanted.length < MOST_TOPICS && ears.size > 0 ? [...wanted, NOTICES] : wanted)

function useStream(topics: () => readonly string[], hear: (event: LiveEvent) => void, onGap?: () => void): Live {
  const state = ref<LiveState>('off')
  let source: EventSource | null = null
  let wait = FIRST_WAIT
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasLive = false

  function close(): void {
    clearTimeout(timer)
    source?.close()
    source = null
    state.value = 'off'
  }

  function open(): void {
    close()
    const wanted = topics()
    if (wanted.length === 0) return
    state.value = wasLive ? 'interrupted' : 'connecting'
    const mine = new EventSource(`/api/events?topics=${wanted.map(encodeURIComponent).join(',')}`)
    source = mine
    mine.onopen = () => {
      state.value = 'live'
      wait = FIRST_WAIT
      wasLive = true
      onGap?.()
    }
    mine.onerror = () => {
      state.value = 'interrupted'
      void reachable()
      if (mine.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
    mine.onmessage = event => heard(JSON.parse(event.data) as LiveEvent, hear)
  }

  watch(() => topics().join(), () => {
    wasLive = false
    open()
  }, { immediate: true })
  watch(anew, () => source?.readyState !== EventSource.OPEN && open())
  const withoutStream = setInterval(() => {
    if (state.value === 'connecting' || state.value === 'interrupted') onGap?.()
  }, WITHOUT_STREAM)
  onScopeDispose(() => {
    clearInterval(withoutStream)
    close()
  })
  return { state, close }
}
