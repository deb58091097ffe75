import { tonnes } from './figures'
import type { Kg } from './values'

/** A band of mass in words: which sentence, and its figures in tonnes. The lower end belongs to the band, the upper does not. */
export interface BandWords {
  key: 'below' | 'between' | 'above'
  from: string
  to: string
}

export function bandWords(fromKg: number | null | undefined, toKg: number | null | undefined): BandWords | null {
  const from = fromKg ? tonnes(fromKg as Kg) : ''
  const to = toKg != null ? tonnes(toKg as Kg) : ''
  if (!from && !to) return null
  if (!from) return { key: 'below', from, to }
  return { key: to ? 'between' : 'above', from, to }
}
