import type { Desk } from '../desk'

const texts = ['account', 'trade']

/** Signing in, and what belongs to the person rather than to a desk. The links in messages lead here. */
export const desk: Desk = {
  places: [],
  routes: [
    { path: '/login', name: 'login', component: () => import('./LoginPage.vue'), meta: { title: 'account.login.title', texts, frame: 'bare' } },
    { path: '/oidc/callback', name: 'singleSignOn', component: () => import('./SingleSignOnPage.vue'), meta: { title: 'account.singleSignOn.title', texts, frame: 'bare' } },
    { path: '/password', name: 'passwordReset', component: () => import('./PasswordResetPage.vue'), meta: { title: 'account.reset.title', texts, frame: 'bare' } },
    { path: '/password/:token', name: 'newPassword', component: () => import('./NewPasswordPage.vue'), props: true, meta: { title: 'account.newPassword.title', texts, frame: 'bare' } },
    { path: '/invitation/:token', name: 'invitation', component: () => import('./InvitationPage.vue'), props: true, meta: { title: 'account.invitation.title', texts, frame: 'bare' } },
    { path: '/account', name: 'account', component: () => import('./AccountPage.vue'), meta: { title: 'account.mine.title', texts, roles: 'signedIn' } },
  ],
}
