import { roundTo, writeDecimal } from './decimals'
import type { Fen, FenPerTonne, Kg } from './values'

/** Tonnes, exact: up to three decimals, none when they say nothing. */
export const tonnes = (mass: Kg): string => writeDecimal(mass, 3, 0)
/** Yuan, exact: always two decimals. */
export const yuan = (money: Fen): string => writeDecimal(money, 2)
/** Thousandths of a fen as fen, half up: what a reader is shown of comparisons. */
export const wholeFen = (milliFen: number): Fen => roundTo(milliFen, 3, 0) as Fen
/** Thousandths of a fen as yuan, exact: two decimals, and more only where they say something. */
export const yuanOfMilliFen = (milliFen: number): string => writeDecimal(milliFen, 5, 2)
/** Yuan per tonne, exact: always two decimals. */
export const yuanPerTonne = (price: FenPerTonne): string => writeDecimal(price, 2)
export const count = (n: number): string => writeDecimal(n, 0)
/** Parts per million as per cent with the decimals that say something, at least one. */
export const percent = (ppm: number): string => writeDecimal(ppm, 4, 1)

/** Each language counts in its own steps: 万 (10⁴) and 亿 (10⁸), or million and billion. */
export type Counting = 'wan' | 'million'
const STEPS = { wan: [['wan', 4], ['yi', 8]], million: [['million', 6], ['billion', 9]] } as const

/** For overviews only: a short figure and the name of its step; `one` where it is short as it is. */
export interface Short {
  figure: string
  step: 'one' | 'wan' | 'yi' | 'million' | 'billion'
}

function shorten(value: number, places: number, counting: Counting): Short {
  const [[small, smallPower], [large, largePower]] = STEPS[counting]
  const whole = roundTo(value, places, 0)
  if (Math.abs(whole) < 10 ** smallPower) return { figure: writeDecimal(whole, 0), step: 'one' }
  // Decided after rounding: 9 999.9996 wan is one yi, not 10,000 wan.
  const inSmall = roundTo(value, places + smallPower, 2)
  if (Math.abs(inSmall) < 100 * 10 ** (largePower - smallPower)) return { figure: writeDecimal(inSmall, 2, 0), step: small }
  return { figure: writeDecimal(roundTo(value, places + largePower, 2), 2, 0), step: large }
}

export const shortTonnes = (mass: Kg, counting: Counting = 'wan'): Short => shorten(mass, 3, counting)
export const shortYuan = (money: Fen, counting: Counting = 'wan'): Short => shorten(money, 2, counting)
