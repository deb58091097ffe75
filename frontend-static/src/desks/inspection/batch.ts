import type { components } from '@/api/schema'
import type { Delivery } from '@/desks/deliveries/delivery'
import type { RoleName } from '@/session'

export type Batch = components['schemas']['InspectionBatch']
export type Act = Batch['allowedCommands'][number]
export type Status = Batch['status']
export type Quality = Batch['quality']
export type SampleKind = components['schemas']['BatchSampleKind']
export type BatchResult = components['schemas']['BatchResult']

/** Those in whose hands goods wait for their results. */
export const RECEIVERS = ['WAREHOUSE_KEEPER', 'MEMBER_BUYER', 'MEMBER_ADMIN'] as const satisfies readonly RoleName[]
export const CONCERNED = [...RECEIVERS, 'FINANCE_OFFICER', 'SUPPLIER_SELLER', 'SUPPLIER_ADMIN', 'AUDITOR'] as const satisfies readonly RoleName[]
export const KINDS: readonly SampleKind[] = ['MAIN', 'DUPLICATE', 'UMPIRE']
export const MOST_KG = 100_000

export const may = (batch: Batch, act: Act): boolean => batch.allowedCommands.includes(act)

export const QUALITY_TONES = { UNDER_TEST: 'quiet', SAMPLED: 'active', TESTED: 'active', ACCEPTED: 'good', ADJUSTED: 'warn', REJECTED: 'bad' } as const satisfies Record<Quality, string>
export const STATUS_TONES = {
  REQUESTED: 'warn', SAMPLED: 'active', IN_TEST: 'active', VERIFIED: 'active', ISSUED: 'active', CONTESTED: 'warn', UMPIRE: 'warn', FINAL: 'good',
} as const satisfies Record<Status, string>

/** The way of an inspection; the stations of a contest only where there is one. */
export function trackOf(batch: Batch): readonly Status[] {
  const contested: Status[] = batch.contest === undefined ? [] : batch.contest.retest ? (batch.status === 'UMPIRE' || batch.found?.because === 'UMPIRE' ? ['CONTESTED', 'UMPIRE'] : ['CONTESTED']) : ['UMPIRE']
  return ['REQUESTED', 'SAMPLED', 'IN_TEST', 'VERIFIED', 'ISSUED', ...contested, 'FINAL']
}

/** Whether the buyer has to say what becomes of the goods. */
export const waitsForBuyer = (batch: Batch): boolean => batch.found !== undefined && batch.decided === undefined

/** The final result is there, or it is on its way: what is asked for in the list. */
export const STAGES = {
  open: (one: Batch) => one.status !== 'FINAL' && one.status !== 'ISSUED',
  issued: (one: Batch) => one.status === 'ISSUED',
  buyer: waitsForBuyer,
  over: (one: Batch) => one.decided !== undefined,
} as const
export type Stage = keyof typeof STAGES

export interface Group { key: string; grade: string; size: string; packing: string; sellerName: string; trucks: Delivery[] }

/** Goods in our quarantine that no batch has yet, by what one batch may hold: one supplier, contract, grade, size and packing. */
export function groupsOf(deliveries: readonly Delivery[], batches: readonly Batch[], party: string): Group[] {
  const taken = new Set(batches.flatMap(batch => batch.loads.map(load => load.deliveryId)))
  const groups = new Map<string, Group>()
  for (const one of deliveries) {
    if (one.status !== 'UNLOADED' || (one.storeId ?? one.memberId) !== party || taken.has(one.id)) continue
    const key = [one.contractId, one.grade, one.size, one.packing].join('/')
    const group = groups.get(key) ?? { key, grade: one.grade, size: one.size, packing: one.packing, sellerName: one.sellerName ?? '', trucks: [] }
    group.trucks.push(one)
    groups.set(key, group)
  }
  return [...groups.values()].map(group => ({ ...group, trucks: group.trucks.sort((a, b) => (a.arrivedAt ?? '').localeCompare(b.arrivedAt ?? '')) }))
}

/** The first trucks that one batch has room for, in the order they came. */
export function proposed(trucks: readonly Delivery[]): Set<string> {
  const chosen = new Set<string>()
  let sum = 0
  for (const one of trucks) {
    const mass = one.settledKg ?? 0
    if (sum + mass > MOST_KG) break
    sum += mass
    chosen.add(one.id)
  }
  return chosen
}

export const massOf = (trucks: readonly Delivery[], chosen: ReadonlySet<string>): number => trucks.filter(one => chosen.has(one.id)).reduce((sum, one) => sum + (one.settledKg ?? 0), 0)

/** A laboratory for each kind, the umpire's another than the others'; where there is but one, no umpire. */
export function usualLaboratories(ids: readonly string[]): Partial<Record<SampleKind, string>> {
  const [first, second] = ids
  return { ...(first && { MAIN: first, DUPLICATE: first }), ...(second && { UMPIRE: second }) }
}

/** The label on a sample says its code and nothing else. */
export const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')
