import { api, take } from '@/api/client'
import type { components } from '@/api/schema'
import type { Tone } from '@/kit/StateTag.vue'

export type SupplierSize = components['schemas']['SupplierSize']
export type NewSupplierSize = components['schemas']['NewSupplierSize']
export type ComparedSize = components['schemas']['ComparedSize']
export type Standing = ComparedSize['standing']

export const STANDING_TONES: Record<Standing, Tone> = { STATED: 'quiet', CONFIRMED: 'good', REFUSED: 'bad' }
export const CLASSES = ['LARGE', 'MEDIUM', 'SMALL', 'MICRO'] as const
export const TRADES = ['INDUSTRY', 'WHOLESALE'] as const

export const listSizes = (supplierId: string, cursor?: string) => take(api.GET('/api/suppliers/{supplierId}/sizes', { params: { path: { supplierId }, query: { cursor, limit: 20 } } }))

const isSmall = (size: ComparedSize['size']): boolean => size === 'SMALL' || size === 'MICRO'
/** Whether a rule that keeps a share for small suppliers counts it. */
export const counts = (size: ComparedSize | undefined): boolean => size !== undefined && isSmall(size.size) && size.standing !== 'REFUSED'
