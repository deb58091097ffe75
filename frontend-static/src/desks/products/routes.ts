import type { Desk } from '../desk'

const KEEPS = ['BANK_CREDIT_OFFICER', 'BANK_RISK_OFFICER'] as const
const READS = [...KEEPS, 'FINANCE_OFFICER', 'MEMBER_BUYER', 'MEMBER_ADMIN', 'SECRETARIAT', 'ASSOCIATION_ADMIN', 'REGULATOR', 'AUDITOR'] as const
const texts = ['products', 'trade']

/** Financing products: banks enter them, those who may use them read and try them. */
export const desk: Desk = {
  places: [{ route: 'products', label: 'shell.places.products', icon: 'table', roles: [...KEEPS, 'FINANCE_OFFICER'], order: 46 }],
  routes: [
    { path: '/products', name: 'products', component: () => import('./ProductsPage.vue'), meta: { title: 'products.page', texts, roles: READS } },
    { path: '/products/new', name: 'productNew', component: () => import('./ProductFormPage.vue'), meta: { place: 'products', title: 'products.form.newTitle', texts, roles: KEEPS } },
    { path: '/products/:productId', name: 'product', component: () => import('./ProductPage.vue'), props: true, meta: { place: 'products', title: 'products.page', texts, roles: READS } },
    { path: '/products/:productId/edit', name: 'productEdit', component: () => import('./ProductFormPage.vue'), props: true, meta: { place: 'products', title: 'products.form.editTitle', texts, roles: KEEPS } },
  ],
}
