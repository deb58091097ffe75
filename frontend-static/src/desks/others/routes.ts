import type { Desk } from '../desk'

const roles = [
  'SUPPLIER_SELLER', 'SUPPLIER_ADMIN', 'FINANCE_OFFICER', 'BANK_CREDIT_OFFICER', 'BANK_RISK_OFFICER', 'WAREHOUSE_KEEPER',
  'LABORATORY_TECHNICIAN', 'SUPERVISOR', 'REGULATOR', 'AUDITOR', 'PLATFORM_ADMIN',
] as const
const ADMINS = ['SUPPLIER_ADMIN', 'PLATFORM_ADMIN'] as const

/** Those who have no desk of their own: what there is for them, and nothing that is not. */
export const desk: Desk = {
  home: { route: 'othersHome', roles },
  places: [
    { route: 'othersHome', label: 'shell.places.today', icon: 'home', roles, order: 10 },
    { route: 'catalogue', label: 'shell.places.catalogue', icon: 'catalogue', roles, order: 20, group: 'reference' },
    { route: 'prices', label: 'shell.places.prices', icon: 'wave', roles, order: 30, group: 'reference' },
    { route: 'othersPeople', label: 'shell.places.ourPeople', icon: 'members', roles: ADMINS, order: 40, group: 'people' },
  ],
  routes: [
    { path: '/start', name: 'othersHome', component: () => import('./StartPage.vue'), meta: { title: 'shell.places.today', texts: ['others', 'public', 'trade', 'catalogue', 'account', 'offers', 'openings', 'size', 'questions', 'deliveries'], roles } },
    { path: '/start/rounds/:roundId', name: 'roundRecord', component: () => import('./RoundRecordPage.vue'), props: true, meta: { place: 'othersHome', title: 'others.record', texts: ['others', 'public', 'roundDesk', 'trade', 'tender'], roles: ['AUDITOR'] } },
    { path: '/start/people', name: 'othersPeople', component: () => import('./PeoplePage.vue'), meta: { title: 'others.people.title', texts: ['others', 'enterprise', 'trade'], roles: ADMINS } },
  ],
}
