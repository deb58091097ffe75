import { describe, expect, it } from 'vitest'
import { percent, shortTonnes, shortYuan, tonnes, wholeFen, yuan, yuanOfMilliFen } from './figures'
import { amount, fen, fenPerTonne, kg } from './values'

describe('figures', () => {
  it('show tonnes with up to three decimals and yuan with two', () => {
    expect(tonnes(kg(1_860_500))).toBe('1,860.5')
    expect(yuan(fen(196_500))).toBe('1,965.00')
    expect(percent(895_000)).toBe('89.5')
    expect(percent(18_000)).toBe('1.8')
    expect(percent(850_000)).toBe('85.0')
    expect(percent(3_500)).toBe('0.35')
  })

  it('show comparisons to the fen, half up, and on hover to the thousandth of one', () => {
    expect([0, 499, 500, 1_499, 1_500, -1_500].map(wholeFen)).toEqual([0, 0, 1, 1, 2, -2])
    expect([196_500_000, 196_500_050, -196_500_123].map(yuanOfMilliFen)).toEqual(['1,965.00', '1,965.0005', '\u22121,965.00123'])
  })

  it('are shortened only where that makes them shorter', () => {
    expect(shortYuan(fen(999_900))).toEqual({ figure: '9,999', step: 'one' })
    expect(shortYuan(fen(12_345_600))).toEqual({ figure: '12.35', step: 'wan' })
    expect(shortYuan(fen(2_370_000_000_000))).toEqual({ figure: '237', step: 'yi' })
    expect(shortTonnes(kg(123_456_789))).toEqual({ figure: '12.35', step: 'wan' })
  })

  it('step up after rounding, never to 10,000 wan', () => {
    expect(shortYuan(fen(9_999_999_999))).toEqual({ figure: '1', step: 'yi' })
    expect(shortYuan(fen(999_999))).toEqual({ figure: '1', step: 'wan' })
  })

  it('count in the steps of the language', () => {
    expect(shortTonnes(kg(186_423_500), 'million')).toEqual({ figure: '186,424', step: 'one' })
    expect(shortTonnes(kg(1_864_235_000), 'million')).toEqual({ figure: '1.86', step: 'million' })
    expect(shortYuan(fen(99_999_999_999), 'million')).toEqual({ figure: '1', step: 'billion' })
  })
})

describe('an amount', () => {
  it('is price times mass, half up, once', () => {
    expect(amount(fenPerTonne(196_500), kg(32_400))).toBe(6_366_600)
    expect(amount(fenPerTonne(1), kg(500))).toBe(1)
    expect(amount(fenPerTonne(1), kg(499))).toBe(0)
    expect(amount(fenPerTonne(999_999_999), kg(9_000_001))).toBe(9_000_000_991_000)
  })

  it('takes whole numbers only', () => {
    expect(() => kg(0.5)).toThrow(RangeError)
    expect(() => fen(Number.NaN)).toThrow(RangeError)
  })
})
