import { expect, it } from 'vitest'
import { columnName, columnOf, fieldsToFix, outcomeOf, rowKey, sheetsOf, type ImportRow } from './imports'

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

it('the lines of one row of a matrix stand in one row, each fault in its own cell', () => {
  const line = (column: string, text: string, fault?: string): ImportRow => ({
    ...row(fault ? 'needs_confirmation' : 'accepted'), column, cells: [{ column: 'A', text: 'E001', field: 'ENTERPRISE_ID' }, { column, text, field: 'TARGET' }],
    faults: fault ? [{ reason: 'AMBIGUOUS_QUANTITY', field: 'TARGET', cell: fault, advice: '' }] : [],
  })
  const rows = [line('B', '40'), line('D', '约100', 'D2')]
  const [sheet] = sheetsOf(rows)
  expect(sheet?.columns).toEqual([0, 1, 3])
  expect(sheet?.rows).toHaveLength(1)
  expect(sheet?.rows[0]?.cells.get(3)?.fault?.reason).toBe('AMBIGUOUS_QUANTITY')
  expect(sheet?.rows[0]?.cells.get(1)?.fault).toBeUndefined()
  expect(sheet?.rows[0]?.cells.get(1)?.row).toBe(rows[0])
  expect(new Set(rows.map(rowKey)).size).toBe(2)
})

it('what is asked for is what is wrong; a repeated row asks for anything', () => {
  const faulty = (field?: 'WINDOW' | 'MINIMUM'): ImportRow => ({ ...row('rejected'), faults: [{ reason: 'X', advice: '', ...(field ? { field } : {}) }] })
  expect(fieldsToFix(faulty('WINDOW'))).toEqual(['window'])
  expect(fieldsToFix(faulty('MINIMUM'))).toEqual(['target', 'minimum', 'maximum'])
  expect(fieldsToFix(faulty()).length).toBe(10)
})
