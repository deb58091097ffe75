import type { components } from '@/api/schema'
import type { Tone } from '@/kit/StateTag.vue'

export const STATE_TONES: Record<components['schemas']['MembershipState'], Tone> = { APPLIED: 'active', ADMITTED: 'good', SUSPENDED: 'warn', LEFT: 'quiet' }
export const EVIDENCE_KINDS: readonly components['schemas']['EvidenceKind'][] = ['BUSINESS_LICENCE', 'ENVIRONMENTAL_PERMIT', 'SAFETY_LICENCE', 'MINING_LICENCE', 'CUSTOMS_REGISTRATION', 'QUALITY_CERTIFICATE', 'OTHER']
