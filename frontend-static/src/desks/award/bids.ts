import type { components } from '@/api/schema'
import type { AwardRule } from './runs'

/** Offers as they were opened, and what they lack of what the grade and the rules ask for. */
export type Bid = components['schemas']['Bid']
export type Grade = components['schemas']['Grade']

export interface Lack {
  property: string
  kind: 'MISSING' | 'WEAKER'
  atLeastPpm?: number
  atMostPpm?: number
}
interface Wanted { property: string; atLeastPpm?: number; atMostPpm?: number }

const bare = (attribute: string) => attribute.replace(/\.(min|max)$/, '')

/** Of a grade only what is said in parts per million can be guaranteed in an offer; of a classifying range its lower end. */
function wantedBy(grade: Pick<Grade, 'limits'> | undefined, rules: readonly AwardRule[], lotId: string): Wanted[] {
  const ofGrade = (grade?.limits ?? []).filter(limit => limit.unit === 'PPM').map<Wanted>(limit => ({
    property: limit.property, ...(limit.minimum != null && { atLeastPpm: limit.minimum }), ...(limit.kind === 'MAXIMUM' && limit.maximum != null && { atMostPpm: limit.maximum }),
  }))
  const ofRules = rules.filter(rule => rule.kind === 'QUALITY' && rule.attribute !== undefined && (rule.lotId === undefined || rule.lotId === lotId)).map<Wanted>(rule => ({
    property: bare(rule.attribute ?? ''), ...(rule.atLeastPpm !== undefined && { atLeastPpm: rule.atLeastPpm }), ...(rule.atMostPpm !== undefined && { atMostPpm: rule.atMostPpm }),
  }))
  return [...ofGrade, ...ofRules].filter(one => one.atLeastPpm !== undefined || one.atMostPpm !== undefined)
}

export const isMoisture = (property: string) => property.toLowerCase() === 'moisture'

/** What an offer does not guarantee, or guarantees more weakly; each property once, the harder demand. */
export function lacksOf(bid: Pick<Bid, 'offer' | 'lotId'>, grade: Pick<Grade, 'limits'> | undefined, rules: readonly AwardRule[]): Lack[] {
  const offer = bid.offer
  if (!offer) return []
  const found = new Map<string, Lack>()
  for (const wanted of wantedBy(grade, rules, bid.lotId)) {
    const guarantee = isMoisture(wanted.property)
      ? { property: wanted.property, maximumPpm: offer.moistureMaximumPpm }
      : offer.guarantees.find(one => one.property.toUpperCase() === wanted.property.toUpperCase())
    const low = guarantee && 'minimumPpm' in guarantee ? guarantee.minimumPpm : undefined
    const high = guarantee?.maximumPpm
    const missing = (wanted.atLeastPpm !== undefined && low === undefined) || (wanted.atMostPpm !== undefined && high === undefined)
    const weaker = (wanted.atLeastPpm !== undefined && low !== undefined && low < wanted.atLeastPpm) || (wanted.atMostPpm !== undefined && high !== undefined && high > wanted.atMostPpm)
    if (!missing && !weaker) continue
    const known = found.get(wanted.property)
    found.set(wanted.property, { ...known, ...wanted, kind: missing ? 'MISSING' : known?.kind ?? 'WEAKER' })
  }
  return [...found.values()]
}

/** Nobody judged it yet, and it can be: what cannot be taken as it stands is rejected as it is. */
export const waits = (bid: Bid): boolean => bid.status === 'OPENED'
export const canBeTaken = (bid: Bid): boolean => bid.faults.length === 0 && bid.unread === undefined && bid.offer !== undefined

export interface JudgedLot { lotId: string; bids: Bid[]; waiting: number }
/** Lots as they came, with how many of their offers wait. */
export function byLot(bids: readonly Bid[]): JudgedLot[] {
  const found = new Map<string, JudgedLot>()
  for (const bid of bids) {
    const lot = found.get(bid.lotId) ?? { lotId: bid.lotId, bids: [], waiting: 0 }
    lot.bids.push(bid)
    if (waits(bid)) lot.waiting++
    found.set(bid.lotId, lot)
  }
  return [...found.values()]
}
