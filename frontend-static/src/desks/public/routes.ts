import type { Desk } from '../desk'

/** What anyone may see. */
export const desk: Desk = {
  places: [],
  routes: [
    { path: '/', name: 'portal', component: () => import('./PortalPage.vue'), meta: { texts: ['public'], frame: 'public' } },
    { path: '/rounds/:roundId', name: 'publicRound', component: () => import('./RoundPage.vue'), props: true, meta: { title: 'public.round.title', texts: ['public', 'trade', 'tender'] } },
    { path: '/catalogue', name: 'catalogue', component: () => import('./CataloguePage.vue'), meta: { title: 'catalogue.title', texts: ['catalogue'] } },
    { path: '/prices', name: 'prices', component: () => import('./PricesPage.vue'), meta: { title: 'catalogue.prices.title', texts: ['catalogue', 'public'] } },
  ],
}
