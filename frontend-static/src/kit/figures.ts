import { roundTo, writeDecimal } from './decimals'
import type { Fen, FenPerTonne, Kg } from './values'

/** Tonnes, exact: up to three decimals, none when they say nothing. */
export const tonnes = (mass: Kg): string => writeDecimal(mass, 3, 0)
/** Yuan, exact: always two decimals. */
export const yuan = (money: Fen): string => writeDecimal(money, 2)
/** Yuan per tonne, exact: always two decimals. */
export const yuanPerTonne = (price: FenPerTonne): string => writeDecimal(price, 2)
export const count = (n: number): string => writeDecimal(n, 0)
/** Parts per million as per cent with the decimals that say something, at least one. */
export const percent = (ppm: number): string => writeDecimal(ppm, 4, 1)

/** For overviews only: a short figure and the name of its step (wan = 10⁴, yi = 10⁸), null where the figure is short as it is. */
export interface Short {
  figure: string
  step: 'one' | 'wan' | 'yi'
}

function shorten(value: number, places: number): Short {
  const units = Math.abs(value) / 10 ** places
  // Decided after rounding: 9 999.9996 wan is one yi, not 10,000 wan.
  const wan = roundTo(value, places + 4, 2)
  if (units < 9999.5) return { figure: writeDecimal(roundTo(value, places, 0), 0), step: 'one' }
  if (Math.abs(wan) < 1_000_000) return { figure: writeDecimal(wan, 2, 0), step: 'wan' }
  return { figure: writeDecimal(roundTo(value, places + 8, 2), 2, 0), step: 'yi' }
}

export const shortTonnes = (mass: Kg): Short => shorten(mass, 3)
export const shortYuan = (money: Fen): Short => shorten(money, 2)
