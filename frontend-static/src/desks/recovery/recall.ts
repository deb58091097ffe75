import type { components } from '@/api/schema'
import type { RoleName } from '@/session'

export type Recall = components['schemas']['RecallView']
export type Reached = components['schemas']['ReachedDelivery']
export type Totals = components['schemas']['ReachTotals']
export type Handling = components['schemas']['RecallHandling']

export const OPENERS = ['SUPPLIER_SELLER', 'SUPPLIER_ADMIN', 'SECRETARIAT', 'FINANCE_OFFICER', 'LABORATORY_TECHNICIAN'] as const satisfies readonly RoleName[]
/** A laboratory never learns whom goods reached. */
export const ASKERS = ['FINANCE_OFFICER', 'SUPPLIER_SELLER', 'SUPPLIER_ADMIN', 'MEMBER_BUYER', 'MEMBER_ADMIN', 'WAREHOUSE_KEEPER', 'SECRETARIAT', 'ASSOCIATION_ADMIN', 'AUDITOR'] as const satisfies readonly RoleName[]
export const READERS = [...ASKERS, 'LABORATORY_TECHNICIAN'] as const satisfies readonly RoleName[]

export const HANDLINGS: readonly Handling[] = ['KEPT_APART', 'PARTLY_USED', 'USED', 'SENT_BACK', 'NONE_LEFT']
export const TONES = { OPEN: 'bad', LIFTED: 'good', CLOSED: 'quiet' } as const

/** Which goods are asked for. */
export interface Subject { recallId?: string; code?: string; lotId?: string; sellerId?: string; source?: string; fromOn?: string; toOn?: string }
const KEYS = ['recallId', 'code', 'lotId', 'sellerId', 'source', 'fromOn', 'toOn'] as const

/** What an address asks for. */
export function subjectOf(query: Record<string, unknown>): Subject {
  const subject: Subject = {}
  for (const key of KEYS) {
    const value = query[key]
    if (typeof value === 'string' && value.trim()) subject[key] = value.trim()
  }
  return subject
}

/** Whether it names goods: exactly one way to. */
export function isWhole(subject: Subject): boolean {
  const days = Boolean(subject.fromOn && subject.toOn)
  const ways = [subject.recallId, subject.code, subject.lotId, subject.source, days].filter(Boolean).length
  return ways === 1 && (!(subject.source || days) || Boolean(subject.sellerId))
}

/** The goods alone: what is recalled by another recall is no new recall. */
export function goodsOf(subject: Subject): Omit<Subject, 'recallId'> {
  const goods = { ...subject }
  delete goods.recallId
  return goods
}

export const addressOf = (subject: Subject): string => `/api/reach/file?${new URLSearchParams(Object.entries(subject).filter((each): each is [string, string] => typeof each[1] === 'string'))}`
