import { describe, expect, it } from 'vitest'
import type { Delivery } from '@/desks/deliveries/delivery'
import { groupsOf, massOf, proposed, trackOf, usualLaboratories, type Batch } from './batch'

const truck = (id: string, more: Partial<Delivery> = {}) => ({ id, status: 'UNLOADED', contractId: 'c', grade: 'GL-85A', size: 'LUMP', packing: 'BULK', memberId: 'me', settledKg: 32_000, arrivedAt: `2027-05-0${id}`, ...more }) as Delivery

describe('goods in quarantine', () => {
  it('are put together by what one batch may hold, ours only and each once', () => {
    const groups = groupsOf([truck('2'), truck('1'), truck('3', { grade: 'GL-80' }), truck('4', { contractId: 'd' }), truck('5', { storeId: 'store' }), truck('6', { status: 'AT_MEMBER' }), truck('7')],
      [{ loads: [{ deliveryId: '7' }] } as Batch], 'me')
    expect(groups.map(group => group.trucks.map(one => one.id))).toEqual([['1', '2'], ['3'], ['4']])
  })

  it('are proposed as many as one batch has room for, in the order they came', () => {
    const trucks = [truck('1'), truck('2'), truck('3'), truck('4')]
    const chosen = proposed(trucks)
    expect([...chosen]).toEqual(['1', '2', '3'])
    expect(massOf(trucks, chosen)).toBe(96_000)
    expect([...proposed([truck('1', { settledKg: 100_000 }), truck('2', { settledKg: 1 })])]).toEqual(['1'])
  })
})

describe('a batch', () => {
  it('goes by the contest only where there is one', () => {
    const of = (batch: object) => trackOf(batch as Batch).slice(4)
    expect(of({ status: 'ISSUED' })).toEqual(['ISSUED', 'FINAL'])
    expect(of({ status: 'CONTESTED', contest: { retest: true } })).toEqual(['ISSUED', 'CONTESTED', 'FINAL'])
    expect(of({ status: 'FINAL', contest: { retest: true }, found: { because: 'UMPIRE' } })).toEqual(['ISSUED', 'CONTESTED', 'UMPIRE', 'FINAL'])
    expect(of({ status: 'UMPIRE', contest: { retest: false } })).toEqual(['ISSUED', 'UMPIRE', 'FINAL'])
  })

  it('sends its umpire sample to another laboratory, or none', () => {
    expect(usualLaboratories(['a', 'b'])).toEqual({ MAIN: 'a', DUPLICATE: 'a', UMPIRE: 'b' })
    expect(usualLaboratories(['a'])).toEqual({ MAIN: 'a', DUPLICATE: 'a' })
    expect(usualLaboratories([])).toEqual({})
  })
})
