import type { components } from '@/api/schema'
import type { Measure } from '@/desks/formulas/measures'

export type Sample = components['schemas']['LaboratorySample']
export type Result = components['schemas']['LaboratoryResult']
export type Reading = components['schemas']['ResultReading']
export type Basis = components['schemas']['ReadingBasis']
type Material = components['schemas']['Material']

/** What waits for whom: the bench is sorted by it. */
export const STAGES = ['toTest', 'toVerify', 'toIssue', 'issued', 'unfit'] as const
export type Stage = (typeof STAGES)[number] | 'underway'

export function stageOf(sample: Sample): Stage {
  if (sample.status === 'SENT') return 'underway'
  if (sample.status === 'UNFIT') return 'unfit'
  switch (sample.results.at(-1)?.status) {
    case 'ENTERED': return 'toVerify'
    case 'VERIFIED': return 'toIssue'
    case 'ISSUED': return 'issued'
    default: return 'toTest'
  }
}

/** What is a part of the mass, in parts per million; all else has no basis. */
const NO_PART = new Set<Measure>(['BULK_DENSITY', 'REFRACTORINESS', 'PLASTICITY', 'ALUMINA_SILICA_RATIO', 'CALORIFIC_VALUE'])
export const isPart = (measure: Measure): boolean => !NO_PART.has(measure)
/** The bases among which there is a choice; one where there is none. */
export const basesOf = (measure: Measure): readonly Basis[] => (measure === 'MOISTURE' ? ['AS_RECEIVED'] : isPart(measure) ? ['DRY', 'AS_RECEIVED'] : ['NOT_APPLICABLE'])

const WHOLE = 1_000_000n
/** As the server judges it: 100 % and half a per cent. */
export const MOST_SUM_PPM = 1_005_000
const SUMMED: readonly Measure[] = ['AL2O3', 'FE2O3', 'TIO2', 'SIO2', 'K2O_NA2O', 'SIC', 'FREE_CARBON', 'LOI']

/** A value on the dry basis, to the nearest part per million; null where moisture is needed and not there. */
export function dryOf(value: number, basis: Basis, measure: Measure, moisture: number | null): number | null {
  if (basis !== 'AS_RECEIVED' || measure === 'MOISTURE') return value
  if (moisture === null || moisture >= Number(WHOLE)) return null
  const left = WHOLE - BigInt(moisture)
  return Number((2n * BigInt(value) * WHOLE + left) / (2n * left))
}

export interface Typed { property: Measure; value: number | null; basis: Basis }

/** The sum of what closes an analysis, dry; lime and magnesia, told together or apart, count once. */
export function sumOf(lines: readonly Typed[]): { ppm: number; of: Measure[] } {
  const moisture = lines.find(one => one.property === 'MOISTURE')?.value ?? null
  const dry = new Map(lines.flatMap(one => {
    const value = one.value === null ? null : dryOf(one.value, one.basis, one.property, moisture)
    return value === null ? [] : [[one.property, value] as const]
  }))
  const of = (measure: Measure) => dry.get(measure) ?? 0
  const together = of('CAO_MGO') >= of('CAO') + of('MGO')
  const counted: Measure[] = [...SUMMED, ...(together ? ['CAO_MGO' as const] : ['CAO' as const, 'MGO' as const])].filter(one => dry.has(one))
  return { ppm: counted.reduce((sum, one) => sum + of(one), 0), of: counted }
}

/** By which standards a material's property is tested; none where any may be named. */
export const methodsFor = (material: Material | undefined, measure: Measure): string[] =>
  [...new Set((material?.testMethods ?? []).filter(one => one.purpose === 'TESTING' && (one.properties as string[]).includes(measure)).map(one => one.standard))]

/** As it is read aloud and compared: in fours. */
export const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

/** What stands in a scanned or typed code, without blanks and dashes. */
export const plainCode = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')

/** Values down a column, as they are copied out of a sheet or a balance's file. */
export const pasted = (text: string): string[] => text.replace(/\r?\n$/, '').split(/\r?\n/).map(line => line.split('\t').at(-1)?.trim() ?? '')
