import { expect, test } from 'vitest'
import { usccFinding } from './uscc'

test('a true code passes, in small letters and with spaces too', () => {
  expect(usccFinding('91350100M000100Y43')).toBeNull()
  expect(usccFinding('9135 0100 m000100y43')).toBeNull()
})

test('one wrong character is noticed', () => {
  expect(usccFinding('91350100M000100Y44')).toBe('checkDigit')
  expect(usccFinding('91350101M000100Y43')).toBe('checkDigit')
})

test('letters that the standard leaves out, and a wrong length, are named as such', () => {
  expect(usccFinding('91350100M000100I43')).toBe('letters')
  expect(usccFinding('91350100M000100Y4')).toBe('length')
})

test('no code at all is no mistake of the check digit', () => {
  expect(usccFinding('  ')).toBeNull()
})
