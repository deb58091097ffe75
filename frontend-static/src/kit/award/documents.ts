/*
 * The award's documents (api-spec/award/*.schema.json, backend/docs/notes/award-format.md). Figures beyond 2^53 are not read by a
 * browser without loss; a document that has one is refused rather than read wrongly.
 */
export type Ladder = 'ALL_UNITS' | 'INCREMENTAL'
export interface Step { fromKg: number; fenPerTonne: readonly number[] }
export interface Bid {
  lot: string
  minimumKg: number
  capacityKg: number
  ladder: Ladder
  steps: readonly Step[]
  freightFenPerTonne: number
  truck?: { kg: number; fen: number }
  attributesPpm?: Readonly<Record<string, number>>
}
export interface Supplier {
  id: string
  group?: string
  small: boolean
  minimumKg: number
  capacityKg: number
  totalTiersFromKg: readonly number[]
  bids: readonly Bid[]
  bundles: readonly (readonly string[])[]
}
export interface Lot { id: string; minimumKg: number; targetKg: number; maximumKg: number; mustBeServed: boolean; outsideFenPerTonne: number }
export interface Rule {
  id: string
  kind: 'MAX_SUPPLIERS' | 'MIN_SUPPLIERS' | 'MAX_SUPPLIERS_PER_LOT' | 'MIN_SUPPLIERS_PER_LOT' | 'MAX_SUPPLIER_SHARE' | 'MAX_GROUP_SHARE' | 'MIN_SMALL_SHARE' | 'EXCLUDED_PAIR' | 'QUALITY'
  count?: number
  shareBp?: number
  of?: 'LOT' | 'ROUND'
  lot?: string
  supplier?: string
  attribute?: string
  atLeastPpm?: number
  atMostPpm?: number
}
export interface Problem { format: 'jucai-award-problem/1'; round: string; gridKg: number; lots: readonly Lot[]; suppliers: readonly Supplier[]; rules: readonly Rule[] }
export interface Award { lot: string; supplier: string; kg: number; totalTier: number; step: number; costMilliFen: number; amountFen: number }
export interface Result {
  format: 'jucai-award-result/1'
  problemSha256: string
  engine: string
  engineVersion: string
  run: { kind: 'DETERMINISTIC' | 'EXPLORATORY'; workLimit: number; work: number }
  status: 'OPTIMAL' | 'FEASIBLE' | 'INFEASIBLE' | 'UNKNOWN'
  objectiveMilliFen?: number
  boundMilliFen?: number
  totalFen?: number
  awards?: readonly Award[]
  failedLots?: readonly string[]
}
