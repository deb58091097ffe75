import type { Desk } from '../desk'

/** Anyone checks a receipt, an envelope and what was opened. */
export const desk: Desk = {
  places: [],
  routes: [{ path: '/verify', name: 'verify', component: () => import('./VerifyPage.vue'), meta: { title: 'verify.title', texts: ['verify', 'sealed'] } }],
}
