import type { Desk } from '../desk'

const RUNS_ROUNDS = ['SECRETARIAT'] as const
const KEEPS_MEMBERS = ['SECRETARIAT', 'ASSOCIATION_ADMIN'] as const
const ROUND_TEXTS = ['roundDesk', 'trade']
const MEMBER_TEXTS = ['memberDesk', 'size', 'trade']

/** The association's secretariat: rounds, imports, members, suppliers, people. */
export const desk: Desk = {
  places: [
    { route: 'associationHome', label: 'shell.places.associationHome', icon: 'home', roles: KEEPS_MEMBERS, order: 10 },
    { route: 'deskRounds', label: 'shell.places.deskRounds', icon: 'rounds', roles: RUNS_ROUNDS, order: 20 },
    { route: 'deskMembers', label: 'shell.places.deskMembers', icon: 'members', roles: KEEPS_MEMBERS, order: 30, group: 'people' },
    { route: 'deskPeople', label: 'shell.places.deskPeople', icon: 'account', roles: KEEPS_MEMBERS, order: 40, group: 'people' },
  ],
  routes: [
    { path: '/association', name: 'associationHome', component: () => import('./HomePage.vue'), meta: { title: 'roundDesk.home.title', texts: [...ROUND_TEXTS, 'memberDesk'], roles: KEEPS_MEMBERS } },
    { path: '/association/rounds', name: 'deskRounds', component: () => import('./rounds/RoundsPage.vue'), meta: { title: 'roundDesk.list.title', texts: ROUND_TEXTS, roles: RUNS_ROUNDS } },
    { path: '/association/rounds/new', name: 'deskRoundNew', component: () => import('./rounds/RoundFormPage.vue'), meta: { place: 'deskRounds', title: 'roundDesk.form.newTitle', texts: [...ROUND_TEXTS, 'roundForm'], roles: RUNS_ROUNDS } },
    { path: '/association/rounds/:roundId/edit', name: 'deskRoundEdit', component: () => import('./rounds/RoundFormPage.vue'), props: true, meta: { place: 'deskRounds', title: 'roundDesk.form.editTitle', texts: [...ROUND_TEXTS, 'roundForm'], roles: RUNS_ROUNDS } },
    { path: '/association/rounds/:roundId', name: 'deskRound', component: () => import('./rounds/RoundPage.vue'), props: true, meta: { place: 'deskRounds', title: 'roundDesk.page.title', texts: [...ROUND_TEXTS, 'lineDesk', 'importDesk', 'imports', 'tender', 'account', 'openings', 'questions', 'keepers'], roles: RUNS_ROUNDS } },
    { path: '/association/imports/:importId', name: 'deskImport', component: () => import('./imports/ImportPage.vue'), props: true, meta: { place: 'deskRounds', title: 'importDesk.title', texts: ['importDesk', 'imports', 'trade'], roles: RUNS_ROUNDS } },
    { path: '/association/members', name: 'deskMembers', component: () => import('./members/MembersPage.vue'), meta: { title: 'memberDesk.list.title', texts: MEMBER_TEXTS, roles: KEEPS_MEMBERS } },
    { path: '/association/enterprises/new', name: 'deskEnterpriseNew', component: () => import('./members/EnterpriseFormPage.vue'), meta: { place: 'deskMembers', title: 'memberDesk.form.newEnterprise', texts: MEMBER_TEXTS, roles: KEEPS_MEMBERS } },
    { path: '/association/enterprises/:partyId/edit', name: 'deskEnterpriseEdit', component: () => import('./members/EnterpriseFormPage.vue'), props: true, meta: { place: 'deskMembers', title: 'memberDesk.form.editTitle', texts: MEMBER_TEXTS, roles: KEEPS_MEMBERS } },
    { path: '/association/enterprises/:partyId', name: 'deskEnterprise', component: () => import('./members/MemberPage.vue'), props: route => ({ partyId: route.params['partyId'], kind: 'ENTERPRISE' }), meta: { place: 'deskMembers', title: 'memberDesk.page.title', texts: MEMBER_TEXTS, roles: KEEPS_MEMBERS } },
    { path: '/association/suppliers/new', name: 'deskSupplierNew', component: () => import('./members/SupplierFormPage.vue'), meta: { place: 'deskMembers', title: 'memberDesk.form.newSupplier', texts: MEMBER_TEXTS, roles: KEEPS_MEMBERS } },
    { path: '/association/suppliers/:partyId/edit', name: 'deskSupplierEdit', component: () => import('./members/SupplierFormPage.vue'), props: true, meta: { place: 'deskMembers', title: 'memberDesk.form.editTitle', texts: MEMBER_TEXTS, roles: KEEPS_MEMBERS } },
    { path: '/association/suppliers/:partyId', name: 'deskSupplier', component: () => import('./members/MemberPage.vue'), props: route => ({ partyId: route.params['partyId'], kind: 'SUPPLIER' }), meta: { place: 'deskMembers', title: 'memberDesk.page.title', texts: MEMBER_TEXTS, roles: KEEPS_MEMBERS } },
    { path: '/association/people', name: 'deskPeople', component: () => import('./people/PeoplePage.vue'), meta: { title: 'peopleDesk.title', texts: ['peopleDesk', 'trade'], roles: KEEPS_MEMBERS } },
  ],
  home: { route: 'associationHome', roles: KEEPS_MEMBERS },
}
