import type { Desk } from '../desk'

/** What anyone may see. */
export const desk: Desk = {
  places: [],
  routes: [
    { path: '/', name: 'portal', component: () => import('./PortalPage.vue'), meta: { texts: ['public'], frame: 'public' } },
  ],
}
