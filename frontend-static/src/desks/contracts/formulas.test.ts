import { expect, it } from 'vitest'
import { choices, NONE, USUAL } from './formulas'

it('what is usual is not sent, nothing is sent as a grade alone', () => {
  expect(choices(new Map([['GL-85A', USUAL], ['GL-80', NONE], ['GSN98', '0198c5a2']]))).toEqual([{ grade: 'GL-80' }, { grade: 'GSN98', formulaId: '0198c5a2' }])
})
