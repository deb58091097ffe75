/* What of an event's body reads well in one line: plain values, with reasons first; ids and nested things are left to the log. */
import { minuteOf } from '@/kit/time'
import { tonnes } from '@/kit/figures'
import type { Kg } from '@/kit/values'

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

function plain(key: string, value: unknown): string | null {
  if (typeof value === 'string') {
    if (value === '' || ID.test(value)) return null
    return INSTANT.test(value) ? minuteOf(value) : value
  }
  if (typeof value === 'number' && key.endsWith('Kg') && Number.isSafeInteger(value)) return `${tonnes(value as Kg)} t`
  if (Array.isArray(value)) return value.map(v => plain(key, v)).filter(Boolean).join(' · ') || null
  return null
}

export function factWords(facts: Record<string, unknown>): string {
  const entries = Object.entries(facts).sort(([a], [b]) => Number(b === 'reason') - Number(a === 'reason'))
  return entries.map(([key, value]) => plain(key, value)).filter(Boolean).slice(0, 4).join(' · ')
}
