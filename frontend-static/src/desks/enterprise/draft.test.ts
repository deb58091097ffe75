import { expect, it } from 'vitest'
import { addedByBetter, askedGrades, blankDraft, fillFrom, gapIn, sendKey, termsOf, type Grade } from './draft'
import type { Kg } from '@/kit/values'

const grade = (code: string, betterGrades: string[]) => ({ code, betterGrades }) as Grade
const GRADES = [grade('GL-85A', ['GL-88A', 'GL-90']), grade('GL-88A', ['GL-90']), grade('GL-90', []), grade('SM-98', [])]
const period = { fromOn: '2027-04-01', toOn: '2027-05-31' }
const round = { terms: { deliveryPeriod: period } } as never
const filled = () => Object.assign(blankDraft(round), { grades: ['GL-85A'], targetKg: 96_000 as Kg, pointId: 'p' })

it('absent minimum and maximum stay absent, so that the server can say what it takes them for', () => {
  const terms = termsOf(filled())
  expect('minimumKg' in terms || 'maximumKg' in terms).toBe(false)
})

it('terms survive the way into a draft and back', () => {
  const draft = Object.assign(filled(), { minimumKg: 64_000, cap: 212_500, kilnType: 'ROTARY', sources: 'a, b\uff0cc\u3001d', remark: ' x ' })
  const terms = termsOf(draft)
  expect(terms.approvedSources).toEqual(['a', 'b', 'c', 'd'])
  const again = blankDraft(round)
  fillFrom(again, terms)
  expect(termsOf(again)).toEqual(terms)
})

it('this or better adds only grades of the round, and none that was chosen', () => {
  expect(addedByBetter(['GL-85A', 'GL-90'], GRADES, ['GL-85A', 'GL-88A', 'GL-90', 'SM-98'])).toEqual(['GL-88A'])
  expect(addedByBetter(['GL-85A'], GRADES, ['GL-85A', 'SM-98'])).toEqual([])
})

it('what the server filled in is not taken for what was asked', () => {
  expect(askedGrades(['GL-85A', 'SM-98', 'GL-88A', 'GL-90'], true, GRADES)).toEqual(['GL-85A', 'SM-98'])
  expect(askedGrades(['GL-85A', 'GL-88A'], false, GRADES)).toEqual(['GL-85A', 'GL-88A'])
})

it('each step says what it lacks', () => {
  const draft = blankDraft(round)
  expect([gapIn(1, draft, period), gapIn(2, draft, period), gapIn(3, draft, period)]).toEqual(['grades', 'target', 'point'])
  const full = filled()
  expect(gapIn(2, { ...full, minimumKg: 97_000 as Kg }, period)).toBe('order')
  expect(gapIn(2, { ...full, maximumKg: 95_000 as Kg }, period)).toBe('order')
  expect(gapIn(3, { ...full, from: '2027-03-31' }, period)).toBe('window')
  expect(gapIn(3, { ...full, from: '2027-05-02', to: '2027-05-01' }, period)).toBe('windowOrder')
  expect(gapIn(3, full, period)).toBeNull()
})

it('the same terms are sent under the same key, other terms under another', () => {
  const draft = filled()
  const first = sendKey(draft, termsOf(draft))
  expect(sendKey(draft, termsOf(draft))).toEqual(first)
  draft.remark = 'x'
  expect(sendKey(draft, termsOf(draft))).not.toEqual(first)
})
