/*
 * What an award's documents prove, computed here: that the result is of this problem, every mass, price, sum and rule. The bound's
 * certificate is the command's to check, and the page says so instead of passing it over.
 */
import { canonical, EnvelopeRefused, hex, type JsonObject } from '@/kit/envelope'
import type { Problem, Result } from '@/kit/award/documents'
import { checkPublic, checkRevealed, type OpeningFile, type PublicBundle, type PublicClaim, type RevealedClaim } from '@/kit/award/public'
import { recount, type Claim as Counted } from '@/kit/award/recount'
import type { Verdict } from './check'

export type AwardClaim = Counted | PublicClaim | RevealedClaim | 'RESULT_OF_PROBLEM' | 'RUN_REPEATABLE' | 'BOUND_PROVED'
export interface AwardFinding { claim: AwardClaim; verdict: Verdict; why?: string; facts?: Record<string, string | number> }
export interface AwardChecked { findings: AwardFinding[]; problem: Problem | null; result: Result | null; digest: string | null }

export const AWARD_FORMATS = { 'jucai-award-bundle/1': 'bundle', 'jucai-award-problem/1': 'problem', 'jucai-award-result/1': 'result', 'jucai-award-public/1': 'publicAward', 'jucai-award-opening/1': 'revealed' } as const

const tree = (text: string | undefined): JsonObject | null => {
  if (text === undefined) return null
  try {
    return JSON.parse(text) as JsonObject
  } catch {
    return null
  }
}

async function digestOf(problem: JsonObject): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', canonical(problem))))
}

async function sameProblem(problem: JsonObject, result: Result): Promise<{ finding: AwardFinding; digest: string | null }> {
  const claim = 'RESULT_OF_PROBLEM'
  try {
    const digest = await digestOf(problem)
    return { digest, finding: digest === result.problemSha256 ? { claim, verdict: 'holds' } : { claim, verdict: 'fails', why: 'OTHER_PROBLEM' } }
  } catch (thrown) {
    if (!(thrown instanceof EnvelopeRefused)) throw thrown
    // Figures beyond what a browser reads without loss.
    return { digest: null, finding: { claim, verdict: 'unknown', why: 'TOO_LARGE_FIGURES' } }
  }
}

const MOST_NAMED = 5
const told = (checked: readonly { claim: AwardClaim; wrong: readonly string[] }[]): AwardFinding[] => checked.map(({ claim, wrong }) => (wrong.length === 0
  ? { claim, verdict: 'holds' as const }
  : { claim, verdict: 'fails' as const, why: 'WRONG_AT', facts: { n: wrong.length, list: wrong.slice(0, MOST_NAMED).join(', ') } }))

/** What is not shaped as the documents are has no figure worth counting. */
function shaped(work: () => AwardFinding[]): AwardFinding[] {
  try {
    return work()
  } catch (thrown) {
    if (!(thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof SyntaxError)) throw thrown
    return [{ claim: 'AWARDS_KNOWN', verdict: 'fails', why: 'NOT_SHAPED' }]
  }
}

export async function checkAward(given: { bundle?: string; problem?: string; result?: string }): Promise<AwardChecked> {
  const bundle = tree(given.bundle)
  const problem = (bundle?.problem ?? tree(given.problem)) as JsonObject | null
  const result = (bundle?.result ?? tree(given.result)) as unknown as Result | null
  if (!problem || !result) return { findings: [], problem: problem as unknown as Problem | null, result, digest: problem ? await digestOf(problem).catch(() => null) : null }
  const typed = problem as unknown as Problem
  const same = await sameProblem(problem, result)
  const repeatable: AwardFinding = { claim: 'RUN_REPEATABLE', verdict: result.run?.kind === 'DETERMINISTIC' ? 'holds' : 'unknown', ...(result.run?.kind !== 'DETERMINISTIC' && { why: 'EXPLORATORY' }) }
  const bound: AwardFinding[] = result.boundMilliFen === undefined ? [] : [{ claim: 'BOUND_PROVED', verdict: 'unknown', why: 'BY_COMMAND' }]
  return { findings: [same.finding, ...shaped(() => told(recount(typed, result))), repeatable, ...bound], problem: typed, result, digest: same.digest }
}

/** The public bundle by itself, and what somebody reveals of it; where problem and result are revealed, all of them is counted again. */
export async function checkPublicAward(given: { publicAward?: string; revealed?: string }): Promise<AwardFinding[]> {
  const [bundle, file] = [tree(given.publicAward) as unknown as PublicBundle | null, tree(given.revealed) as unknown as OpeningFile | null]
  if (!bundle) return []
  try {
    const findings = told(await checkPublic(bundle))
    if (!file) return [...findings, { claim: 'BOUND_PROVED', verdict: 'unknown', why: 'NOT_PUBLIC' }]
    findings.push(...told(await checkRevealed(bundle, file)))
    const whole = (kind: string, name: string) => file.openings.find(one => one.document['kind'] === kind)?.document[name] as unknown
    const [problem, result] = [whole('PROBLEM', 'problem'), whole('RESULT', 'result')]
    if (!problem || !result) return [...findings, { claim: 'BOUND_PROVED', verdict: 'unknown', why: 'NOT_PUBLIC' }]
    return [...findings, ...(await checkAward({ problem: JSON.stringify(problem), result: JSON.stringify(result) })).findings]
  } catch (thrown) {
    if (thrown instanceof EnvelopeRefused) return [{ claim: 'PUBLIC_WHOLE', verdict: 'unknown', why: 'TOO_LARGE_FIGURES' }]
    if (!(thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof SyntaxError)) throw thrown
    return [{ claim: 'PUBLIC_WHOLE', verdict: 'fails', why: 'NOT_SHAPED' }]
  }
}
