import type { Desk } from '../desk'

const WATCH = ['SECRETARIAT', 'ASSOCIATION_ADMIN', 'SUPPLIER_SELLER', 'SUPPLIER_ADMIN', 'REGULATOR', 'AUDITOR', 'SUPERVISOR', 'BANK_CREDIT_OFFICER', 'BANK_RISK_OFFICER'] as const

/** The opening room of a round: for its association, its trustees, those who offered, regulators and auditors. */
export const desk: Desk = {
  places: [],
  routes: [{ path: '/rounds/:roundId/opening', name: 'openingRoom', component: () => import('./OpeningPage.vue'), props: true, meta: { title: 'opening.page', texts: ['opening', 'trustee', 'sealed', 'tender', 'trade', 'account'], roles: WATCH } }],
}
