import { onScopeDispose, reactive, watch } from 'vue'
import { newIntent } from '@/api/intent'
import type { components } from '@/api/schema'
import type { FenPerTonne, Kg } from '@/kit/values'

export type DemandTerms = components['schemas']['DemandTerms']
export type DemandLine = components['schemas']['DemandLine']
export type Grade = components['schemas']['Grade']
export type SpecOverride = components['schemas']['SpecOverride']
type Round = components['schemas']['Round']

/** What is being typed; kept for the tab until it was taken, so that an error or a reload loses nothing. */
export interface Draft {
  step: 1 | 2 | 3
  grades: string[]
  orBetter: boolean
  minimumKg: Kg | null
  targetKg: Kg | null
  maximumKg: Kg | null
  cap: FenPerTonne | null
  pointId: string
  from: string
  to: string
  kilnType: DemandTerms['kilnType'] | ''
  size: NonNullable<DemandTerms['size']>
  packing: NonNullable<DemandTerms['packing']>
  sources: string
  invoices: NonNullable<DemandTerms['invoices']>
  payment: NonNullable<DemandTerms['payment']>
  overrides: SpecOverride[]
  remark: string
  /** The key under which exactly these terms were sent, until they were answered. */
  sent: { key: string; about: string } | null
}

export function blankDraft(round: Round): Draft {
  return {
    step: 1, grades: [], orBetter: false, minimumKg: null, targetKg: null, maximumKg: null, cap: null, pointId: '',
    from: round.terms.deliveryPeriod.fromOn, to: round.terms.deliveryPeriod.toOn,
    kilnType: '', size: 'LUMP', packing: 'BULK', sources: '', invoices: 'ONE', payment: 'CASH', overrides: [], remark: '', sent: null,
  }
}

/** "此级或更好" is filled in by the server; what it filled in is not what was asked. */
export function askedGrades(accepted: readonly string[], orBetter: boolean, grades: readonly Grade[]): string[] {
  if (!orBetter) return [...accepted]
  const asked: string[] = []
  for (const code of accepted) {
    const filled = asked.some(before => grades.find(g => g.code === before)?.betterGrades.includes(code))
    if (!filled) asked.push(code)
  }
  return asked
}

/** The grades of the round that "this or better" adds to those chosen. */
export function addedByBetter(chosen: readonly string[], grades: readonly Grade[], inRound: readonly string[]): string[] {
  const better = new Set(chosen.flatMap(code => grades.find(g => g.code === code)?.betterGrades ?? []))
  return inRound.filter(code => better.has(code) && !chosen.includes(code))
}

export function fillFrom(draft: Draft, terms: DemandTerms): void {
  const { minimumKg, targetKg, maximumKg } = terms
  Object.assign(draft, {
    grades: [...terms.acceptedGrades], orBetter: terms.orBetter ?? false,
    targetKg, minimumKg: minimumKg === targetKg ? null : (minimumKg ?? null), maximumKg: maximumKg === targetKg ? null : (maximumKg ?? null),
    cap: terms.priceCapFenPerTonne ?? null, pointId: terms.deliveryPointId ?? '', from: terms.deliveryFromOn, to: terms.deliveryToOn,
    kilnType: terms.kilnType ?? '', size: terms.size ?? 'LUMP', packing: terms.packing ?? 'BULK', sources: (terms.approvedSources ?? []).join('\u3001'),
    invoices: terms.invoices ?? 'ONE', payment: terms.payment ?? 'CASH', overrides: terms.specOverrides ?? [], remark: terms.remark ?? '',
  })
}

export function fillFromLine(draft: Draft, line: DemandLine, grades: readonly Grade[]): void {
  fillFrom(draft, { ...line, priceCapFenPerTonne: line.priceCapFenPerTonne ?? undefined })
  draft.grades = askedGrades(line.acceptedGrades, line.orBetter, grades)
}

export function termsOf(draft: Draft): DemandTerms {
  const sources = draft.sources.split(/[,\uff0c\u3001;\uff1b\n]/).map(s => s.trim()).filter(Boolean)
  const remark = draft.remark.trim()
  return {
    acceptedGrades: [...draft.grades], orBetter: draft.orBetter, targetKg: draft.targetKg ?? 0,
    ...(draft.minimumKg === null ? {} : { minimumKg: draft.minimumKg }),
    ...(draft.maximumKg === null ? {} : { maximumKg: draft.maximumKg }),
    ...(draft.cap === null ? {} : { priceCapFenPerTonne: draft.cap }),
    ...(draft.pointId ? { deliveryPointId: draft.pointId } : {}),
    deliveryFromOn: draft.from, deliveryToOn: draft.to,
    ...(draft.kilnType ? { kilnType: draft.kilnType } : {}),
    size: draft.size, packing: draft.packing, invoices: draft.invoices, payment: draft.payment,
    ...(sources.length ? { approvedSources: sources } : {}),
    ...(draft.overrides.length ? { specOverrides: draft.overrides.map(o => ({ ...o })) } : {}),
    ...(remark ? { remark } : {}),
  }
}

export type Gap = 'grades' | 'target' | 'order' | 'point' | 'window' | 'windowOrder'

/** What is missing in a step before the next one makes sense; the server judges everything again. */
export function gapIn(step: 1 | 2 | 3, draft: Draft, period: { fromOn: string; toOn: string }): Gap | null {
  if (step === 1) return draft.grades.length === 0 ? 'grades' : null
  if (step === 2) {
    if (!draft.targetKg) return 'target'
    return (draft.minimumKg ?? 0) > draft.targetKg || (draft.maximumKg ?? draft.targetKg) < draft.targetKg ? 'order' : null
  }
  if (!draft.pointId) return 'point'
  if (!draft.from || !draft.to || draft.from < period.fromOn || draft.to > period.toOn) return 'window'
  return draft.from > draft.to ? 'windowOrder' : null
}

/** The same terms keep their key, also across a reload, until they were answered: nothing is placed twice. */
export function sendKey(draft: Draft, terms: DemandTerms): { 'Idempotency-Key': string } {
  const about = JSON.stringify(terms)
  if (draft.sent?.about !== about) draft.sent = { key: newIntent().header()['Idempotency-Key'], about }
  return { 'Idempotency-Key': draft.sent.key }
}

const place = (name: string) => `jucai.draft.${name}`

export function keptDraft(name: string): Partial<Draft> | null {
  try {
    return JSON.parse(sessionStorage.getItem(place(name)) ?? 'null') as Partial<Draft> | null
  } catch {
    return null
  }
}

export function dropDraft(name: string): void {
  try {
    sessionStorage.removeItem(place(name))
  } catch {
    // Nothing was kept either.
  }
}

/** A draft that keeps itself under a name while the page lives. */
export function useDraft(name: string, fresh: Draft): { draft: Draft; restored: boolean; forget: () => void } {
  const kept = keptDraft(name)
  const draft = reactive<Draft>({ ...fresh, ...kept }) as Draft
  let on = true
  const stop = watch(draft, now => {
    if (!on) return
    try {
      sessionStorage.setItem(place(name), JSON.stringify(now))
    } catch {
      // A browser that keeps nothing still holds the draft while the page is open.
    }
  }, { deep: true, flush: 'sync' })
  onScopeDispose(stop)
  return {
    draft,
    restored: kept !== null,
    forget: () => {
      on = false
      dropDraft(name)
    },
  }
}
