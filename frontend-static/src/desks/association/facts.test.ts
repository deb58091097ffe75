import { expect, test } from 'vitest'
import { factsOf } from './facts'

test('a line is told by its number, never by its ids or by the name of what happened', () => {
  const body = { what: 'LINE_SUBMITTED', line: { id: '01a20607-fedd-74c0-b124-f1d0065316d3', code: 'L-3565PK', status: 'SUBMITTED', enterpriseId: '01a20607-8e9a-789f-9d8a-fbf084b6a2e3' } }
  expect(factsOf(body)).toEqual([{ key: 'code', value: 'L-3565PK' }])
})

test('a moved end tells why, from when and to when, in Beijing time', () => {
  const body = { from: '2027-03-29T09:00:00Z', collectingEndsAt: '2027-03-31T09:00:00.000Z', reason: 'holiday' }
  expect(factsOf(body)).toEqual([{ key: 'reason', value: 'holiday' }, { key: 'from', value: '2027-03-29 17:00' }, { key: 'collectingEndsAt', value: '2027-03-31 17:00' }])
})

test('masses are tonnes and windows are days', () => {
  const body = { code: 'P-019', grade: 'GL-70', target: { kg: 15_500 }, window: { fromOn: '2026-11-16', toOn: '2026-11-30' }, loads: { trips: 1 } }
  expect(factsOf(body).map(f => f.value)).toEqual(['P-019', 'GL-70', '15.5 t', '2026-11-16 – 2026-11-30'])
})

test('a state a round came from, an empty reason and unknown keys are not told', () => {
  expect(factsOf({ from: 'COLLECTING', reason: '', associationId: '01a20607-85be-7ec3-8136-69bafd4cd1c7', terms: { title: 'x' } })).toEqual([])
})
