import type { Desk } from '../desk'

const RUNS_ROUNDS = ['SECRETARIAT'] as const
const LOOKS = ['AUDITOR', 'SUPERVISOR'] as const
const SELLS = ['SUPPLIER_SELLER', 'SUPPLIER_ADMIN'] as const
const BUYS = ['MEMBER_BUYER', 'MEMBER_ADMIN'] as const
const texts = ['award', 'size', 'tender', 'trade', 'roundDesk', 'account', 'sealed']

/** From opened offers to the statement: the workbench, the public notice, what each member got. */
export const desk: Desk = {
  places: [],
  routes: [
    { path: '/association/rounds/:roundId/award', name: 'award', component: () => import('./AwardPage.vue'), props: true, meta: { place: 'deskRounds', title: 'award.page', texts, roles: RUNS_ROUNDS } },
    { path: '/association/rounds/:roundId/admission', name: 'awardAdmission', component: () => import('./AdmissionPage.vue'), props: true, meta: { place: 'deskRounds', title: 'award.admission.page', texts: [...texts, 'catalogue'], roles: RUNS_ROUNDS } },
    { path: '/start/rounds/:roundId/award', name: 'awardRecord', component: () => import('./AwardPage.vue'), props: true, meta: { place: 'othersHome', title: 'award.page', texts, roles: LOOKS } },
    { path: '/rounds/:roundId/award', name: 'publicAward', component: () => import('./PublicAwardPage.vue'), props: true, meta: { title: 'award.notice.page', texts: ['award', 'tender', 'trade', 'verify'] } },
    { path: '/start/rounds/:roundId/outcome', name: 'offerOutcome', component: () => import('./OutcomePage.vue'), props: true, meta: { place: 'othersHome', title: 'award.outcomePage.page', texts, roles: SELLS } },
    { path: '/my/statements/:allocationId', name: 'statement', component: () => import('./StatementPage.vue'), props: true, meta: { place: 'enterpriseHome', title: 'statement.page', texts: ['statement', 'trade'], roles: BUYS } },
  ],
}
