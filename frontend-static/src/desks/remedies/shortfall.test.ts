import { describe, expect, it } from 'vitest'
import { figureOf, kgOf, mayState, type Division, type Row, type Supply } from './shortfall'

const supply = (over: Partial<Supply>): Supply => ({ isHeld: false, isOverdue: false, hasEndedContract: false, ...over }) as Supply
const row = (over: Partial<Row>): Row => ({ how: 'LEVEL', level: 666_666_667, ...over }) as Row

describe('who may state that less comes', () => {
  it('is the supplier at any time, and the finance group once the term is over or a contract ended', () => {
    expect(mayState(supply({}), false)).toBe(true)
    expect(mayState(supply({}), true)).toBe(false)
    expect(mayState(supply({ isOverdue: true }), true)).toBe(true)
    expect(mayState(supply({ hasEndedContract: true }), true)).toBe(true)
  })
  it('is nobody while one waits', () => {
    expect(mayState(supply({ isHeld: true }), false)).toBe(false)
    expect(mayState(supply({ isHeld: true, isOverdue: true }), true)).toBe(false)
  })
})

describe('figures', () => {
  it('are tonnes as typed', () => {
    expect(kgOf('64')).toBe(64_000)
    expect(kgOf('64.5')).toBe(64_500)
    expect(kgOf('many')).toBeNull()
  })
  it('say the rule’s own figure, and nothing where the rule did not decide', () => {
    expect(figureOf({ shareRule: 'PROPORTIONAL' } as Division, row({}))).toBe('0.666666667')
    expect(figureOf({ shareRule: 'EQUAL_AWARDS' } as Division, row({ level: 26_667 }))).toBe('26.667')
    expect(figureOf({ shareRule: 'PROPORTIONAL' } as Division, row({ how: 'LEAST' }))).toBe('')
  })
})
