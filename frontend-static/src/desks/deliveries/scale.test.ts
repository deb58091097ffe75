import { expect, it } from 'vitest'
import type { Kg } from '@/kit/values'
import type { Delivery } from './delivery'
import { permilleOf, read, verdict } from './scale'

const ticket = (side: 'ORIGIN' | 'DESTINATION', netKg: number) => ({ side, netKg }) as Delivery['tickets'][number]
const delivery = (tickets: Delivery['tickets'], settlingTicket: Delivery['settlingTicket'] = 'DESTINATION') => ({ tickets, settlingTicket, differencePermille: 3 }) as Delivery
const kg = (n: number) => n as Kg

it('a net is gross less tare, and a tare that is not below the gross is none', () => {
  expect(read(47_980, 16_000)).toEqual({ state: 'net', net: 31_980 })
  expect(read(47_980, null)).toEqual({ state: 'typing' })
  expect(read(16_000, 16_000)).toEqual({ state: 'wrong', why: 'tare' })
  expect(read(47_980, 0)).toEqual({ state: 'wrong', why: 'tare' })
  expect(read(150_001, null)).toEqual({ state: 'wrong', why: 'heavy' })
})

it('at three permille both tickets agree, one kilogram beyond it is weighed again', () => {
  const origin = delivery([ticket('ORIGIN', 32_000)])
  expect(verdict(kg(31_904), origin)).toEqual({ kind: 'agrees', settles: 31_904, difference: -96, permille: '3.00' })
  expect(verdict(kg(31_903), origin)).toEqual({ kind: 'again', difference: -97, permille: '3.03' })
  expect(verdict(kg(32_096), origin).kind).toBe('agrees')
  expect(verdict(kg(32_097), origin).kind).toBe('again')
})

it('the contract says which ticket settles, and a mean of half a kilogram goes up', () => {
  expect(verdict(kg(31_950), delivery([ticket('ORIGIN', 32_000)], 'ORIGIN'))).toMatchObject({ settles: 32_000 })
  expect(verdict(kg(31_951), delivery([ticket('ORIGIN', 32_000)], 'MEAN'))).toMatchObject({ settles: 31_976 })
})

it('weighed again, agreeing with itself and not with the origin, the destination settles', () => {
  expect(verdict(kg(31_020), delivery([ticket('ORIGIN', 32_000), ticket('DESTINATION', 31_000)]))).toMatchObject({ kind: 'confirms', settles: 31_020 })
  expect(verdict(kg(31_500), delivery([ticket('ORIGIN', 32_000), ticket('DESTINATION', 31_000)])).kind).toBe('again')
})

it('without a ticket of the origin ours settles alone', () => {
  expect(verdict(kg(31_980), delivery([]))).toEqual({ kind: 'alone', settles: 31_980 })
})

it('permille are rounded half up to two places', () => {
  expect(permilleOf(1, 32_000)).toBe('0.03')
  expect(permilleOf(-1_000, 32_000)).toBe('31.25')
})
