import { expect, test } from 'vitest'
import { accountOf, savingPpm, stepsOf, type Statement } from './statement'

const step = (name: string) => ({ step: name, text: name })
const statement = (changed: Partial<Statement> = {}) => ({
  goodsFen: 31_760_000, freightFen: 1_040_000, ownFreightFen: 0, feeFen: 400_000, equalisationFen: 0, totalFen: 33_200_000, aloneFen: 34_560_000, savingFen: 1_360_000,
  steps: ['SHARE', 'PRICE', 'GOODS', 'FREIGHT', 'FEE', 'TOTAL', 'ALONE', 'SAVING', 'CORE'].map(step), ...changed,
}) as Statement

test('each amount that is something has its row with the steps behind it', () => {
  expect(accountOf(statement()).map(row => [row.name, row.steps.map(one => one.step)])).toEqual([
    ['goods', ['PRICE', 'GOODS']], ['freight', ['FREIGHT']], ['fee', ['FEE']], ['total', ['TOTAL']], ['alone', ['ALONE']], ['saving', ['SAVING']],
  ])
})

test('the rows up to the total add up to it', () => {
  const rows = accountOf(statement())
  const total = rows.findIndex(row => row.name === 'total')
  expect(rows.slice(0, total).reduce((all, row) => all + row.fen, 0)).toBe(rows[total]!.fen)
})

test('nothing got, or nobody who delivers so little alone, is said without a saving', () => {
  const nothing = accountOf(statement({ goodsFen: 0, freightFen: 0, feeFen: 0, totalFen: 0, aloneFen: undefined, savingFen: undefined }))
  expect(nothing.map(row => row.name)).toEqual(['goods', 'total'])
  expect(savingPpm(statement({ aloneFen: undefined, savingFen: undefined }))).toBeNull()
})

test('who pays more than alone is told so', () => {
  expect(accountOf(statement({ savingFen: -5 })).at(-1)).toMatchObject({ name: 'saving', fen: -5 })
  expect(savingPpm(statement())).toBe(39_352)
  expect(savingPpm(statement({ savingFen: -345_600 }))).toBe(-10_000)
})

test('what stands behind no amount is found by its name', () => {
  expect(stepsOf(statement(), 'SHARE', 'CORE', 'SOURCE').map(one => one.step)).toEqual(['SHARE', 'CORE'])
})
