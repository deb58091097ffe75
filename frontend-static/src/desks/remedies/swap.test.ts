import { describe, expect, it } from 'vitest'
import { fitting, stepsOf, type Share, type Swap } from './swap'

const swap = (over: Partial<Swap>): Swap => ({ lotId: 'a', sellerId: 's', status: 'OFFERED', isToAnybody: true, sellerAgrees: true, isConfirmed: false, isAgreed: false, ...over }) as Swap

describe('a swap', () => {
  it('fits shares of the same lot and supplier', () => {
    const shares = [{ itemId: '1', lotId: 'a', sellerId: 's' }, { itemId: '2', lotId: 'a', sellerId: 't' }, { itemId: '3', lotId: 'b', sellerId: 's' }] as Share[]
    expect(fitting(swap({}), shares).map(one => one.itemId)).toEqual(['1'])
  })
  it('asks whoever has to agree, and nobody else', () => {
    expect(stepsOf(swap({})).map(one => one.step)).toEqual(['offered', 'accepted', 'confirmed', 'agreed', 'done'])
    expect(stepsOf(swap({ isToAnybody: false, sellerAgrees: false })).map(one => one.step)).toEqual(['offered', 'accepted', 'done'])
    expect(stepsOf(swap({ status: 'ACCEPTED', isConfirmed: true })).filter(one => one.given).map(one => one.step)).toEqual(['offered', 'accepted', 'confirmed'])
  })
})
