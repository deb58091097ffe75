import type { Desk } from '../desk'

const TEXTS = ['formulas']

/** Price adjustment formulas: the association enters them, everybody who trades by them reads and tries them. */
export const desk: Desk = {
  places: [{ route: 'formulas', label: 'shell.places.formulas', icon: 'table', roles: ['SECRETARIAT', 'FINANCE_OFFICER'], order: 45, group: 'dealings' }],
  routes: [
    { path: '/formulas', name: 'formulas', component: () => import('./FormulasPage.vue'), meta: { title: 'formulas.list.title', texts: TEXTS, roles: 'signedIn' } },
    { path: '/formulas/new', name: 'formulaNew', component: () => import('./FormulaFormPage.vue'), meta: { place: 'formulas', title: 'formulas.form.newTitle', texts: TEXTS, roles: ['SECRETARIAT'] } },
    { path: '/formulas/:formulaId', name: 'formula', component: () => import('./FormulaPage.vue'), props: true, meta: { place: 'formulas', title: 'formulas.page.title', texts: TEXTS, roles: 'signedIn' } },
    { path: '/formulas/:formulaId/edit', name: 'formulaEdit', component: () => import('./FormulaFormPage.vue'), props: true, meta: { place: 'formulas', title: 'formulas.form.editTitle', texts: TEXTS, roles: ['SECRETARIAT'] } },
  ],
}
