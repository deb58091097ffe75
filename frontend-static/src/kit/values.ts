/*
 * Numbers with their unit in the type: the compiler refuses to add kilograms to fen, or to show one as the other.
 * All are integers; the largest sum the platform knows (all rounds, in fen) stays far below 2^53.
 */
declare const unit: unique symbol
type Of<U extends string> = number & { readonly [unit]: U }

export type Kg = Of<'kg'>
export type Fen = Of<'fen'>
export type FenPerTonne = Of<'fen/t'>

function whole(value: number, what: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${what} must be a whole number, not ${value}`)
  return value
}

export const kg = (value: number): Kg => whole(value, 'kilograms') as Kg
export const fen = (value: number): Fen => whole(value, 'fen') as Fen
export const fenPerTonne = (value: number): FenPerTonne => whole(value, 'fen per tonne') as FenPerTonne
export const sumKg = (masses: readonly Kg[]): Kg => kg(masses.reduce<number>((sum, m) => sum + m, 0))

/** Price times mass, half up, as the books do it: fen = fen/t × kg ÷ 1000. */
export function amount(price: FenPerTonne, mass: Kg): Fen {
  const product = BigInt(price) * BigInt(mass)
  return fen(Number((product + 500n) / 1000n))
}
