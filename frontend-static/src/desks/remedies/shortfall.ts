import type { components } from '@/api/schema'
import { readDecimal } from '@/kit/decimals'
import type { RoleName } from '@/session'

export type Shortfall = components['schemas']['ShortfallView']
export type Supply = components['schemas']['LotSupplyView']
export type Row = components['schemas']['DivisionRow']
export type Division = components['schemas']['DivisionView']

export const STATERS = ['FINANCE_OFFICER', 'SUPPLIER_SELLER', 'SUPPLIER_ADMIN'] as const satisfies readonly RoleName[]
export const READERS = [...STATERS, 'AUDITOR'] as const satisfies readonly RoleName[]
export const TONES = { STATED: 'warn', DIVIDED: 'good', INSISTED: 'active', WITHDRAWN: 'quiet' } as const

/** The finance group finds it once the term is over or a contract ended, the supplier states it at any time; one at a time. */
export const mayState = (supply: Supply, isGroup: boolean): boolean => !supply.isHeld && (!isGroup || supply.isOverdue || supply.hasEndedContract)

/** Tonnes as typed, in kilograms; null where they are none. */
export function kgOf(tonnes: string): number | null {
  const reading = readDecimal(tonnes, 3)
  return reading.ok ? reading.value : null
}

/** What the rule's figure says, to be read beside a line's claim. */
export function figureOf(division: Division, row: Row): string {
  if (row.how !== 'LEVEL') return ''
  return division.shareRule === 'PROPORTIONAL' ? (row.level / 1_000_000_000).toFixed(9) : (row.level / 1_000).toFixed(3)
}
