import { describe, expect, it } from 'vitest'
import { basesOf, dryOf, inFours, methodsFor, pasted, plainCode, stageOf, sumOf, type Sample } from './bench'

const sample = (status: Sample['status'], ...results: string[]) => ({ status, results: results.map(one => ({ status: one })) }) as unknown as Sample

describe('the bench', () => {
  it('says what waits for whom', () => {
    expect(stageOf(sample('SENT'))).toBe('underway')
    expect(stageOf(sample('ARRIVED'))).toBe('toTest')
    expect(stageOf(sample('ARRIVED', 'ENTERED'))).toBe('toVerify')
    expect(stageOf(sample('ARRIVED', 'VERIFIED'))).toBe('toIssue')
    expect(stageOf(sample('ARRIVED', 'ISSUED', 'SENT_BACK'))).toBe('toTest')
    expect(stageOf(sample('ARRIVED', 'ISSUED'))).toBe('issued')
    expect(stageOf(sample('UNFIT'))).toBe('unfit')
  })

  it('reckons dry to the nearest part per million, exactly, and not without moisture', () => {
    expect(dryOf(845_000, 'DRY', 'AL2O3', null)).toBe(845_000)
    expect(dryOf(841_620, 'AS_RECEIVED', 'AL2O3', 4_000)).toBe(845_000)
    expect(dryOf(1, 'AS_RECEIVED', 'AL2O3', 500_000)).toBe(2)
    expect(dryOf(999_999, 'AS_RECEIVED', 'AL2O3', 333_333)).toBe(1_499_998)
    expect(dryOf(841_620, 'AS_RECEIVED', 'AL2O3', null)).toBeNull()
    expect(dryOf(4_000, 'AS_RECEIVED', 'MOISTURE', 4_000)).toBe(4_000)
  })

  it('sums what closes an analysis, lime and magnesia once, and neither density nor moisture', () => {
    const line = (property: string, value: number | null, basis = 'DRY') => ({ property, value, basis }) as Parameters<typeof sumOf>[0][number]
    expect(sumOf([line('AL2O3', 850_000), line('FE2O3', 17_000), line('BULK_DENSITY', 3_150, 'NOT_APPLICABLE'), line('MOISTURE', 4_000, 'AS_RECEIVED'), line('SIO2', null)]).ppm).toBe(867_000)
    expect(sumOf([line('CAO_MGO', 9_000), line('CAO', 4_000), line('MGO', 3_000)]).ppm).toBe(9_000)
    expect(sumOf([line('CAO', 4_000), line('MGO', 3_000)])).toEqual({ ppm: 7_000, of: ['CAO', 'MGO'] })
  })

  it('offers the bases there are and the standards that the catalogue names', () => {
    expect(basesOf('MOISTURE')).toEqual(['AS_RECEIVED'])
    expect(basesOf('BULK_DENSITY')).toEqual(['NOT_APPLICABLE'])
    expect(basesOf('SIO2')).toEqual(['DRY', 'AS_RECEIVED'])
    const material = { testMethods: [{ purpose: 'TESTING', properties: ['AL2O3'], standard: 'GB/T 6900.4' }, { purpose: 'SAMPLING', properties: ['AL2O3'], standard: 'GB/T 17617' }] } as never
    expect(methodsFor(material, 'AL2O3')).toEqual(['GB/T 6900.4'])
    expect(methodsFor(material, 'SIO2')).toEqual([])
  })

  it('reads codes as they are typed and columns as they are pasted', () => {
    expect(plainCode(' ７k3q-9ABX 2mdn5')).toBe('7K3Q9ABX2MDN5')
    expect(inFours('7K3Q9ABX2MDN5')).toBe('7K3Q 9ABX 2MDN 5')
    expect(pasted('Al2O3\t84.5\r\nFe2O3\t1.7\r\n')).toEqual(['84.5', '1.7'])
  })
})
