import type { Desk } from '../desk'
import { PAYERS } from './settled'

const roles = PAYERS
const texts = ['settlement', 'account']

/** What was delivered is settled here: who pays whom how much on which day, and the statements behind it. */
export const desk: Desk = {
  places: [{ route: 'payables', label: 'shell.places.payables', icon: 'clock', roles, order: 29, group: 'dealings' }],
  routes: [
    { path: '/payables', name: 'payables', component: () => import('./PayablesPage.vue'), meta: { title: 'settlement.page', texts, roles } },
    { path: '/settlements', name: 'settlements', component: () => import('./SettlementsPage.vue'), meta: { place: 'payables', title: 'settlement.statements.page', texts, roles } },
    { path: '/settlements/:settlementId', name: 'settlement', component: () => import('./SettlementPage.vue'), props: true, meta: { place: 'payables', title: 'settlement.statements.page', texts, roles } },
  ],
}
