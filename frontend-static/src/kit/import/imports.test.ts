import { expect, it } from 'vitest'
import { columnName, columnOf, outcomeOf, type ImportRow } from './imports'

const row = (status: ImportRow['status'], decision: ImportRow['decision'] = 'NONE'): ImportRow =>
  ({ sheet: 'S', row: 2, status, reasons: [], warnings: [], decision })

it('columns are named as Excel names them, and found again by address', () => {
  expect([0, 8, 25, 26, 51, 52].map(columnName)).toEqual(['A', 'I', 'Z', 'AA', 'AZ', 'BA'])
  for (const n of [0, 8, 25, 26, 51, 52, 701]) expect(columnOf(`${columnName(n)}24`)).toBe(n)
  expect(columnOf(undefined)).toBe(-1)
})

it('a row goes in when it was accepted or taken, and never when it was left', () => {
  expect(outcomeOf(row('accepted'))).toBe('goesIn')
  expect(outcomeOf(row('accepted', 'LEAVE'))).toBe('left')
  expect(outcomeOf(row('needs_confirmation', 'TAKE'))).toBe('goesIn')
  expect(outcomeOf(row('needs_confirmation'))).toBe('asks')
})

it('a row that cannot go in does not go in because somebody said take', () => {
  expect(outcomeOf(row('rejected', 'TAKE'))).toBe('cannot')
})
