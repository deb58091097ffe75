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

/**
 * `onGap` is called when a new stream begins after an interruption, and now and then while there is none: what was missed
 * must be read again.
 */
export function useLive(topics: () => readonly string[], hear: (event: LiveEvent) => void, onGap?: () => void): Live {
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
    let fresh = wasLive
    mine.onopen = () => {
      state.value = 'live'
      wait = FIRST_WAIT
      wasLive = true
      if (fresh) onGap?.()
      fresh = false
    }
    mine.onerror = () => {
      state.value = 'interrupted'
      void reachable()
      if (mine.readyState !== EventSource.CLOSED) return
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT)
    }
    mine.onmessage = event => hear(JSON.parse(event.data) as LiveEvent)
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
