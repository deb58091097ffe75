import type { components } from '@/api/schema'
import type { RoleName } from '@/session'

export type Swap = components['schemas']['SwapView']
export type Share = components['schemas']['OwnShareView']

export const MEMBERS = ['MEMBER_BUYER', 'MEMBER_ADMIN'] as const satisfies readonly RoleName[]
export const SWAPPERS = [...MEMBERS, 'FINANCE_OFFICER', 'SUPPLIER_SELLER', 'SUPPLIER_ADMIN', 'AUDITOR'] as const satisfies readonly RoleName[]
export const TONES = { OFFERED: 'active', ACCEPTED: 'warn', DONE: 'good', ENDED: 'quiet' } as const

/** Our shares that may grow by it: of the same lot and supplier. */
export const fitting = (swap: Swap, shares: readonly Share[]): Share[] => shares.filter(share => share.lotId === swap.lotId && share.sellerId === swap.sellerId)

export type Step = 'offered' | 'accepted' | 'confirmed' | 'agreed' | 'done'

/** Who has to give its word, in this order, and who has. */
export function stepsOf(swap: Swap): { step: Step; given: boolean }[] {
  const accepted = swap.status === 'ACCEPTED' || swap.status === 'DONE'
  return [
    { step: 'offered', given: true },
    { step: 'accepted', given: accepted || swap.takerName !== undefined },
    ...(swap.isToAnybody ? [{ step: 'confirmed' as const, given: swap.isConfirmed }] : []),
    ...(swap.sellerAgrees ? [{ step: 'agreed' as const, given: swap.isAgreed }] : []),
    { step: 'done', given: swap.status === 'DONE' },
  ]
}
