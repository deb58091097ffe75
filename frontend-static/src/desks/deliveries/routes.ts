import type { Desk } from '../desk'
import { CONCERNED, MEMBERS, PLANNERS, RECEIVERS, SUPPLIERS } from './delivery'
import { resumeSteps } from './resume'

const texts = ['deliveries', 'trade', 'contracts']
const HOLDERS = ['WAREHOUSE_KEEPER', 'FINANCE_OFFICER', ...MEMBERS, 'AUDITOR'] as const
const CALENDAR = ['SECRETARIAT'] as const
const WEIGHERS = [...RECEIVERS, ...SUPPLIERS] as const

/** Deliveries of all whom they concern: plan, notice, gate, weighing, what lies where, and the days on which nothing is driven. */
export const desk: Desk = {
  places: [
    { route: 'gate', label: 'shell.places.gate', icon: 'truck', roles: ['WAREHOUSE_KEEPER'], order: 12 },
    { route: 'goods', label: 'shell.places.goods', icon: 'lots', roles: ['WAREHOUSE_KEEPER'], order: 14, group: 'goods' },
    { route: 'deliveries', label: 'shell.places.deliveries', icon: 'table', roles: ['WAREHOUSE_KEEPER'], order: 16, group: 'goods' },
    { route: 'gate', label: 'shell.places.gate', icon: 'truck', roles: MEMBERS, order: 24, group: 'goods' },
    { route: 'deliveries', label: 'shell.places.deliveries', icon: 'table', roles: ['FINANCE_OFFICER', ...SUPPLIERS, ...MEMBERS, 'AUDITOR'], order: 26, group: 'goods' },
    { route: 'goods', label: 'shell.places.goods', icon: 'lots', roles: ['FINANCE_OFFICER', ...MEMBERS, 'AUDITOR'], order: 27, group: 'goods' },
    { route: 'alerts', label: 'shell.places.alerts', icon: 'warn', roles: CALENDAR, order: 35, group: 'goods' },
  ],
  routes: [
    { path: '/deliveries', name: 'deliveries', component: () => import('./DeliveriesPage.vue'), meta: { title: 'deliveries.page', texts, roles: CONCERNED } },
    { path: '/deliveries/plan', name: 'deliveryContracts', component: () => import('./ContractPick.vue'), meta: { place: 'deliveries', title: 'deliveries.plan.page', texts, roles: PLANNERS } },
    { path: '/deliveries/plan/:contractId', name: 'deliveryPlan', component: () => import('./PlanPage.vue'), props: true, meta: { place: 'deliveries', title: 'deliveries.plan.page', texts, roles: PLANNERS } },
    { path: '/deliveries/tickets', name: 'ticketTable', component: () => import('./TicketTablePage.vue'), meta: { place: 'deliveries', title: 'tickets.page', texts: [...texts, 'tickets'], roles: WEIGHERS } },
    { path: '/deliveries/:deliveryId', name: 'delivery', component: () => import('./DeliveryPage.vue'), props: true, meta: { place: 'deliveries', title: 'deliveries.page', texts: [...texts, 'gate', 'recovery'], roles: CONCERNED } },
    { path: '/gate', name: 'gate', component: () => import('./GatePage.vue'), meta: { title: 'gate.page', texts: [...texts, 'gate'], roles: RECEIVERS } },
    { path: '/gate/:deliveryId', name: 'gateTruck', component: () => import('./GateTruckPage.vue'), props: true, meta: { place: 'gate', title: 'gate.page', texts: [...texts, 'gate'], roles: RECEIVERS } },
    { path: '/goods', name: 'goods', component: () => import('./GoodsPage.vue'), meta: { title: 'goods.page', texts: [...texts, 'goods'], roles: HOLDERS } },
    { path: '/association/alerts', name: 'alerts', component: () => import('./AlertsPage.vue'), meta: { title: 'alerts.page', texts: ['alerts', 'trade'], roles: CALENDAR } },
  ],
}

resumeSteps()
