/*
 * Days under a heavy-pollution alert: what a notice says, typed or pasted from a table, and which alerts lie on a day.
 */
import type { components } from '@/api/schema'
import type { Alert } from './delivery'

export type AlertForm = components['schemas']['AlertForm']
export type Level = AlertForm['level']
export const LEVELS: readonly Level[] = ['YELLOW', 'ORANGE', 'RED']
export const LEVEL_TONES = { YELLOW: 'quiet', ORANGE: 'warn', RED: 'bad' } as const satisfies Record<Level, string>
const MOST_DAYS = 60
const DAY = 86_400_000

export type Fault = 'zone' | 'level' | 'days' | 'backwards' | 'long' | 'source'

/** What is wrong with an alert before it is sent. */
export function faultOf(alert: AlertForm): Fault | null {
  if (alert.zone.trim() === '' || alert.zone.length > 20) return 'zone'
  if (!LEVELS.includes(alert.level)) return 'level'
  const from = Date.parse(alert.fromOn)
  const to = Date.parse(alert.toOn)
  if (Number.isNaN(from) || Number.isNaN(to)) return 'days'
  if (to < from) return 'backwards'
  if (to - from > MOST_DAYS * DAY) return 'long'
  return alert.source.trim().length < 2 ? 'source' : null
}

/** 2027-05-14, 2027/5/14 and 2027年5月14日 alike; null for what is no day. */
export function dayIn(text: string): string | null {
  const match = /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?$/.exec(text.normalize('NFKC').trim())
  if (!match) return null
  const day = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return new Date(Date.parse(day)).toISOString().slice(0, 10) === day ? day : null
}

export interface Words {
  level: Record<Level, string>
  no: readonly string[]
}

/** Of a pasted line: zone, level, first day, last day, source, whether it blocks (yes unless it says no). Null where it cannot be read. */
export function lineOf(line: string, words: Words): AlertForm | null {
  const [zone = '', level = '', from = '', to = '', source = '', blocks = ''] = line.split('\t').map(cell => cell.trim())
  const found = LEVELS.find(one => level.toUpperCase() === one || (level !== '' && (words.level[one].startsWith(level) || level.startsWith(words.level[one]))))
  const fromOn = dayIn(from)
  const toOn = dayIn(to)
  if (!zone || !found || !fromOn || !toOn) return null
  return { zone, level: found, fromOn, toOn, source, blocks: !words.no.includes(blocks.toLowerCase()) }
}

/** Pasted lines that could be read, and how many of the others there are; a header is one of those and says nothing. */
export function pasted(text: string, words: Words): { alerts: AlertForm[]; unread: string[] } {
  const lines = text.split(/\r?\n/).filter(line => line.trim() !== '')
  const alerts: AlertForm[] = []
  const unread: string[] = []
  for (const line of lines) {
    const alert = lineOf(line, words)
    if (alert) alerts.push(alert)
    else unread.push(line)
  }
  return { alerts, unread }
}

const within = (alert: Alert, on: string) => alert.fromOn <= on && on <= alert.toOn
/** Those that lie on a day, the gravest first. An alert that was withdrawn before it began lies on none. */
export const alertsOn = (alerts: readonly Alert[], on: string): Alert[] => alerts.filter(alert => within(alert, on)).sort((a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level))

/** The weeks of a month, Monday first; days of its neighbours are null. */
export function weeksOf(month: string): (string | null)[][] {
  const first = Date.parse(`${month}-01`)
  const before = (new Date(first).getUTCDay() + 6) % 7
  const cells: (string | null)[] = Array.from({ length: before }, () => null)
  for (let at = first; new Date(at).toISOString().slice(0, 7) === month; at += DAY) cells.push(new Date(at).toISOString().slice(0, 10))
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

export function monthBy(month: string, by: number): string {
  const [year = 0, one = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, one - 1 + by, 1)).toISOString().slice(0, 7)
}
