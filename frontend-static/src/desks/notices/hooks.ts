import type { components } from '@/api/schema'
import type { Tone } from '@/kit/StateTag.vue'

export type Webhook = components['schemas']['WebhookView']
export type Sent = components['schemas']['WebhookDeliveryView']

export const TONES: Record<Webhook['state'], Tone> = { ACTIVE: 'good', OFF: 'quiet', FAILED: 'bad', GONE: 'bad' }
export const SENT_TONES: Record<Sent['state'], Tone> = { WAITING: 'active', DELIVERED: 'good', GIVEN_UP: 'bad' }
