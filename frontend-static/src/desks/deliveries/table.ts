import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type TableRow = Schemas['WeighTableRow']
export type Ticket = Schemas['WeighTicketRow']
export type TicketAnswer = Schemas['WeighTicketAnswer']

/** So many are entered at once. */
export const MOST_AT_ONCE = 200

/** A row of the table and what has become of it. */
export interface Entry {
  key: string
  row: TableRow
  answer?: TicketAnswer
}

export const entriesOf = (rows: readonly TableRow[]): Entry[] => rows.map((row, i) => ({ key: String(i), row }))

/** The next that are still to be entered, in the order of the table. */
export const nextOf = (entries: readonly Entry[]): Entry[] => entries.filter(one => one.row.ticket && !one.answer).slice(0, MOST_AT_ONCE)

/** Each answer belongs to the row that was sent in its place, whose number counts from 1. */
export function answered(entries: readonly Entry[], sent: readonly Entry[], answers: readonly TicketAnswer[]): Entry[] {
  const byKey = new Map(answers.flatMap(answer => {
    const one = sent[answer.row - 1]
    return one ? [[one.key, answer] as const] : []
  }))
  return entries.map(one => {
    const answer = byKey.get(one.key)
    return answer ? { ...one, answer } : one
  })
}

export type State = 'faulty' | 'ready' | 'taken' | 'again' | 'refused'
/** A ticket that was taken may still ask for another weighing. */
export function stateOf(entry: Entry): State {
  if (!entry.row.ticket) return 'faulty'
  if (!entry.answer) return 'ready'
  if (!entry.answer.taken) return 'refused'
  return entry.answer.status === 'GATE_CHECKED' ? 'again' : 'taken'
}

export const countOf = (entries: readonly Entry[], state: State): number => entries.filter(one => stateOf(one) === state).length
