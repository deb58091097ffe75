import { describe, expect, it } from 'vitest'
import { documentOf, draftOf, emptyDraft, nextBand, emptyBand } from './draft'
import { readQuantity, readReading, readTimes, writeQuantity, writeTimes } from './measures'

const LIME = {
  format: 'jucai-price-formula/1', nameZh: '石灰', nameEn: 'Lime', source: 'a tender', confidence: 'VERIFIED', base: { tonne: 'WET', fromFenPerTonne: 20000, toFenPerTonne: 150000 }, comparison: 'FULL_VALUE',
  averaging: { over: 'MONTH', cutOffs: [{ property: 'CAO', limit: 780000 }] }, moisture: { deduct: 'EXCESS', limitPpm: 120000, seasons: [{ from: '03-01', to: '06-30', limitPpm: 150000 }] },
  clauses: [{
    property: 'CAO', better: 'HIGHER', measuredFrom: 'ZERO', bands: [
      { to: 780000, toIncluded: true, effects: [{ kind: 'REFUSE', concession: [{ kind: 'FIXED', of: 'PRICE_PPM', value: -500000 }] }] },
      { from: 780000, fromIncluded: false, effects: [{ kind: 'STEPS', of: 'PRICE_PPM', reference: 880000, per: 10000, counting: 'PROPORTIONAL', change: { numerator: -200000, denominator: 7 }, times: { numerator: 3, denominator: 2 } }] },
    ],
  }],
  shortfall: { belowPpm: 900000, deductFenPerTonne: 500 }, caps: { bonusPpm: 50000 },
}

describe('a formula in the editor', () => {
  it('is the same document again when nothing was changed', () => {
    expect(documentOf(draftOf(LIME))).toEqual(LIME)
  })
  it('keeps what cannot be read as text, for the check to name', () => {
    const draft = draftOf(LIME)
    draft.clauses[0]!.bands[0]!.to = 'about 78'
    expect((documentOf(draft)['clauses'] as { bands: { to: unknown }[] }[])[0]!.bands[0]!.to).toBe('about 78')
  })
  it('leaves out what was left empty', () => {
    const document = documentOf(emptyDraft())
    expect(document['base']).toEqual({ tonne: 'WET' })
    expect(document).not.toHaveProperty('caps')
    expect(document).not.toHaveProperty('shortfall')
  })
  it('begins a band where the one before ends, with what that one has not', () => {
    expect(nextBand([{ ...emptyBand(), to: '78', toIncluded: true }])).toMatchObject({ from: '78', fromIncluded: false })
    expect(nextBand([{ ...emptyBand(), to: '78', toIncluded: false }])).toMatchObject({ from: '78', fromIncluded: true })
  })
})

describe('figures', () => {
  it('are read exactly, with either minus', () => {
    expect(readQuantity('-7.5', 'FEN_PER_TONNE')).toBe(-750)
    expect(readQuantity('−7.5', 'FEN_PER_TONNE')).toBe(-750)
    expect(readQuantity('0.1', 'PRICE_PPM')).toBe(1000)
    expect(readQuantity('-1/35', 'PRICE_PPM')).toEqual({ numerator: -200000, denominator: 7 })
    expect(readQuantity('1/2', 'PRICE_PPM')).toBe(500000)
    expect(readQuantity('0.00001', 'PRICE_PPM')).toBeNull()
    expect(readTimes('1.5')).toEqual({ numerator: 3, denominator: 2 })
    expect(readReading('3.05', 'BULK_DENSITY')).toBe(3050)
    expect(readReading('-2', 'AL2O3')).toBe(-20000)
  })
  it('are written as they are typed', () => {
    expect(writeQuantity({ numerator: -200000, denominator: 7 }, 'PRICE_PPM')).toBe('-1/35')
    expect(writeQuantity(-1500, 'FEN_PER_TONNE')).toBe('-15')
    expect(writeTimes({ numerator: 3, denominator: 2 })).toBe('1.5')
  })
})
