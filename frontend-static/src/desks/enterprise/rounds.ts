import { api, take } from '@/api/client'
import type { components } from '@/api/schema'
import type { Tone } from '@/kit/StateTag.vue'
import { session } from '@/session'
import type { DemandLine, Grade } from './draft'

export type Round = components['schemas']['Round']
export type Pool = components['schemas']['Pool']
export type PoolCell = components['schemas']['PoolCell']
export type Lot = components['schemas']['Lot']
type LineStatus = components['schemas']['LineStatus']

export const MEMBER = ['MEMBER_BUYER', 'MEMBER_ADMIN'] as const
export const myPartyId = (): string => session.value?.party.partyId ?? ''

/** Still on its way: neither finished nor ended. */
const UNDER_WAY = new Set<Round['status']>(['ANNOUNCED', 'COLLECTING', 'LOCKED', 'POOLED', 'TENDERING', 'CLOSED', 'OPENED', 'EVALUATED', 'PUBLICISED', 'AWARDED', 'EXECUTING', 'SUSPENDED'])
export const isUnderWay = (round: Round): boolean => UNDER_WAY.has(round.status)
export const may = (round: Round | undefined, command: Round['allowedCommands'][number]): boolean => round?.allowedCommands.includes(command) ?? false
export const untilOf = (round: Round): string | null => {
  if (round.status === 'COLLECTING') return round.terms.collectingEndsAt
  return round.gapEndsAt ?? round.track.find(step => step.state === 'NEXT')?.at ?? null
}

/** Rounds of the associations we belong to, newest first. */
export async function ourRounds(): Promise<Round[]> {
  const [page, own] = await Promise.all([
    take(api.GET('/api/rounds', { params: { query: { limit: 100 } } })),
    take(api.GET('/api/enterprises/{enterpriseId}', { params: { path: { enterpriseId: myPartyId() } } })),
  ])
  const associations = new Set(own.memberships.filter(m => m.state === 'ADMITTED' || m.state === 'SUSPENDED').map(m => m.associationId))
  return page.items.filter(round => associations.has(round.associationId))
}

/** Our own lines of a round; bounded, an enterprise has few. */
export async function ourLines(roundId: string): Promise<DemandLine[]> {
  const lines: DemandLine[] = []
  let cursor: string | undefined
  do {
    const page = await take(api.GET('/api/rounds/{roundId}/demand-lines', { params: { path: { roundId }, query: { limit: 200, cursor } } }))
    lines.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor && lines.length < 1000)
  return lines
}

let gradesAsked: Promise<Grade[]> | null = null

async function readGrades(): Promise<Grade[]> {
  const grades: Grade[] = []
  let cursor: string | undefined
  do {
    const page = await take(api.GET('/api/grades', { params: { query: { limit: 200, cursor } } }))
    grades.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor && grades.length < 2000)
  return grades
}

/** The catalogue changes seldom: once per visit, and again after a failure. */
export function allGrades(): Promise<Grade[]> {
  gradesAsked ??= readGrades().catch(thrown => {
    gradesAsked = null
    throw thrown
  })
  return gradesAsked
}

export function lineTone(status: LineStatus): Tone {
  switch (status) {
    case 'DRAFT': return 'warn'
    case 'SUBMITTED': case 'COMMITTED': case 'POOLED': return 'active'
    case 'ALLOCATED': case 'FULFILLED': return 'good'
    case 'REJECTED': case 'LAPSED': case 'DEFAULTED': return 'bad'
    case 'WITHDRAWN': return 'quiet'
  }
}

/** Lines that stand: neither withdrawn nor ended otherwise. */
const GONE = new Set<LineStatus>(['WITHDRAWN', 'REJECTED', 'LAPSED', 'DEFAULTED'])
export const stands = (line: DemandLine): boolean => !GONE.has(line.status)
export const sumTargetKg = (lines: readonly DemandLine[]): number => lines.reduce((sum, line) => sum + line.targetKg, 0)
export const zoneName = (round: Round | undefined, code: string | null | undefined): string =>
  round?.terms.deliveryZones.find(zone => zone.code === code)?.name ?? code ?? ''
