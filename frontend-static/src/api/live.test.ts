import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { useLive } from './live'

/** The browser's streams of events, opened and told by hand. */
class Streams {
  static readonly OPEN = 1
  static readonly CLOSED = 2
  static all: Streams[] = []
  readyState = 0
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null

  constructor(readonly address: string) {
    Streams.all.push(this)
  }

  close() {
    this.readyState = Streams.CLOSED
  }

  begins() {
    this.readyState = Streams.OPEN
    this.onopen?.()
  }
}

let scope: EffectScope

beforeEach(() => {
  Streams.all = []
  vi.stubGlobal('EventSource', Streams)
  scope = effectScope()
})

afterEach(() => {
  scope.stop()
  vi.unstubAllGlobals()
})

test('what happened between the reading of a page and the beginning of its stream is read when the stream begins', async () => {
  const round = ref('')
  const again = vi.fn()
  scope.run(() => useLive(() => (round.value ? [`round:${round.value}`] : []), () => undefined, again))
  expect(Streams.all).toHaveLength(0)
  round.value = 'r1'
  await nextTick()
  expect(Streams.all.map(one => one.address)).toEqual(['/api/events?topics=round%3Ar1'])
  expect(again).not.toHaveBeenCalled()
  Streams.all[0]?.begins()
  expect(again).toHaveBeenCalledTimes(1)
})

test('another round has a stream of its own, and is read when that one begins', async () => {
  const round = ref('r1')
  const again = vi.fn()
  scope.run(() => useLive(() => [`round:${round.value}`], () => undefined, again))
  Streams.all[0]?.begins()
  round.value = 'r2'
  await nextTick()
  expect(Streams.all[0]?.readyState).toBe(Streams.CLOSED)
  Streams.all[1]?.begins()
  expect(again).toHaveBeenCalledTimes(2)
})
