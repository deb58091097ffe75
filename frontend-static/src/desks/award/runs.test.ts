import { expect, test } from 'vitest'
import { columnsBeside, difference, firstShown, heatOffers, ruleCell, type ComparedLot, type Run, type RunDetail } from './runs'

const run = (id: string, changed: Partial<Run> = {}): Run => ({
  id, roundId: 'r', call: 1, basis: 'OFFICIAL', scenario: { leaveOut: [], change: [], everyLotServed: false }, workLimit: 1, priceRules: false, status: 'SOLVED', exploratory: false,
  askedAt: '2027-04-01T02:00:00Z', linesLeft: 0, version: 1, allowedCommands: [], ...changed,
})
const scenario = (id: string, leaveOut: string[], changed: Partial<Run> = {}) => run(id, { basis: 'SCENARIO', scenario: { leaveOut, change: [], everyLotServed: false }, ...changed })

test('what is being computed is shown first, then the newest official award; a stopped one is not an award', () => {
  const stopped = run('x', { exploratory: true })
  expect(firstShown([scenario('s', ['a']), stopped, run('o')])?.id).toBe('o')
  expect(firstShown([run('w', { status: 'WAITING' }), run('o')])?.id).toBe('w')
  expect(firstShown([scenario('s', ['a']), stopped])?.id).toBe('x')
  expect(firstShown([])).toBeNull()
})

test('scenarios stand beside the official award in the order they were asked, each once', () => {
  expect(columnsBeside([scenario('s3', ['a']), scenario('s2', ['b']), scenario('s1', ['a']), run('o2'), run('o1')], 5).map(one => one.id)).toEqual(['o2', 's2', 's3'])
  expect(columnsBeside([scenario('s2', ['b']), scenario('s1', ['a'])], 1).map(one => one.id)).toEqual(['s2'])
})

test('a scenario without an award, and the official one itself, have no difference', () => {
  const figures = (objectiveMilliFen?: number) => ({ figures: { objectiveMilliFen, lotsServed: 1, lotsFailed: 0, suppliersUsed: 1 } })
  const official = run('o', figures(100))
  expect([difference(scenario('s', [], figures(90)), official), difference(scenario('s', [], figures()), official), difference(official, official), difference(scenario('s', []), undefined)]).toEqual([-10, null, null, null])
})

test('a rule is kept, left out or has another bound', () => {
  const asked = scenario('s', ['a'], { scenario: { leaveOut: ['a'], change: [{ rule: 'b', shareBp: 5000 }], everyLotServed: false } })
  expect(['a', 'b', 'c'].map(rule => ruleCell(asked, rule))).toEqual([{ kind: 'out' }, { kind: 'changed', to: { shareBp: 5000 } }, { kind: 'kept' }])
})

test('the award is drawn at the price of the step it reached; what cannot be compared has none', () => {
  const lot: ComparedLot = {
    lotId: 'l', lotCode: 'P-1', grade: 'GL-85A', zone: 'XM-C', minimumKg: 1, targetKg: 10, maximumKg: 12,
    offers: [
      { supplierId: 'a', status: 'ADMISSIBLE', comparable: true, landedFenPerTonne: 200 },
      { supplierId: 'b', status: 'REJECTED', comparable: true, landedFenPerTonne: 100 },
      { supplierId: 'c', status: 'OPENED', comparable: false, landedFenPerTonne: 1 },
    ],
  }
  const detail = { awards: [{ lotId: 'l', supplierId: 'a', kg: 10, landedFenPerTonne: 190 }] } as unknown as RunDetail
  expect(heatOffers([lot], detail).map(one => [one.supplierId, one.state, one.landedFenPerTonne, one.awardedKg])).toEqual([['a', 'admitted', 190, 10], ['b', 'rejected', 100, 0], ['c', 'open', null, 0]])
  expect(heatOffers([lot], null)[0]?.landedFenPerTonne).toBe(200)
})
