/* The form by which a round asks for offers, and the words of its rules turned into what the server takes. */
import type { components } from '@/api/schema'
import { readDecimal } from '@/kit/decimals'
import { instantOf } from '@/kit/time'

export type Rule = components['schemas']['AwardRule']
export type RuleKind = components['schemas']['AwardRuleKind']
type Terms = components['schemas']['TenderTerms']

export const KINDS: readonly RuleKind[] = ['MAX_SUPPLIERS', 'MIN_SUPPLIERS', 'MAX_SUPPLIERS_PER_LOT', 'MIN_SUPPLIERS_PER_LOT', 'MAX_SUPPLIER_SHARE', 'MAX_GROUP_SHARE', 'MIN_SMALL_SHARE', 'EXCLUDED_PAIR', 'QUALITY', 'WHOLE_TRUCKS']
const COUNTS = new Set<RuleKind>(['MAX_SUPPLIERS', 'MIN_SUPPLIERS', 'MAX_SUPPLIERS_PER_LOT', 'MIN_SUPPLIERS_PER_LOT'])
const SHARES = new Set<RuleKind>(['MAX_SUPPLIER_SHARE', 'MAX_GROUP_SHARE', 'MIN_SMALL_SHARE'])
const OF = new Set<RuleKind>(['MAX_SUPPLIER_SHARE', 'MAX_GROUP_SHARE'])
const LOTS = new Set<RuleKind>(['MAX_SUPPLIERS_PER_LOT', 'MIN_SUPPLIERS_PER_LOT', 'EXCLUDED_PAIR', 'QUALITY'])

export const asks = {
  count: (kind: RuleKind) => COUNTS.has(kind),
  share: (kind: RuleKind) => SHARES.has(kind),
  of: (kind: RuleKind) => OF.has(kind),
  lot: (kind: RuleKind) => LOTS.has(kind),
}

/** A rule while it is being written: figures as typed, per cent for shares and chemistry, tonnes for trucks. */
export interface RuleDraft {
  kind: RuleKind
  count: string
  share: string
  of: 'LOT' | 'ROUND'
  lotId: string
  supplier: { id: string; name: string } | null
  attribute: string
  atLeast: string
  atMost: string
  truck: string
  reason: string
}

export interface TenderDraft {
  dueAt: string
  opensAt: string
  questionsUntil: string
  validDays: string
  secondQuote: boolean
  billRate: string
  silence: string
  shareRule: NonNullable<Terms['shareRule']>
  costRule: NonNullable<Terms['costRule']>
  rules: RuleDraft[]
  fee: string
  /** Yuan per tonne as typed, one for each delivery zone of the round. */
  ownFreight: { zone: string; name: string; yuan: string }[]
}

export const emptyRule = (kind: RuleKind): RuleDraft => ({ kind, count: '', share: '', of: 'ROUND', lotId: '', supplier: null, attribute: 'AL2O3', atLeast: '', atMost: '', truck: '32', reason: '' })

/** What was typed in its smallest unit; null where nothing was, or no figure. */
function decimalToUnits(typed: string, places: number): number | null {
  const read = readDecimal(String(typed), places)
  return read.ok ? read.value : null
}

const BP = 2
const PPM_OF_PERCENT = 4
const KG_OF_TONNE = 3
const FEN_OF_YUAN = 2

/** The rule as it is sent; null where something that it needs is missing. */
export function ruleOf(draft: RuleDraft, n: number): Rule | null {
  const { kind } = draft
  const rule: Rule = { id: `r${n + 1}`, kind }
  if (asks.lot(kind) && draft.lotId) rule.lotId = draft.lotId
  if (asks.count(kind)) return withUnits(rule, 'count', draft.count, 0)
  if (asks.share(kind)) {
    if (asks.of(kind)) rule.of = draft.of
    return withUnits(rule, 'shareBp', draft.share, BP)
  }
  if (kind === 'WHOLE_TRUCKS') return withUnits(rule, 'truckKg', draft.truck, KG_OF_TONNE)
  if (kind === 'EXCLUDED_PAIR') {
    if (!draft.supplier || !draft.lotId || draft.reason.trim().length < 2) return null
    return { ...rule, supplierId: draft.supplier.id, reason: draft.reason.trim() }
  }
  const atLeast = decimalToUnits(draft.atLeast, PPM_OF_PERCENT)
  const atMost = decimalToUnits(draft.atMost, PPM_OF_PERCENT)
  if (!draft.attribute.trim() || (atLeast === null && atMost === null)) return null
  return { ...rule, attribute: draft.attribute.trim(), ...(atLeast !== null && { atLeastPpm: atLeast }), ...(atMost !== null && { atMostPpm: atMost }) }
}

function withUnits(rule: Rule, key: 'count' | 'shareBp' | 'truckKg', typed: string, digits: number): Rule | null {
  const units = decimalToUnits(typed, digits)
  return units === null || units < 1 ? null : { ...rule, [key]: units }
}

/** The numbers, from 1, of the rules that lack something. */
export const unfinished = (draft: TenderDraft): number[] => draft.rules.flatMap((rule, n) => (ruleOf(rule, n) === null ? [n + 1] : []))

/** Whether own freight is said for each zone, or for none; the server takes nothing between. */
export const ownFreightWhole = (draft: TenderDraft): boolean => new Set(draft.ownFreight.map(each => decimalToUnits(each.yuan, FEN_OF_YUAN) === null)).size < 2

export function termsOf(draft: TenderDraft): Terms {
  const ownFreight = draft.ownFreight.flatMap(({ zone, yuan }) => {
    const fenPerTonne = decimalToUnits(yuan, FEN_OF_YUAN)
    return fenPerTonne === null ? [] : [{ zone, fenPerTonne }]
  })
  return {
    offersDueAt: instantOf(draft.dueAt) ?? '',
    opensAt: instantOf(draft.opensAt) ?? '',
    questionsUntilAt: instantOf(draft.questionsUntil) ?? '',
    offersValidDays: Number(draft.validDays),
    secondQuote: draft.secondQuote,
    billRateBp: decimalToUnits(draft.billRate, BP) ?? 0,
    silenceConfirmsAfterWorkingDays: Number(draft.silence),
    rules: draft.rules.flatMap((rule, n) => ruleOf(rule, n) ?? []),
    shareRule: draft.shareRule,
    costRule: draft.costRule,
    tieRuleVersion: 1,
    feeRateBp: decimalToUnits(draft.fee, BP) ?? 0,
    ...(ownFreight.length > 0 && { ownFreight }),
  }
}
