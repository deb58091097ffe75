import type { Desk } from '../desk'

const roles = ['MEMBER_BUYER', 'MEMBER_ADMIN'] as const
const texts = ['enterprise', 'trade']

/** A member enterprise: what to do now, demand in three steps, its lines, its own file. */
export const desk: Desk = {
  home: { route: 'enterpriseHome', roles },
  places: [
    { route: 'enterpriseHome', label: 'shell.places.today', icon: 'home', roles, order: 10 },
    { route: 'enterpriseLines', label: 'shell.places.ourDemand', icon: 'demand', roles, order: 20, group: 'dealings' },
    { route: 'prices', label: 'shell.places.prices', icon: 'wave', roles, order: 30, group: 'reference' },
    { route: 'enterpriseFile', label: 'shell.places.ourFile', icon: 'members', roles, order: 40 },
    { route: 'catalogue', label: 'shell.places.catalogue', icon: 'catalogue', roles, order: 50, group: 'reference' },
  ],
  routes: [
    { path: '/my', name: 'enterpriseHome', component: () => import('./HomePage.vue'), meta: { title: 'enterprise.home.title', texts: [...texts, 'statement', 'deliveries'], roles } },
    { path: '/my/rounds/:roundId', name: 'enterpriseRound', component: () => import('./RoundPage.vue'), props: true, meta: { title: 'enterprise.round.title', texts: [...texts, 'statement'], roles } },
    { path: '/my/rounds/:roundId/demand', name: 'enterprisePlace', component: () => import('./PlacePage.vue'), props: true, meta: { title: 'enterprise.place.title', texts: [...texts, 'catalogue'], roles } },
    { path: '/my/rounds/:roundId/import', name: 'enterpriseImport', component: () => import('./ImportPage.vue'), props: true, meta: { title: 'enterprise.import.title', texts: [...texts, 'imports'], roles } },
    { path: '/my/lines', name: 'enterpriseLines', component: () => import('./LinesPage.vue'), meta: { title: 'enterprise.lines.title', texts, roles } },
    { path: '/my/lines/:lineId', name: 'enterpriseLine', component: () => import('./LinePage.vue'), props: true, meta: { title: 'enterprise.line.title', texts: [...texts, 'catalogue'], roles } },
    { path: '/my/lines/:lineId/change', name: 'enterpriseChange', component: () => import('./ChangePage.vue'), props: true, meta: { title: 'enterprise.change.title', texts: [...texts, 'catalogue'], roles } },
    { path: '/my/file', name: 'enterpriseFile', component: () => import('./FilePage.vue'), meta: { title: 'enterprise.file.title', texts, roles } },
    { path: '/confirm/:token', name: 'confirmByLink', component: () => import('./ConfirmByLinkPage.vue'), props: true, meta: { title: 'enterprise.byLink.title', texts, frame: 'bare' } },
  ],
}
