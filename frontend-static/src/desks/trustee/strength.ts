/*
 * How long a passphrase would withstand guessing: an estimate from below. Letters inside a word say little, for words are
 * known; what repeats, runs on (abcd, 1234) or stands next to each other on a keyboard says hardly anything.
 */
export type Strength = 'short' | 'weak' | 'fair' | 'strong'
/** As the key file asks. */
const SHORTEST = 12
/** Bits; each try to open a key file costs a million hashes, which is worth 20 more. */
export const FAIR_BITS = 50
export const STRONG_BITS = 70

const POOLS: readonly [RegExp, number][] = [[/[a-z]/, 26], [/[A-Z]/, 26], [/[0-9]/, 10], [/[\u4e00-\u9fff]/, 2000], [/[^a-zA-Z0-9\u4e00-\u9fff]/, 30]]
/** Signs of one kind that follow each other, as in a word or a year, and what each further one says. */
const KINDS: readonly [RegExp, number][] = [[/[a-z]/i, 2.5], [/[0-9]/, 2.5], [/[\u4e00-\u9fff]/, 6]]
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1234567890', 'abcdefghijklmnopqrstuvwxyz']

/** Whether a sign follows from the one before it: the same, the next one, or its neighbour. */
function follows(before: string, sign: string): boolean {
  const [one, other] = [before.toLowerCase(), sign.toLowerCase()]
  if (one === other) return true
  return ROWS.some(row => row.includes(one + other) || row.includes(other + one))
}

export function bits(passphrase: string): number {
  const signs = [...passphrase.normalize('NFKC')]
  const pool = POOLS.reduce((sum, [pattern, size]) => sum + (signs.some(sign => pattern.test(sign)) ? size : 0), 0)
  if (pool === 0) return 0
  const known = new Set<string>()
  let total = 0
  signs.forEach((sign, i) => {
    // A pair that was there before, as in a word said twice, says nothing new.
    const pair = (signs[i - 1] ?? '') + sign
    const old = i > 0 && (known.has(pair) || follows(signs[i - 1]!, sign))
    known.add(pair)
    const inWord = i === 0 ? undefined : KINDS.find(([kind]) => kind.test(signs[i - 1]!) && kind.test(sign))?.[1]
    total += old ? 1 : inWord ?? Math.log2(pool)
  })
  return Math.floor(total)
}

export function strengthOf(passphrase: string): Strength {
  if ([...passphrase].length < SHORTEST) return 'short'
  const found = bits(passphrase)
  return found < FAIR_BITS ? 'weak' : found < STRONG_BITS ? 'fair' : 'strong'
}

export const mayGuard = (passphrase: string): boolean => strengthOf(passphrase) === 'fair' || strengthOf(passphrase) === 'strong'
