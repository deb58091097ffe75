import type { IconName } from './icons'
import type { Tone } from './StateTag.vue'

/** The way of a round in order, and the exits. */
export const ROUND_TRACK = ['ANNOUNCED', 'COLLECTING', 'LOCKED', 'POOLED', 'TENDERING', 'CLOSED', 'OPENED', 'EVALUATED', 'PUBLICISED', 'AWARDED', 'EXECUTING', 'SETTLED'] as const
export type RoundState = 'DRAFT' | (typeof ROUND_TRACK)[number] | 'FAILED' | 'CANCELLED' | 'SUSPENDED'

export function roundTone(state: RoundState): Tone {
  switch (state) {
    case 'DRAFT': return 'quiet'
    case 'ANNOUNCED': case 'COLLECTING': case 'TENDERING': return 'active'
    case 'AWARDED': case 'EXECUTING': case 'SETTLED': return 'good'
    case 'SUSPENDED': return 'warn'
    case 'FAILED': case 'CANCELLED': return 'bad'
    default: return 'quiet'
  }
}

export function roundIcon(state: RoundState): IconName {
  switch (state) {
    case 'DRAFT': return 'pencil'
    case 'ANNOUNCED': return 'bell'
    case 'COLLECTING': case 'TENDERING': return 'clock'
    case 'LOCKED': case 'CLOSED': return 'lock'
    case 'POOLED': return 'lots'
    case 'SUSPENDED': return 'pause'
    case 'FAILED': case 'CANCELLED': return 'stop'
    case 'EXECUTING': return 'truck'
    case 'AWARDED': case 'SETTLED': return 'check'
    default: return 'eye'
  }
}
