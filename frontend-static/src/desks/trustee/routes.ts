import type { Desk } from '../desk'

const TRUSTEES = ['SECRETARIAT', 'ASSOCIATION_ADMIN', 'BANK_CREDIT_OFFICER', 'BANK_RISK_OFFICER', 'SUPERVISOR', 'REGULATOR'] as const

/** Those who keep a key that offers are sealed to. */
export const desk: Desk = {
  places: [{ route: 'trusteeKey', label: 'shell.places.trusteeKey', icon: 'key', roles: TRUSTEES, order: 50 }],
  routes: [{ path: '/trustee-key', name: 'trusteeKey', component: () => import('./TrusteePage.vue'), meta: { title: 'trustee.title', texts: ['trustee', 'openings', 'sealed', 'trade'], roles: TRUSTEES } }],
}
