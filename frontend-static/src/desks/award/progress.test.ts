import { expect, test } from 'vitest'
import { gapPpm, withSeen, type Seen } from './progress'

const seen = (atMs: number, bestMilliFen: number | null, boundMilliFen: number | null): Seen => ({ atMs, bestMilliFen, boundMilliFen })

test('best never rises and bound never falls, though an old answer comes late', () => {
  const points = [seen(1, 100, 50), seen(2, 90, 60), seen(1, 100, 50), seen(3, null, null)].reduce<Seen[]>((all, one) => withSeen(all, one), [])
  expect(points.at(-1)).toEqual(seen(3, 90, 60))
  expect(points.every((one, i) => i === 0 || (one.bestMilliFen! <= points[i - 1]!.bestMilliFen! && one.boundMilliFen! >= points[i - 1]!.boundMilliFen!))).toBe(true)
})

test('what stays the same is one line, not many points', () => {
  const points = [1, 2, 3, 4, 5].reduce<Seen[]>((all, at) => withSeen(all, seen(at, 90, 60)), [])
  expect(points).toEqual([seen(1, 90, 60), seen(5, 90, 60)])
})

test('a long run is thinned, its first and last points stay', () => {
  const points = Array.from({ length: 1_000 }, (_, i) => i).reduce<Seen[]>((all, i) => withSeen(all, seen(i, 10_000 - i, i)), [])
  expect(points.length).toBeLessThanOrEqual(240)
  expect([points[0], points.at(-1)]).toEqual([seen(0, 10_000, 0), seen(999, 9_001, 999)])
})

test('the gap is rounded up, as the checker rounds it', () => {
  expect(gapPpm(19_200_000, 19_000_000)).toBe(10_417)
  expect([gapPpm(5, 5), gapPpm(null, 5), gapPpm(5, null), gapPpm(0, 0)]).toEqual([0, null, null, null])
})
