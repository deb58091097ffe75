import { CONCERNED } from '@/desks/deliveries/delivery'
import type { Desk } from '../desk'

const texts = ['trace', 'trade', 'deliveries', 'formulas', 'gate']

/** The way of goods behind a code, by whoever scans it; and labels to print. */
export const desk: Desk = {
  places: [{ route: 'trace', label: 'shell.places.trace', icon: 'link', roles: CONCERNED, order: 29, group: 'goods' }],
  routes: [
    { path: '/t', name: 'trace', component: () => import('./TracePage.vue'), meta: { title: 'trace.page', texts } },
    { path: '/t/:code', name: 'traced', component: () => import('./TracePage.vue'), props: true, meta: { place: 'trace', title: 'trace.page', texts } },
    { path: '/labels', name: 'labels', component: () => import('./LabelSheetPage.vue'), meta: { place: 'trace', title: 'trace.label.page', texts, roles: CONCERNED } },
  ],
}
