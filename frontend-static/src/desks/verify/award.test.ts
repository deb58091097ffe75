import { expect, test } from 'vitest'
import { checkAward, checkPublicAward } from './award'
import { kindOf } from './check'

const PROBLEM = '{"format":"jucai-award-problem/1","round":"R-1","gridKg":1,"rules":[],"suppliers":[],"lots":[{"id":"L0","minimumKg":0,"targetKg":0,"maximumKg":5,"mustBeServed":false,"outsideFenPerTonne":7}]}'
/** As the checker's own command says it of this problem. */
const DIGEST = '466d2715f83c2f5c1a6dcf73ae9149f679299ebf5289ba3626e897c2549e8b93'
const result = (digest = DIGEST) => `{"format":"jucai-award-result/1","problemSha256":"${digest}","engine":"by hand","engineVersion":"1","run":{"kind":"DETERMINISTIC","workLimit":0,"work":0},"status":"OPTIMAL","objectiveMilliFen":0,"boundMilliFen":0,"totalFen":0,"awards":[],"failedLots":["L0"]}`
const bundle = (r = result()) => `{"format":"jucai-award-bundle/1","problem":${PROBLEM},"result":${r}}`
const said = async (given: Parameters<typeof checkAward>[0]) => (await checkAward(given)).findings.map(one => [one.claim, one.verdict, one.why].filter(Boolean).join(' '))

test('a bundle that holds: each claim but the bound, which the command proves', async () => {
  expect(await said({ bundle: bundle() })).toEqual([
    'RESULT_OF_PROBLEM holds', 'AWARDS_KNOWN holds', 'LOTS_WITHIN holds', 'SUPPLIERS_WITHIN holds', 'PRICES_RIGHT holds', 'SUMS_RIGHT holds', 'RULES_KEPT holds', 'STATUS_FITS holds',
    'RUN_REPEATABLE holds', 'BOUND_PROVED unknown BY_COMMAND',
  ])
  expect(await said({ problem: PROBLEM, result: result() })).toEqual(await said({ bundle: bundle() }))
})

test('a result of another problem is told, however the problem is spaced', async () => {
  expect(await said({ problem: PROBLEM.replaceAll(',', ' ,\n'), result: result() })).toContain('RESULT_OF_PROBLEM holds')
  expect(await said({ bundle: bundle(result(DIGEST.replace('4', '5'))) })).toContain('RESULT_OF_PROBLEM fails OTHER_PROBLEM')
  expect(await said({ problem: PROBLEM.replace('"maximumKg":5', '"maximumKg":6'), result: result() })).toContain('RESULT_OF_PROBLEM fails OTHER_PROBLEM')
})

test('a wrong sum is told with its name, a run that was stopped is not called repeatable', async () => {
  expect((await checkAward({ bundle: bundle(result().replace('"totalFen":0', '"totalFen":1')) })).findings).toContainEqual({ claim: 'SUMS_RIGHT', verdict: 'fails', why: 'WRONG_AT', facts: { n: 1, list: 'totalFen' } })
  expect(await said({ bundle: bundle(result().replace('DETERMINISTIC', 'EXPLORATORY')) })).toContain('RUN_REPEATABLE unknown EXPLORATORY')
})

test('what is not shaped as an award is told and does not break the page', async () => {
  expect(await said({ bundle: bundle(result().replace('"awards":[]', '"awards":[{}]')) })).toContain('AWARDS_KNOWN fails NOT_SHAPED')
  expect(await said({ problem: '{"format":"jucai-award-problem/1","round":"R-1"}', result: result() })).toContain('AWARDS_KNOWN fails NOT_SHAPED')
  expect(await said({ problem: PROBLEM.replace('7', '7.5'), result: result() })).toContain('RESULT_OF_PROBLEM unknown TOO_LARGE_FIGURES')
  expect(await said({ problem: PROBLEM })).toEqual([])
})

test('the award’s files are known by what they say of themselves', () => {
  expect([bundle(), PROBLEM, result(), '{"format":"jucai-award-public/1"}', '{"format":"jucai-award-opening/1"}'].map(kindOf)).toEqual(['bundle', 'problem', 'result', 'publicAward', 'revealed'])
})

test('a public bundle that is none is told, and one without whom it reveals leaves the bound open', async () => {
  expect((await checkPublicAward({ publicAward: '{"format":"jucai-award-public/1"}' })).map(one => [one.claim, one.verdict, one.why])).toEqual([['PUBLIC_WHOLE', 'fails', 'NOT_SHAPED']])
  const empty = '{"format":"jucai-award-public/1","round":"R","gridKg":1,"engine":"e","engineVersion":"1","status":"OPTIMAL","totalFen":0,"rules":[],"lots":[],"suppliers":[],"awards":[],"failedLots":[],"problemCommitment":"","resultCommitment":"","sha256":""}'
  expect((await checkPublicAward({ publicAward: empty })).map(one => `${one.claim} ${one.verdict}`)).toEqual(['PUBLIC_WHOLE fails', 'PUBLIC_LOTS holds', 'PUBLIC_SUPPLIERS holds', 'PUBLIC_PRICES holds', 'PUBLIC_SUMS holds', 'PUBLIC_RULES holds', 'BOUND_PROVED unknown'])
  expect(await checkPublicAward({})).toEqual([])
})
