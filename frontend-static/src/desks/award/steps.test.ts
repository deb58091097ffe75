import { expect, test } from 'vitest'
import type { Run } from './runs'
import { nextStep, toPropose, type Standing } from './steps'

const NOW = Date.parse('2027-04-03T00:00:00Z')
const run = (id: string, askedAt: string, changed: Partial<Run> = {}) => ({ id, askedAt, basis: 'OFFICIAL', status: 'SOLVED', exploratory: false, ...changed }) as Run
const standing = (changed: Partial<Standing>): Standing => ({ status: 'EVALUATED', undecided: 0, runs: [], award: null, upheld: false, nowMs: NOW, ...changed })
const solved = run('r1', '2027-04-01T00:00:00Z')

test('offers are judged before the evaluation ends, and an award is computed before it is proposed', () => {
  expect(nextStep(standing({ status: 'OPENED', undecided: 1 }))).toBe('ADMIT')
  expect(nextStep(standing({ status: 'OPENED' }))).toBe('EVALUATE')
  expect(nextStep(standing({}))).toBe('COMPUTE')
  expect(nextStep(standing({ runs: [run('r2', '2027-04-02T00:00:00Z', { status: 'SOLVING' }), solved] }))).toBe('WAIT_RUN')
  expect(nextStep(standing({ runs: [solved] }))).toBe('PROPOSE')
  expect(nextStep(standing({ runs: [solved], award: { status: 'PROPOSED', runId: 'r1' } }))).toBe('PUBLICISE')
})

test('a scenario and a run that was stopped are never proposed', () => {
  expect(nextStep(standing({ runs: [run('s', '2027-04-01T00:00:00Z', { basis: 'SCENARIO' }), run('x', '2027-04-01T00:00:00Z', { exploratory: true })] }))).toBe('COMPUTE')
  expect(nextStep(standing({ runs: [run('s', '2027-04-01T00:00:00Z', { basis: 'SCENARIO', status: 'SOLVING' }), solved] }))).toBe('PROPOSE')
})

test('what the checker refuted is never proposed, be it the newest', () => {
  const refuted = run('r2', '2027-04-02T00:00:00Z', { status: 'REFUTED' })
  expect(nextStep(standing({ runs: [refuted] }))).toBe('COMPUTE')
  expect(toPropose({ runs: [refuted, solved], award: null })?.id).toBe('r1')
})

test('a newer run than the proposed one is proposed anew', () => {
  expect(nextStep(standing({ runs: [run('r2', '2027-04-02T00:00:00Z'), solved], award: { status: 'PROPOSED', runId: 'r1' } }))).toBe('PROPOSE')
})

test('after a revocation only an award computed since counts', () => {
  const revoked = { status: 'REVOKED' as const, runId: 'r1', revokedAt: '2027-04-01T12:00:00Z' }
  expect(nextStep(standing({ runs: [solved], award: revoked }))).toBe('COMPUTE')
  expect(toPropose({ runs: [run('r2', '2027-04-02T00:00:00Z'), solved], award: revoked })?.id).toBe('r2')
})

test('objections are answered before the notice may end, one that is upheld ends the award', () => {
  const award = { status: 'PUBLICISED' as const, publicUntil: '2027-04-03T00:00:00.001Z', openObjections: 0 }
  expect(nextStep(standing({ status: 'PUBLICISED', award }))).toBe('WAIT_NOTICE')
  expect(nextStep(standing({ status: 'PUBLICISED', award: { ...award, publicUntil: '2027-04-03T00:00:00Z' } }))).toBe('FINALISE')
  expect(nextStep(standing({ status: 'PUBLICISED', award: { ...award, openObjections: 1, publicUntil: '2027-04-02T00:00:00Z' } }))).toBe('ANSWER')
  expect(nextStep(standing({ status: 'PUBLICISED', award, upheld: true }))).toBe('REVOKE')
})
