import { describe, expect, it } from 'vitest'
import { CHAPTERS, readCode, sheets } from './trace'

describe('a code that is typed or scanned', () => {
  it('is read in any case and width', () => {
    expect(readCode(' d-7k3q9abx-m ')).toEqual({ code: 'D-7K3Q9ABX-M' })
    expect(readCode('Ｄ－７Ｋ３Ｑ９ＡＢＸ')).toEqual({ code: 'D-7K3Q9ABX' })
  })
  it('brings its seal along when the whole address is scanned', () => {
    expect(readCode('https://jucai.example/t/D-7K3Q9ABX-M?seal=1.7K3Q9ABXM2345678')).toEqual({ code: 'D-7K3Q9ABX-M', seal: '1.7K3Q9ABXM2345678' })
    expect(readCode('http://x/t/D-7K3Q9ABX-M')).toEqual({ code: 'D-7K3Q9ABX-M' })
  })
  it('is bounded, whatever is scanned', () => expect(readCode('x'.repeat(5000)).code.length).toBe(60))
})

describe('labels on sheets', () => {
  it('loses none and repeats none', () => {
    const labels = Array.from({ length: 50 }, (_, at) => at)
    expect(sheets(labels).map(sheet => sheet.length)).toEqual([21, 21, 8])
    expect(sheets(labels).flat()).toEqual(labels)
    expect(sheets([])).toEqual([])
  })
})

it('has a chapter for each step, and one only', () => {
  const all = Object.values(CHAPTERS).flat()
  expect(new Set(all).size).toBe(all.length)
  expect(all.length).toBe(20)
})
