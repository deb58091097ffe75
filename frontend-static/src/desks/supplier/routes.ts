import type { Desk } from '../desk'

const SELLERS = ['SUPPLIER_SELLER', 'SUPPLIER_ADMIN'] as const

/** Suppliers seal their offers here. */
export const desk: Desk = {
  places: [],
  routes: [{ path: '/start/rounds/:roundId/offer', name: 'bidSheet', component: () => import('./BidPage.vue'), props: true, meta: { place: 'othersHome', title: 'bid.page', texts: ['bid', 'size', 'openings', 'sealed', 'trade', 'catalogue'], roles: SELLERS } }],
}
