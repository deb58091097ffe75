import type { Desk } from '../desk'

const meta = { title: 'reports.title', texts: ['reports', 'formulas'] }

/** Anybody who holds a report checks it, by its QR code or its number. */
export const desk: Desk = {
  places: [],
  routes: [
    { path: '/reports', name: 'reportsCheck', component: () => import('./ReportCheckPage.vue'), meta },
    { path: '/reports/:number', name: 'reportChecked', component: () => import('./ReportCheckPage.vue'), props: true, meta },
  ],
}
