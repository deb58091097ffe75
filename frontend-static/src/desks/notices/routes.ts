import type { Desk } from '../desk'

const texts = ['notices']
export const KEEPERS = ['ASSOCIATION_ADMIN', 'MEMBER_ADMIN', 'SUPPLIER_ADMIN', 'FINANCE_OFFICER', 'PLATFORM_ADMIN'] as const

/** What a person was told, where they want to be told it, and where their party's events are posted. The bell leads here. */
export const desk: Desk = {
  places: [],
  routes: [
    { path: '/notices', name: 'notices', component: () => import('./NoticesPage.vue'), meta: { title: 'notices.page', texts, roles: 'signedIn' } },
    { path: '/notices/choices', name: 'noticeChoices', component: () => import('./ChoicesPage.vue'), meta: { title: 'notices.choices.page', texts, roles: 'signedIn' } },
    { path: '/notices/webhooks', name: 'webhooks', component: () => import('./WebhooksPage.vue'), meta: { title: 'notices.hooks.page', texts: [...texts, 'tender', 'account'], roles: KEEPERS } },
    { path: '/notices/webhooks/:webhookId', name: 'webhook', component: () => import('./WebhookPage.vue'), props: true, meta: { title: 'notices.hooks.page', texts: [...texts, 'tender', 'account'], roles: KEEPERS } },
    { path: '/demo/outbox', name: 'demoOutbox', component: () => import('./OutboxPage.vue'), meta: { title: 'notices.outbox.page', texts } },
  ],
}
