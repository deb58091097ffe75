import { expect, it } from 'vitest'
import { answered, countOf, entriesOf, MOST_AT_ONCE, nextOf, stateOf, type TableRow, type TicketAnswer } from './table'

const row = (n: number, readable = true) => ({ row: n, faults: readable ? [] : [{ column: 'GROSS', why: 'MISSING', said: '' }], ...(readable ? { ticket: { number: String(n) } } : {}) }) as unknown as TableRow
const answer = (n: number, taken: boolean, status?: TicketAnswer['status']): TicketAnswer => ({ row: n, taken, ...(status ? { status } : {}) })

it('answers go to the rows that were sent, past those that were not', () => {
  const entries = entriesOf([row(2), row(3, false), row(4), row(5)])
  const after = answered(entries, nextOf(entries), [answer(1, true, 'WEIGHED'), answer(2, false), answer(3, true, 'GATE_CHECKED')])
  expect(after.map(stateOf)).toEqual(['taken', 'faulty', 'refused', 'again'])
  expect(nextOf(after)).toEqual([])
  expect(countOf(after, 'taken')).toBe(1)
})

it('a long table is entered part by part, and what was answered is not sent again', () => {
  const entries = entriesOf(Array.from({ length: 450 }, (_, i) => row(i + 2)))
  const first = nextOf(entries)
  expect(first).toHaveLength(MOST_AT_ONCE)
  const after = answered(entries, first, first.map((_, i) => answer(i + 1, true, 'WEIGHED')))
  expect(nextOf(after)[0]?.row.row).toBe(202)
  expect(countOf(after, 'ready')).toBe(250)
})

it('an answer to a row that was never sent belongs to nobody', () => {
  const entries = entriesOf([row(2)])
  expect(answered(entries, [], [answer(1, true)])).toEqual(entries)
})
