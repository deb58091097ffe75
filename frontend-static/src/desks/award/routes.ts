import type { Desk } from '../desk'

const RUNS_ROUNDS = ['SECRETARIAT'] as const
const LOOKS = ['AUDITOR', 'SUPERVISOR'] as const
const texts = ['award', 'tender', 'trade', 'roundDesk', 'account', 'sealed']

/** From opened offers to the award: the workbench. */
export const desk: Desk = {
  places: [],
  routes: [
    { path: '/association/rounds/:roundId/award', name: 'award', component: () => import('./AwardPage.vue'), props: true, meta: { place: 'deskRounds', title: 'award.page', texts, roles: RUNS_ROUNDS } },
    { path: '/association/rounds/:roundId/admission', name: 'awardAdmission', component: () => import('./AdmissionPage.vue'), props: true, meta: { place: 'deskRounds', title: 'award.admission.page', texts: [...texts, 'catalogue'], roles: RUNS_ROUNDS } },
    { path: '/start/rounds/:roundId/award', name: 'awardRecord', component: () => import('./AwardPage.vue'), props: true, meta: { place: 'othersHome', title: 'award.page', texts, roles: LOOKS } },
  ],
}
