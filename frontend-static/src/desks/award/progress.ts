/*
 * How best-so-far and bound of a run close in on each other. Money of the comparison is in milli-fen; charts show fen.
 */
export interface Seen { atMs: number; bestMilliFen: number | null; boundMilliFen: number | null }

/** So many points are drawn; older ones are thinned, the last one never. */
const MOST = 240

/** What was seen last, added where it says something new. A bound never falls and a best never rises, whatever order answers arrive in. */
export function withSeen(points: readonly Seen[], seen: Seen): Seen[] {
  const last = points.at(-1)
  const least = (a: number | null | undefined, b: number | null) => (a == null ? b : b === null ? a : Math.min(a, b))
  const most = (a: number | null | undefined, b: number | null) => (a == null ? b : b === null ? a : Math.max(a, b))
  const next = { atMs: Math.max(seen.atMs, last?.atMs ?? 0), bestMilliFen: least(last?.bestMilliFen, seen.bestMilliFen), boundMilliFen: most(last?.boundMilliFen, seen.boundMilliFen) }
  if (last && last.bestMilliFen === next.bestMilliFen && last.boundMilliFen === next.boundMilliFen) {
    // Nothing new but the time: the line only grows to the right.
    const before = points.at(-2)
    const still = before && before.bestMilliFen === next.bestMilliFen && before.boundMilliFen === next.boundMilliFen
    return still ? [...points.slice(0, -1), next] : [...points, next]
  }
  const all = [...points, next]
  return all.length <= MOST ? all : all.filter((_, i) => i % 2 === 0 || i === all.length - 1)
}

/** (best − bound) / best in parts per million, rounded up as the checker does; null while one of them is missing. */
export function gapPpm(bestMilliFen: number | null | undefined, boundMilliFen: number | null | undefined): number | null {
  if (bestMilliFen == null || boundMilliFen == null || bestMilliFen <= 0) return null
  const gap = BigInt(bestMilliFen) - BigInt(boundMilliFen)
  return gap <= 0n ? 0 : Number((gap * 1_000_000n + BigInt(bestMilliFen) - 1n) / BigInt(bestMilliFen))
}
