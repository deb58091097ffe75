import { expect, it } from 'vitest'
import { newIntent } from './intent'

const key = (header: { 'Idempotency-Key': string }) => header['Idempotency-Key']

it('a retry of the same change carries the same key', () => {
  const intent = newIntent()
  expect(key(intent.header({ targetKg: 40_000 }))).toBe(key(intent.header({ targetKg: 40_000 })))
})

it('another body is another change', () => {
  const intent = newIntent()
  expect(key(intent.header({ targetKg: 40_000 }))).not.toBe(key(intent.header({ targetKg: 41_000 })))
})

it('the same body after an answer is another change', () => {
  const intent = newIntent()
  const before = key(intent.header({ targetKg: 40_000 }))
  intent.done()
  expect(key(intent.header({ targetKg: 40_000 }))).not.toBe(before)
})

it('keys have the form that the server takes', () => {
  expect(key(newIntent().header())).toMatch(/^[A-Za-z0-9._:-]{8,80}$/)
})
