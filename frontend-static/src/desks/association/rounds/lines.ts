import type { components } from '@/api/schema'
import type { Tone } from '@/kit/StateTag.vue'

export function lineTone(status: components['schemas']['LineStatus']): Tone {
  switch (status) {
    case 'DRAFT': return 'warn'
    case 'SUBMITTED': return 'active'
    case 'COMMITTED': case 'POOLED': case 'ALLOCATED': case 'FULFILLED': return 'good'
    case 'REJECTED': case 'DEFAULTED': return 'bad'
    case 'WITHDRAWN': case 'LAPSED': return 'quiet'
  }
}
