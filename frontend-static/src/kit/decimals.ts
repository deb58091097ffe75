/*
 * Decimal text ↔ integer, without floating point: "32.4" with 3 places is 32400.
 */
export type Reading = { ok: true; value: number } | { ok: false; why: 'empty' | 'notANumber' | 'tooFine' | 'tooLarge' | 'negative' }

const FULL_WIDTH = /[\uff0e\uff0c\uff0b\uff0d\uff10-\uff19\u3002]/g

/** What a Chinese keyboard types: full-width digits and stops become plain ones. */
function plain(typed: string): string {
  return typed
    .replace(FULL_WIDTH, c => (c === '\u3002' ? '.' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
    .replace(/[\s\u00a0\u2009']/g, '')
}

/** Thousands separators are taken only where they separate thousands, so that "1,5" is never read as fifteen. */
export function readDecimal(typed: string, places: number): Reading {
  const text = plain(typed)
  if (text === '') return { ok: false, why: 'empty' }
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d*)(?:\.(\d*))?$/.exec(text)
  if (!match || (!match[2] && !match[3])) return { ok: false, why: 'notANumber' }
  const integer = (match[2] ?? '').replaceAll(',', '') || '0'
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (fraction.length > places) return { ok: false, why: 'tooFine' }
  const digits = integer + fraction.padEnd(places, '0')
  const value = Number(digits)
  if (!Number.isSafeInteger(value)) return { ok: false, why: 'tooLarge' }
  if (match[1] === '-' && value > 0) return { ok: false, why: 'negative' }
  return { ok: true, value }
}

/** The other way: digits grouped in thousands, trailing zeros kept down to `atLeast` places. */
export function writeDecimal(value: number, places: number, atLeast: number = places): string {
  const sign = value < 0 ? '\u2212' : ''
  const digits = String(Math.abs(value)).padStart(places + 1, '0')
  const integer = digits.slice(0, digits.length - places).replace(/\B(?=(\d{3})+$)/g, ',')
  let fraction = places === 0 ? '' : digits.slice(-places)
  while (fraction.length > atLeast && fraction.endsWith('0')) fraction = fraction.slice(0, -1)
  return sign + integer + (fraction ? `.${fraction}` : '')
}

/** Rounds an integer to fewer places, half away from zero, still without floating point. */
export function roundTo(value: number, from: number, to: number): number {
  if (to >= from) return value
  const step = 10 ** (from - to)
  const magnitude = Math.abs(value)
  const rest = magnitude % step
  const rounded = (magnitude - rest) / step + (rest * 2 >= step ? 1 : 0)
  return value < 0 ? -rounded : rounded
}
