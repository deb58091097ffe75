/* What is typed about a round, and the terms it becomes. Dates are Beijing wall clock as the inputs give them. */
import type { components } from '@/api/schema'
import { instantOf, minuteOf } from '@/kit/time'
import { kg, type Kg } from '@/kit/values'

export type Terms = components['schemas']['RoundTerms']

export interface RoundDraft {
  title: string
  profile: components['schemas']['Profile']
  mode: components['schemas']['Mode']
  grades: string[]
  opensAt: string
  endsAt: string
  fromOn: string
  toOn: string
  windows: { fromOn: string; toOn: string }[]
  zones: { code: string; name: string }[]
  viableKg: Kg | null
  viableByGrade: Record<string, Kg | null>
  steps: (Kg | null)[]
  k: number | ''
  depositPercent: number | ''
  offers: number | ''
  publicity: number | ''
}

export const USUAL_STEPS = [500_000, 1_000_000, 3_000_000, 10_000_000]

export const emptyDraft = (): RoundDraft => ({
  title: '', profile: 'INQUIRY', mode: 'AGENCY', grades: [], opensAt: '', endsAt: '', fromOn: '', toOn: '', windows: [], zones: [{ code: '', name: '' }],
  viableKg: kg(500_000), viableByGrade: {}, steps: USUAL_STEPS.map(kg), k: 5, depositPercent: 20, offers: '', publicity: '',
})

const wall = (instant: string) => minuteOf(instant).replace(' ', 'T')

export function draftOf(terms: Terms): RoundDraft {
  return {
    title: terms.title, profile: terms.profile ?? 'INQUIRY', mode: terms.mode ?? 'AGENCY', grades: [...terms.grades],
    opensAt: wall(terms.collectingOpensAt), endsAt: wall(terms.collectingEndsAt), fromOn: terms.deliveryPeriod.fromOn, toOn: terms.deliveryPeriod.toOn,
    windows: (terms.deliveryWindows ?? []).map(w => ({ ...w })), zones: terms.deliveryZones.map(z => ({ ...z })), viableKg: kg(terms.viableKg),
    viableByGrade: Object.fromEntries((terms.viableKgByGrade ?? []).map(v => [v.grade, kg(v.viableKg)])),
    steps: (terms.volumeStepsKg ?? USUAL_STEPS).map(kg), k: terms.anonymityK ?? 5, depositPercent: (terms.depositRateBp ?? 2000) / 100,
    offers: terms.minimumOffersPerLot ?? '', publicity: terms.publicityWorkingDays ?? '',
  }
}

/** The last round as a pattern: everything but its title and its dates. */
export const likeLast = (terms: Terms): RoundDraft => ({ ...draftOf(terms), title: '', opensAt: '', endsAt: '', fromOn: '', toOn: '', windows: [] })

export function termsOf(draft: RoundDraft): Terms {
  const windows = draft.windows.filter(w => w.fromOn || w.toOn)
  const zones = draft.zones.map(z => ({ code: z.code.trim().toUpperCase(), name: z.name.trim() })).filter(z => z.code || z.name)
  const byGrade = draft.grades.flatMap(grade => {
    const own = draft.viableByGrade[grade]
    return own ? [{ grade, viableKg: own as number }] : []
  })
  const steps = draft.steps.filter((s): s is Kg => s !== null)
  return {
    title: draft.title.trim(), profile: draft.profile, mode: draft.mode, grades: draft.grades,
    collectingOpensAt: instantOf(draft.opensAt) ?? '', collectingEndsAt: instantOf(draft.endsAt) ?? '',
    deliveryPeriod: { fromOn: draft.fromOn, toOn: draft.toOn }, deliveryZones: zones, viableKg: draft.viableKg ?? 0,
    anonymityK: draft.k === '' ? 5 : draft.k, depositRateBp: draft.depositPercent === '' ? 2000 : Math.round(draft.depositPercent * 100),
    ...(windows.length > 0 && { deliveryWindows: windows }),
    ...(byGrade.length > 0 && { viableKgByGrade: byGrade }),
    ...(steps.length > 0 && { volumeStepsKg: steps as number[] }),
    ...(draft.offers !== '' && { minimumOffersPerLot: draft.offers }),
    ...(draft.publicity !== '' && { publicityWorkingDays: draft.publicity }),
  }
}

export type Missing = 'title' | 'grades' | 'opensAt' | 'endsAt' | 'period' | 'zones' | 'viable' | 'endsBeforeOpens' | 'periodBackwards' | 'windowOutside' | 'windowsOverlap' | 'stepsNotRising'

/** What can be told before asking the server. */
export function findings(draft: RoundDraft): Set<Missing> {
  const found = new Set<Missing>()
  if (draft.title.trim().length < 2) found.add('title')
  if (draft.grades.length === 0) found.add('grades')
  if (!draft.opensAt) found.add('opensAt')
  if (!draft.endsAt) found.add('endsAt')
  else if (draft.opensAt && draft.endsAt <= draft.opensAt) found.add('endsBeforeOpens')
  if (!draft.fromOn || !draft.toOn) found.add('period')
  else if (draft.toOn < draft.fromOn) found.add('periodBackwards')
  if (!draft.zones.some(z => z.code.trim() && z.name.trim())) found.add('zones')
  if (draft.viableKg === null) found.add('viable')
  const windows = draft.windows.filter(w => w.fromOn || w.toOn)
  if (windows.some(w => !w.fromOn || !w.toOn || w.toOn < w.fromOn || w.fromOn < draft.fromOn || w.toOn > draft.toOn)) found.add('windowOutside')
  if (windows.some((w, i) => i > 0 && w.fromOn <= (windows[i - 1]?.toOn ?? ''))) found.add('windowsOverlap')
  const steps = draft.steps.filter((s): s is Kg => s !== null)
  if (steps.some((s, i) => i > 0 && s <= (steps[i - 1] ?? 0))) found.add('stepsNotRising')
  return found
}
