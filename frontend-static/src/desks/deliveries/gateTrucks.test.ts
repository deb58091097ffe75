import { expect, it } from 'vitest'
import type { Delivery } from './delivery'
import { know, knownTruck } from './gateTrucks'

const as = (version: number, status: Delivery['status']) => ({ id: 'one', version, status }) as unknown as Delivery

it('an answer that was asked for earlier and comes later changes nothing', () => {
  know([as(4, 'GATE_CHECKED')])
  know([as(3, 'ARRIVED')])
  expect(knownTruck('one')?.status).toBe('GATE_CHECKED')
  know([as(5, 'WEIGHED')])
  expect(knownTruck('one')?.status).toBe('WEIGHED')
})
