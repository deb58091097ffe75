import type { Desk } from '../desk'

const texts = ['account']

/** Signing in, and what belongs to the person rather than to a desk. */
export const desk: Desk = {
  places: [],
  routes: [
    { path: '/login', name: 'login', component: () => import('./LoginPage.vue'), meta: { title: 'account.login.title', texts, frame: 'bare' } },
  ],
}
