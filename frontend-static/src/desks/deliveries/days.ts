import type { components } from '@/api/schema'

export type Day = components['schemas']['ClosedDay']
const DAY = 86_400_000

/** Days as dates without a time of day: 2027-05-01 and those after it, both ends included; at most three years of them. */
export function daysBetween(fromOn: string, toOn: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(fromOn); at <= Date.parse(toOn) && days.length < 1_100; at += DAY) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

export const dayAfter = (on: string, by: number): string => new Date(Date.parse(on) + by * DAY).toISOString().slice(0, 10)
