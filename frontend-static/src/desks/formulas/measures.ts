import type { components } from '@/api/schema'
import { readDecimal, writeDecimal } from '@/kit/decimals'

/** What a formula measures, as it is typed and as it is kept: whole numbers of the smallest unit. */
export type Measure = components['schemas']['FormulaProperty']
export type Of = 'FEN_PER_TONNE' | 'PRICE_PPM' | 'MASS_PPM' | 'AMOUNT_FEN'
/** A whole number or a fraction of two. */
export type Quantity = number | { numerator: number; denominator: number }

export const MEASURES: readonly Measure[] = ['AL2O3', 'FE2O3', 'TIO2', 'CAO_MGO', 'K2O_NA2O', 'SIO2', 'CAO', 'MGO', 'SIC', 'FREE_CARBON', 'LOI', 'BULK_DENSITY', 'WATER_ABSORPTION', 'REFRACTORINESS', 'PLASTICITY',
  'MOISTURE', 'SULPHUR', 'ALUMINA_SILICA_RATIO', 'OFF_SIZE', 'IRON', 'COPPER', 'ARSENIC', 'LEAD_ZINC', 'FLUORINE', 'ASH', 'CALORIFIC_VALUE']
export const OFS: readonly Of[] = ['FEN_PER_TONNE', 'PRICE_PPM', 'MASS_PPM', 'AMOUNT_FEN']

const UNITS: Partial<Record<Measure, { places: number; unit: string }>> = {
  BULK_DENSITY: { places: 3, unit: 'g/cm³' },
  REFRACTORINESS: { places: 0, unit: '°C' },
  PLASTICITY: { places: 3, unit: '' },
  ALUMINA_SILICA_RATIO: { places: 3, unit: '' },
  CALORIFIC_VALUE: { places: 3, unit: 'MJ/kg' },
}
const PER_CENT = { places: 4, unit: '%' }
const shape = (measure: Measure) => UNITS[measure] ?? PER_CENT
export const unitOf = (measure: Measure): string => shape(measure).unit

const MINUS = /^[-\u2212\uff0d]/

/** A signed decimal as an integer of its last place; null where it cannot be read. */
function integer(typed: string, places: number): number | null {
  const text = typed.trim()
  const negative = MINUS.test(text)
  const reading = readDecimal(negative ? text.slice(1) : text, places)
  if (!reading.ok) return null
  return negative && reading.value !== 0 ? -reading.value : reading.value
}
const plain = (value: number, places: number) => writeDecimal(value, places, 0).replaceAll(',', '').replace('\u2212', '-')

export const writeReading = (value: number, measure: Measure): string => plain(value, shape(measure).places)
export const readReading = (typed: string, measure: Measure): number | null => integer(typed, shape(measure).places)

const placesOf = (of: Of): number => (of === 'PRICE_PPM' || of === 'MASS_PPM' ? 4 : 2)
const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b))

/** Numerator over denominator in lowest terms; a whole number where it is one. */
function quantity(numerator: number, denominator: number): Quantity | null {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) return null
  const by = gcd(numerator, denominator) || 1
  return denominator === by ? numerator / by : { numerator: numerator / by, denominator: denominator / by }
}

/** Yuan or per cent; a part of the whole is typed as a fraction (`-1/35`), which per cent could not say exactly. */
export function readQuantity(typed: string, of: Of): Quantity | null {
  const fraction = /^([-\u2212\uff0d]?)\s*(\d{1,6})\s*[/\uff0f]\s*(\d{1,6})$/.exec(typed.trim())
  if (!fraction) return integer(typed, placesOf(of))
  const whole = placesOf(of) === 4 ? 1_000_000 : 100
  const size = quantity(Number(fraction[2]) * whole, Number(fraction[3]))
  if (size === null || !fraction[1]) return size
  return typeof size === 'number' ? -size : { numerator: -size.numerator, denominator: size.denominator }
}

export function writeQuantity(value: Quantity, of: Of): string {
  if (typeof value === 'number') return plain(value, placesOf(of))
  const whole = placesOf(of) === 4 ? 1_000_000 : 100
  const by = gcd(value.numerator, value.denominator * whole) || 1
  return `${value.numerator / by}/${value.denominator * whole / by}`
}

/** A multiplier: `1.5` is three halves. */
export function readTimes(typed: string): Quantity | null {
  const value = integer(typed, 3)
  return value === null ? null : quantity(value, 1000)
}
export function writeTimes(value: Quantity): string {
  if (typeof value === 'number') return String(value)
  const thousandths = value.numerator * 1000 / value.denominator
  return Number.isInteger(thousandths) ? plain(thousandths, 3) : `${value.numerator}/${value.denominator}`
}
