import type { Desk } from '../desk'
import { READERS } from './shortfall'
import { SWAPPERS } from './swap'

const texts = ['remedies', 'trade']
const swapped = ['swaps', 'trade']

/** What is done where less comes than was contracted, and where members pass on what comes. */
export const desk: Desk = {
  places: [{ route: 'shortfalls', label: 'shell.places.shortfalls', icon: 'warn', roles: READERS, order: 37 }, { route: 'swaps', label: 'shell.places.swaps', icon: 'demand', roles: SWAPPERS, order: 36 }],
  routes: [
    { path: '/shortfalls', name: 'shortfalls', component: () => import('./ShortfallsPage.vue'), meta: { title: 'remedies.page', texts, roles: READERS } },
    { path: '/swaps', name: 'swaps', component: () => import('./SwapsPage.vue'), meta: { title: 'swaps.page', texts: swapped, roles: SWAPPERS } },
    { path: '/swaps/:swapId', name: 'swap', component: () => import('./SwapPage.vue'), props: true, meta: { place: 'swaps', title: 'swaps.page', texts: swapped, roles: SWAPPERS } },
    { path: '/shortfalls/:shortfallId', name: 'shortfall', component: () => import('./ShortfallPage.vue'), props: true, meta: { place: 'shortfalls', title: 'remedies.page', texts, roles: READERS } },
  ],
}
