import type { Desk } from '../desk'
import { ASKERS, READERS } from './recall'

const texts = ['recovery', 'trade', 'deliveries']

/** Whom goods reached, and recalls. */
export const desk: Desk = {
  places: [{ route: 'recalls', label: 'shell.places.recalls', icon: 'warn', roles: READERS, order: 38, group: 'goods' }],
  routes: [
    { path: '/recalls', name: 'recalls', component: () => import('./RecallsPage.vue'), meta: { title: 'recovery.page', texts, roles: READERS } },
    { path: '/recalls/:recallId', name: 'recall', component: () => import('./RecallPage.vue'), props: true, meta: { place: 'recalls', title: 'recovery.page', texts, roles: READERS } },
    { path: '/reach', name: 'reach', component: () => import('./ReachPage.vue'), meta: { place: 'recalls', title: 'recovery.reach.page', texts, roles: ASKERS } },
  ],
}
