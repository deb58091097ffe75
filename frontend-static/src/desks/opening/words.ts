import type { Tone } from '@/kit/StateTag.vue'
import type { SealState } from './room'

export const TONE: Readonly<Record<SealState, Tone>> = { WAITING: 'quiet', DISPUTED: 'warn', OPENED: 'good', UNREADABLE: 'bad', TWO_FACED: 'bad', LEFT_SHUT: 'warn', NOT_AS_RECEIPTED: 'bad', UNOPENED: 'quiet' }
