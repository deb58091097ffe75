import type { components } from '@/api/schema'

type Observed = Pick<components['schemas']['PricePoint'], 'observedOn' | 'approximateDate'>

/** Where the source names only a month, no day is made up. */
export const observedDay = (e: Observed, t: (key: string, named: Record<string, unknown>) => string): string =>
  e.approximateDate ? t('kit.time.about', { month: e.observedOn.slice(0, 7) }) : e.observedOn
