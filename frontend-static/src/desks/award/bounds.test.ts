import { expect, test } from 'vitest'
import { askedOf, boundsOf, typedBound, type Typed } from './bounds'
import type { AwardRule } from './runs'

const share: AwardRule = { id: 'share', kind: 'MAX_SUPPLIER_SHARE', shareBp: 4050, of: 'ROUND' }
const floor: AwardRule = { id: 'floor', kind: 'QUALITY', attribute: 'AL2O3', atLeastPpm: 850_000 }
const typed = (rule: AwardRule, changed: Partial<Typed> = {}): Typed => ({ rule, out: false, bounds: Object.fromEntries(boundsOf(rule).map(name => [name, typedBound(rule, name)])), ...changed })

test('bounds are typed in per cent and asked in whole units', () => {
  expect([typedBound(share, 'shareBp'), typedBound(floor, 'atLeastPpm')]).toEqual(['40.5', '85'])
  expect(askedOf([typed(share, { bounds: { shareBp: '60' } }), typed(floor, { bounds: { atLeastPpm: '84.5' } })]).change).toEqual([{ rule: 'share', shareBp: 6000 }, { rule: 'floor', atLeastPpm: 845_000 }])
})

test('a bound left as it was is no change, and a rule left out has none', () => {
  expect(askedOf([typed(share), typed(floor, { out: true, bounds: { atLeastPpm: '1' } })])).toEqual({ leaveOut: ['floor'], change: [], wrong: [] })
})

test('what cannot be read is named, not guessed', () => {
  expect(askedOf([typed(share, { bounds: { shareBp: '40.555' } }), typed(floor, { bounds: {} })]).wrong).toEqual(['share', 'floor'])
})
