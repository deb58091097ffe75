import type { components } from '@/api/schema'

/** An award as a table: a row for each winner of a lot; a lot that failed has one without. */
export type Award = components['schemas']['Award']
export type AwardLot = components['schemas']['AwardLot']
export interface AwardRow { key: string; lot: AwardLot; winner: components['schemas']['AwardWinner'] | null }

export const awardRows = (award: Pick<Award, 'lots'>): AwardRow[] => award.lots.flatMap<AwardRow>(lot =>
  lot.winners.length === 0 ? [{ key: lot.lotId, lot, winner: null }] : lot.winners.map(winner => ({ key: `${lot.lotId} ${winner.supplierId}`, lot, winner })))

/** The suppliers that won, by mass: who gets how much in all. */
export function winnersOf(award: Pick<Award, 'lots'>): { supplierId: string; name: string; massKg: number; lots: number }[] {
  const found = new Map<string, { supplierId: string; name: string; massKg: number; lots: number }>()
  for (const { winner } of awardRows(award)) {
    if (!winner) continue
    const one = found.get(winner.supplierId) ?? { supplierId: winner.supplierId, name: winner.supplierName ?? winner.supplierId, massKg: 0, lots: 0 }
    found.set(winner.supplierId, { ...one, massKg: one.massKg + winner.massKg, lots: one.lots + 1 })
  }
  return [...found.values()].sort((a, b) => b.massKg - a.massKg)
}
