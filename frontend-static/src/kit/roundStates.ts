import { useI18n } from 'vue-i18n'
import type { components } from '@/api/schema'
import type { IconName } from './icons'
import type { Tone } from './StateTag.vue'

export type RoundStatus = components['schemas']['RoundStatus']
export type Profile = components['schemas']['Profile']
export type TrackStep = components['schemas']['TrackStep']

export function roundTone(status: RoundStatus): Tone {
  switch (status) {
    case 'ANNOUNCED': case 'COLLECTING': case 'TENDERING': return 'active'
    case 'AWARDED': case 'EXECUTING': case 'SETTLED': return 'good'
    case 'SUSPENDED': return 'warn'
    case 'FAILED': case 'CANCELLED': return 'bad'
    default: return 'quiet'
  }
}

export function roundIcon(status: RoundStatus): IconName {
  switch (status) {
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

/** The words of a round follow its profile: 招标 says 开标 where 询比 says 开启. */
export function useRoundWords() {
  const { t, te } = useI18n()
  const word = (table: 'round' | 'roundNext', status: RoundStatus, profile?: Profile): string => {
    const tender = `kit.${table}Tender.${status}`
    return profile === 'TENDER' && te(tender) ? t(tender) : t(`kit.${table}.${status}`)
  }
  return {
    stateWord: (status: RoundStatus, profile?: Profile) => word('round', status, profile),
    nextWord: (status: RoundStatus, profile?: Profile) => word('roundNext', status, profile),
  }
}
