/* 统一社会信用代码, GB 32100: 17 characters and a check character, weights 3^i mod 31. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

export type UsccFinding = 'length' | 'letters' | 'checkDigit'

/** What looks wrong, before the server says so; a wrong check digit warns and can be overridden with a reason. */
export function usccFinding(typed: string): UsccFinding | null {
  const code = typed.replace(/\s/g, '').toUpperCase()
  if (code === '') return null
  if ([...code].some(c => !ALPHABET.includes(c))) return 'letters'
  if (code.length !== 18) return 'length'
  let sum = 0
  let weight = 1
  for (const c of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(c) * weight
    weight = (weight * 3) % 31
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17] ? null : 'checkDigit'
}
