import type { Desk } from '../desk'

const roles = ['FINANCE_OFFICER', 'SUPPLIER_SELLER', 'SUPPLIER_ADMIN', 'MEMBER_BUYER', 'MEMBER_ADMIN', 'AUDITOR'] as const
const keepers = ['ASSOCIATION_ADMIN', 'SECRETARIAT'] as const
const texts = ['contracts', 'trade', 'tender', 'account']

/** Contracts of both sides: what is signed, what waits, and for the finance group drawing them from an award. */
export const desk: Desk = {
  places: [
    { route: 'contracts', label: 'shell.places.contracts', icon: 'demand', roles, order: 25, group: 'dealings' },
    { route: 'purchasing', label: 'shell.places.purchasing', icon: 'link', roles: keepers, order: 42, group: 'dealings' },
  ],
  routes: [
    { path: '/contracts', name: 'contracts', component: () => import('./ContractsPage.vue'), meta: { title: 'contracts.page', texts, roles } },
    { path: '/contracts/:contractId', name: 'contract', component: () => import('./ContractPage.vue'), props: true, meta: { place: 'contracts', title: 'contracts.page', texts, roles } },
    { path: '/association/purchasing', name: 'purchasing', component: () => import('./PurchasingPage.vue'), meta: { title: 'contracts.purchasing.title', texts: [...texts, 'memberDesk'], roles: keepers } },
  ],
}
