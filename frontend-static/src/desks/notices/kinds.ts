import type { components } from '@/api/schema'

export type Kind = components['schemas']['NoticeKindName']

/** In the order in which a round goes on. */
export const KINDS: readonly Kind[] = ['ROUND', 'DEMAND', 'QUESTION', 'OFFER', 'OPENING', 'AWARD', 'ALLOCATION', 'CONTRACT', 'DELIVERY', 'CALENDAR', 'INSPECTION', 'SETTLEMENT', 'RECALL', 'MEMBERSHIP', 'REMEDY', 'WEBHOOK']

/** A minute of the day as a time field has it, and back; nothing where there is none. */
export const clockOf = (minute: number | undefined): string =>
  minute === undefined ? '' : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
export function minuteOf(clock: string): number | undefined {
  const parts = /^(\d{2}):(\d{2})/.exec(clock)
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : undefined
}
