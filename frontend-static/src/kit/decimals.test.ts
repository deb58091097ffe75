import { describe, expect, it } from 'vitest'
import { readDecimal, roundTo, writeDecimal } from './decimals'

const value = (typed: string, places = 3) => {
  const r = readDecimal(typed, places)
  return r.ok ? r.value : r.why
}

describe('tonnes as typed', () => {
  it('become exact kilograms', () => {
    expect(value('32.4')).toBe(32_400)
    expect(value('0.001')).toBe(1)
    expect(value('1,234.567')).toBe(1_234_567)
    expect(value('.5')).toBe(500)
    expect(value('12.')).toBe(12_000)
    expect(value(' 40 ')).toBe(40_000)
  })

  it('never pass through floating point', () => {
    // 1.005 × 1000 and 4.35 × 100 come out wrong in floating point.
    expect(value('1.005')).toBe(1_005)
    expect(value('4.35', 2)).toBe(435)
    expect(value('9007199254740.991')).toBe(9_007_199_254_740_991)
  })

  it('may come from a Chinese keyboard', () => {
    expect(value('\uff13\uff12\uff0e\uff14')).toBe(32_400)
    expect(value('32\u30024')).toBe(32_400)
    expect(value('1\uff0c000')).toBe(1_000_000)
  })

  it('are refused where they could be misread', () => {
    expect(value('1,5')).toBe('notANumber')
    expect(value('12,34')).toBe('notANumber')
    expect(value('1.234.567')).toBe('notANumber')
    expect(value('3e4')).toBe('notANumber')
    expect(value('.')).toBe('notANumber')
    expect(value('0x10')).toBe('notANumber')
    expect(value('40t')).toBe('notANumber')
  })

  it('say why they cannot be read', () => {
    expect(value('')).toBe('empty')
    expect(value('1.2345')).toBe('tooFine')
    expect(value('1.2340')).toBe(1_234)
    expect(value('-3')).toBe('negative')
    expect(value('99999999999999')).toBe('tooLarge')
  })
})

describe('writing', () => {
  it('groups thousands and drops what says nothing', () => {
    expect(writeDecimal(1_234_567, 3, 0)).toBe('1,234.567')
    expect(writeDecimal(32_400, 3, 0)).toBe('32.4')
    expect(writeDecimal(32_000, 3, 0)).toBe('32')
    expect(writeDecimal(7, 3, 0)).toBe('0.007')
    expect(writeDecimal(0, 2)).toBe('0.00')
    expect(writeDecimal(-123_456, 2)).toBe('\u22121,234.56')
  })

  it('reads back what it wrote, for any kilograms', () => {
    let seed = 20261122
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648)
    for (let i = 0; i < 2000; i++) {
      const kilograms = next() % 10 ** (1 + (next() % 10))
      expect(value(writeDecimal(kilograms, 3, 0)), `${kilograms} kg`).toBe(kilograms)
    }
  })
})

describe('rounding', () => {
  it('is half away from zero', () => {
    expect(roundTo(125, 2, 1)).toBe(13)
    expect(roundTo(124, 2, 1)).toBe(12)
    expect(roundTo(-125, 2, 1)).toBe(-13)
    expect(roundTo(125, 1, 2)).toBe(125)
  })
})
