import type { Desk } from '../desk'

const roles = ['LABORATORY_TECHNICIAN'] as const
const texts = ['laboratory', 'formulas', 'gate', 'reports']

/** The laboratory's bench: samples by their codes. Nothing here knows whose they are. */
export const desk: Desk = {
  home: { route: 'bench', roles },
  places: [{ route: 'bench', label: 'shell.places.bench', icon: 'flask', roles, order: 12 }],
  routes: [
    { path: '/bench', name: 'bench', component: () => import('./BenchPage.vue'), meta: { title: 'laboratory.title', texts, roles } },
    { path: '/bench/:code', name: 'benchSample', component: () => import('./SamplePage.vue'), props: true, meta: { place: 'bench', title: 'laboratory.sample', texts, roles } },
  ],
}
