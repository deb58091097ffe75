/** Days and minutes as people type them, and as they are kept: 2026-03-01. Nothing here asks the browser in what order it writes a day. */

// With the signs for year, month and day between the figures, too.
const WRITTEN = /^(\d{4})(?:-|\/|\.|\u5e74)(\d{1,2})(?:-|\/|\.|\u6708)(\d{1,2})\u65e5?$/
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/

/** Nothing where it is no day. */
export function readDay(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/\s+/g, '')
  const parts = WRITTEN.exec(plain) ?? TOGETHER.exec(plain)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? made.toISOString().slice(0, 10) : null
}

const MINUTE = /^(.*?\d\u65e5?)(?:[T\s]+)(\d{1,2})(?::|\u65f6|\.)(\d{2})\u5206?$/

/** A day with its minute, kept as 2026-03-01T09:30 and written with a space. Nothing where it is none. */
export function readMinute(typed: string): string | null {
  const parts = MINUTE.exec(typed.normalize('NFKC').trim())
  const day = parts && readDay(parts[1] ?? '')
  if (!parts || !day) return null
  const [hour, minute] = [Number(parts[2]), Number(parts[3])]
  return hour < 24 && minute < 60 ? `${day}T${String(hour).padStart(2, '0')}:${parts[3]}` : null
}

/** So many days on, or back. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}
