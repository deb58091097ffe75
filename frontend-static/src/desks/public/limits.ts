import type { components } from '@/api/schema'
import { writeDecimal } from '@/kit/decimals'
import { percent } from '@/kit/figures'

export type Limit = components['schemas']['Limit']
export type Property = components['schemas']['Property']
type Unit = Limit['unit']

/** The order in which a data sheet lists them. */
export const PROPERTIES: readonly Property[] = [
  'AL2O3', 'SIO2', 'FE2O3', 'TIO2', 'CAO_MGO', 'K2O_NA2O', 'CAO', 'MGO', 'SIC', 'FREE_CARBON', 'LOI',
  'BULK_DENSITY', 'WATER_ABSORPTION', 'REFRACTORINESS', 'PLASTICITY',
]

export function limitFigure(value: number, unit: Unit): string {
  switch (unit) {
    case 'PPM': return percent(value)
    case 'MG_PER_CM3': return writeDecimal(value, 3, 2)
    case 'CELSIUS': return writeDecimal(value, 0)
    case 'THOUSANDTHS': return writeDecimal(value, 3, 1)
  }
}

/** "≥ 87.5", "≤ 1.6", "> 80.0", "70.0–80.0" */
export function limitText(limit: Pick<Limit, 'kind' | 'minimum' | 'maximum' | 'unit' | 'exclusive'>): string {
  const low = limit.minimum == null ? null : limitFigure(limit.minimum, limit.unit)
  const high = limit.maximum == null ? null : limitFigure(limit.maximum, limit.unit)
  if (low !== null && high !== null) return `${low}\u2013${high}`
  if (low !== null) return `${limit.exclusive ? '>' : '\u2265'}\u2009${low}`
  if (high !== null) return `${limit.exclusive ? '<' : '\u2264'}\u2009${high}`
  return ''
}
