import { expect, test } from 'vitest'
import type { Run } from './runs'
import { nextStep, type Standing } from './steps'

const run = (changed: Partial<Run> = {}) => ({ basis: 'OFFICIAL', status: 'SOLVED', exploratory: false, ...changed }) as Run
const standing = (changed: Partial<Standing>): Standing => ({ status: 'EVALUATED', undecided: 0, runs: [], ...changed })

test('offers are judged before the evaluation ends, and an award is computed before it is proposed', () => {
  expect(nextStep(standing({ status: 'OPENED', undecided: 1 }))).toBe('ADMIT')
  expect(nextStep(standing({ status: 'OPENED' }))).toBe('EVALUATE')
  expect(nextStep(standing({}))).toBe('COMPUTE')
  expect(nextStep(standing({ runs: [run({ status: 'SOLVING' }), run()] }))).toBe('WAIT_RUN')
  expect(nextStep(standing({ runs: [run()] }))).toBe('PROPOSE')
})

test('a scenario and a run that was stopped are never proposed', () => {
  expect(nextStep(standing({ runs: [run({ basis: 'SCENARIO' }), run({ exploratory: true })] }))).toBe('COMPUTE')
})
