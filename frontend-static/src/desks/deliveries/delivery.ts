import type { components } from '@/api/schema'
import type { RoleName } from '@/session'

export type Delivery = components['schemas']['Delivery']
export type DeliveryStatus = components['schemas']['DeliveryStatus']
export type Act = Delivery['allowedCommands'][number]
export type Parcel = components['schemas']['ParcelView']
export type Progress = components['schemas']['ItemProgress']
export type ProposedTruck = components['schemas']['ProposedTruck']
export type PlannedTruck = components['schemas']['PlannedTruck']
export type Alert = components['schemas']['ControlPeriod']

export const SUPPLIERS = ['SUPPLIER_SELLER', 'SUPPLIER_ADMIN'] as const satisfies readonly RoleName[]
export const MEMBERS = ['MEMBER_BUYER', 'MEMBER_ADMIN'] as const satisfies readonly RoleName[]
/** Those at whose gate trucks stand. */
export const RECEIVERS = ['WAREHOUSE_KEEPER', ...MEMBERS] as const satisfies readonly RoleName[]
export const PLANNERS = ['FINANCE_OFFICER', ...SUPPLIERS, ...MEMBERS] as const satisfies readonly RoleName[]
export const CONCERNED = [...PLANNERS, 'WAREHOUSE_KEEPER', 'AUDITOR'] as const satisfies readonly RoleName[]

export const TONES = {
  PLANNED: 'quiet', NOTIFIED: 'active', ARRIVED: 'active', GATE_CHECKED: 'active', WEIGHED: 'active', UNLOADED: 'warn', AT_MEMBER: 'good', IN_STORE: 'good',
  RELEASED: 'good', CANCELLED: 'quiet', REFUSED: 'bad', RETURNED: 'bad',
} as const satisfies Record<DeliveryStatus, string>

/** What people ask for: what is coming, what stands at a gate, what lies and waits, what is done. */
export const STAGES = {
  coming: ['PLANNED', 'NOTIFIED'], gate: ['ARRIVED', 'GATE_CHECKED', 'WEIGHED'], lying: ['UNLOADED', 'AT_MEMBER', 'IN_STORE'], over: ['RELEASED', 'CANCELLED', 'REFUSED', 'RETURNED'],
} as const satisfies Record<string, readonly DeliveryStatus[]>
export type Stage = keyof typeof STAGES

export const TRACK: readonly DeliveryStatus[] = ['PLANNED', 'NOTIFIED', 'ARRIVED', 'GATE_CHECKED', 'WEIGHED', 'UNLOADED', 'IN_STORE', 'RELEASED']

const AT_THE_GATE: readonly Act[] = ['ARRIVE', 'ACCEPT', 'REFUSE', 'WEIGH_DESTINATION', 'UNLOAD']
/** Whether the next step is taken at our gate. */
export const waitsAtOurGate = (delivery: Delivery): boolean => delivery.allowedCommands.some(act => AT_THE_GATE.includes(act))

export const may = (delivery: Delivery, act: Act): boolean => delivery.allowedCommands.includes(act)

/** A code is typed in any case and width, or scanned as the address that its picture holds. */
export function codeOf(typed: string): string {
  const plain = typed.normalize('NFKC').trim()
  const inAddress = /[?&]code=([^&#\s]+)/.exec(plain)?.[1]
  return (inAddress ? decodeURIComponent(inAddress) : plain).replace(/\s+/g, '').toUpperCase()
}

/** What the picture on a delivery holds: any phone's camera opens the gate's page with it. */
export const gateAddress = (code: string): string => `${location.origin}/gate?code=${encodeURIComponent(code)}`
