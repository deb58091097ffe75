import type { components } from '@/api/schema'

export type Trace = components['schemas']['GoodsTrace']
export type Step = components['schemas']['TraceStepView']
export type Label = components['schemas']['LabelView']

/** What a label's picture holds: any phone's camera opens the goods' way with it. */
export const labelAddress = (label: Pick<Label, 'code' | 'seal'>): string => `${location.origin}/t/${label.code}?seal=${encodeURIComponent(label.seal)}`

/** A code is typed in any case and width, or scanned as the address that its picture holds. */
export function readCode(typed: string): { code: string; seal?: string } {
  const plain = typed.normalize('NFKC').trim()
  const address = /\/t\/([^?#\s]+)(?:\?(?:[^#\s]*&)?seal=([^&#\s]+))?/.exec(plain)
  const code = (address?.[1] ? decodeURIComponent(address[1]) : plain).replace(/\s+/g, '').toUpperCase().slice(0, 60)
  return address?.[2] ? { code, seal: decodeURIComponent(address[2]).slice(0, 40) } : { code }
}

/** Steps by what people tell apart on the way: bought, brought, tested, kept. */
export const CHAPTERS = {
  bought: ['SOURCE', 'AWARDED', 'CONTRACTED'],
  brought: ['PLANNED', 'NOTIFIED', 'ARRIVED', 'CHECKED', 'WEIGHED_ORIGIN', 'WEIGHED_DESTINATION', 'SETTLED', 'UNLOADED', 'CANCELLED', 'REFUSED', 'RETURNED'],
  tested: ['BATCHED', 'SAMPLED', 'TESTED', 'JUDGED'],
  kept: ['PASSED', 'RELEASED'],
} as const satisfies Record<string, readonly Step['kind'][]>

export const BAD: readonly Step['kind'][] = ['REFUSED', 'RETURNED', 'CANCELLED']

/** A batch of labels to an A4 sheet: three beside each other, seven below. */
export const PER_SHEET = 21
export function sheets<T>(labels: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(labels.length / PER_SHEET) }, (_, at) => labels.slice(at * PER_SHEET, (at + 1) * PER_SHEET))
}
