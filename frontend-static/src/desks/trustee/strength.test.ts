import { expect, test } from 'vitest'
import { bits, mayGuard, strengthOf } from './strength'

test.each([
  ['', 'short'], ['Ab3$xy', 'short'], ['password', 'short'], ['passwordpassword', 'weak'], ['12345678901234567890', 'weak'], ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'], ['qwertyuiopasdfghjkl', 'weak'],
  ['Jucai2026Jucai!', 'weak'], ['correcthorse', 'weak'], ['tram-lemon-7-orbit', 'fair'], ['tram-lemon-7-orbit-clay', 'strong'], ['tram lemon orbit', 'fair'], ['窑火 照着 青石 第七页', 'strong'], ['clay-orbit-9xk', 'fair'],
])('%s is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength)
})

test('a word said again and again is hardly stronger than said once', () => {
  const once = bits('tram-lemon')
  expect(bits('tram-lemontram-lemontram-lemon')).toBeLessThan(once + 35)
  expect(mayGuard('lemonlemonlemonlemon')).toBe(false)
})

test('one more sign never makes it weaker, and the width of a sign does not count', () => {
  const phrase = 'clay-orbit-9xk-窑火'
  for (let i = 1; i < phrase.length; i++) expect(bits(phrase.slice(0, i + 1))).toBeGreaterThanOrEqual(bits(phrase.slice(0, i)))
  expect(bits('\uff43\uff4c\uff41\uff59-orbit')).toBe(bits('clay-orbit'))
})
