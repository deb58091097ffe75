import { describe, expect, it } from 'vitest'
import { addressOf, isWhole, subjectOf } from './recall'

describe('which goods are asked for', () => {
  it('is exactly one of the ways to name goods', () => {
    expect(isWhole({ code: 'D-7K3Q9ABX' })).toBe(true)
    expect(isWhole({ lotId: 'x' })).toBe(true)
    expect(isWhole({ sellerId: 's', source: '一矿' })).toBe(true)
    expect(isWhole({ sellerId: 's', fromOn: '2027-05-01', toOn: '2027-05-03' })).toBe(true)
    expect(isWhole({})).toBe(false)
    expect(isWhole({ source: '一矿' })).toBe(false)
    expect(isWhole({ sellerId: 's', fromOn: '2027-05-01' })).toBe(false)
    expect(isWhole({ code: 'D-7K3Q9ABX', lotId: 'x' })).toBe(false)
  })
  it('comes out of an address and goes back into one', () => {
    const subject = subjectOf({ sellerId: 's', source: ' 一矿 ', other: 'x', code: '' })
    expect(subject).toEqual({ sellerId: 's', source: '一矿' })
    expect(addressOf(subject)).toBe('/api/reach/file?sellerId=s&source=%E4%B8%80%E7%9F%BF')
  })
})
