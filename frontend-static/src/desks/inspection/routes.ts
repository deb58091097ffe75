import type { Desk } from '../desk'
import { CONCERNED, RECEIVERS } from './batch'

const texts = ['inspection', 'formulas', 'reports', 'trade', 'deliveries']

/** Batches of those whom they concern: formed and sampled by whoever received the goods, judged by the contract, contested by either side. */
export const desk: Desk = {
  places: [
    { route: 'batches', label: 'shell.places.batches', icon: 'flask', roles: ['WAREHOUSE_KEEPER'], order: 15, group: 'goods' },
    { route: 'batches', label: 'shell.places.batches', icon: 'flask', roles: CONCERNED.filter(role => role !== 'WAREHOUSE_KEEPER'), order: 28, group: 'goods' },
  ],
  routes: [
    { path: '/batches', name: 'batches', component: () => import('./BatchesPage.vue'), meta: { title: 'inspection.title', texts, roles: CONCERNED } },
    { path: '/batches/new', name: 'batchNew', component: () => import('./FormBatchPage.vue'), meta: { place: 'batches', title: 'inspection.form.title', texts, roles: RECEIVERS } },
    { path: '/batches/:batchId', name: 'batch', component: () => import('./BatchPage.vue'), props: true, meta: { place: 'batches', title: 'inspection.batch', texts, roles: CONCERNED } },
    { path: '/batches/:batchId/labels', name: 'sampleLabels', component: () => import('./LabelsPage.vue'), props: true, meta: { place: 'batches', title: 'inspection.label.title', texts, roles: RECEIVERS } },
  ],
}
