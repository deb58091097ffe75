import { expect, it } from 'vitest'
import type { Kg } from '@/kit/values'
import { daysBetween, dayAfter } from './days'
import { codeOf, type Progress, type ProposedTruck } from './delivery'
import { faultOf, fromProposal, newId, planned, roomOf, trucksByDay, type Load } from './planning'

const item = { itemId: 'a', mostKg: 105_000, calledOffKg: 64_000, windowFromOn: '2027-05-01', windowToOn: '2027-05-20', dueOn: '2027-05-22', closedDays: [{ on: '2027-05-14', level: 'RED', source: 's' }] } as unknown as Progress
const load = (on: string, massKg: number | null = 32_000, trip: number | null = null): Load => ({ key: 0, itemId: 'a', massKg: massKg as Kg | null, on, trip })
const today = '2027-05-02'

it('the room is what the contract lets in less what is called off and what is being planned', () => {
  expect(roomOf(item, [load('2027-05-12')])).toBe(9_000)
  expect(roomOf(item, [load('2027-05-12'), load('2027-05-13', 9_001)])).toBe(-1)
})

it('a blocked day, one before the term and one after it are said', () => {
  expect([faultOf(load('2027-05-14'), item, today), faultOf(load('2027-04-30'), item, today), faultOf(load('2027-05-23'), item, today)]).toEqual(['closed', 'early', 'late'])
  expect(faultOf(load('2027-05-22'), item, today)).toBeNull()
  expect(faultOf(load('2027-05-25'), item, '2027-05-24')).toBeNull()
  expect([faultOf(load(''), item, today), faultOf(load('2027-05-12', null), item, today), faultOf(load('2027-05-12', 100_001), item, today)]).toEqual(['day', 'mass', 'mass'])
})

it('parts of one truck get the same trip, other trucks another, a truck of one none', () => {
  let n = 0
  const sent = planned([load('2027-05-12', 1, 0), load('2027-05-12', 2, 0), load('2027-05-13', 3, 1), load('2027-05-13', 4)], 'store', () => `trip-${++n}`)
  expect(sent.map(one => one.tripId)).toEqual(['trip-1', 'trip-1', 'trip-2', undefined])
  expect(sent.every(one => one.storeId === 'store')).toBe(true)
})

it('a proposal is taken by whole trucks, at most as many as may be sent at once', () => {
  const truck = (n: number): ProposedTruck => ({ plannedOn: '2027-05-12', massKg: 1, loads: Array.from({ length: n }, () => ({ itemId: 'a', massKg: 1 })) })
  expect(fromProposal([truck(30), truck(19), truck(2)])).toHaveLength(49)
  expect(fromProposal([truck(1)])[0]?.trip).toBeNull()
  expect(trucksByDay(fromProposal([truck(2), truck(1)]), 'a').get('2027-05-12')).toBe(3)
})

it('days run over months and leap days', () => {
  expect(daysBetween('2028-02-28', '2028-03-01')).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
  expect([dayAfter('2027-12-31', 1), daysBetween('2027-05-02', '2027-05-01')]).toEqual(['2028-01-01', []])
})

it('a code is read however it was typed, and out of the address that a picture holds', () => {
  expect([codeOf(' d-7k3q9abx '), codeOf('Ｄ-7K3Q 9ABX'), codeOf('https://jucai.example/gate?code=D-7K3Q9ABX&x=1'), codeOf('晋c 12345')]).toEqual(['D-7K3Q9ABX', 'D-7K3Q9ABX', 'D-7K3Q9ABX', '晋C12345'])
})

it('an id is one of its kind', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
