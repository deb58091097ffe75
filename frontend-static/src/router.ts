import { computed, nextTick, ref } from 'vue'
import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { desks } from './desks'
import { whenSignedOut } from './api/client'
import { waiting } from './api/use'
import { i18n, needTexts } from './i18n'
import { endSession, hasAnyRole, leave, sessionKnown, signedIn } from './session'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...desks.flatMap(desk => desk.routes),
    { path: '/not-yours', name: 'notYours', component: () => import('./shell/NotYoursPage.vue'), meta: { title: 'shell.notYours.title' } },
    { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./shell/NowherePage.vue'), meta: { title: 'shell.nowhere.title' } },
  ],
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
})

/** A path inside these pages only, so that a link cannot send somebody elsewhere after signing in. */
export function safeReturn(path: unknown): string | null {
  return typeof path === 'string' && /^\/(?![/\\])/.test(path) && !path.startsWith('/login') ? path : null
}

/** Where the person who is signed in starts the day. */
export function homeOf(): string {
  const home = desks.find(desk => desk.home && hasAnyRole(desk.home.roles))?.home
  return home ? router.resolve({ name: home.route }).fullPath : '/'
}

function mayEnter(to: RouteLocationNormalized): true | { name: string; query?: Record<string, string> } {
  const roles = to.meta.roles
  if (!roles) return true
  if (!signedIn.value) return { name: 'login', query: { return: to.fullPath } }
  return roles === 'signedIn' || hasAnyRole(roles) ? true : { name: 'notYours' }
}

const going = ref(false)
/** The page is on its way, or waits for something it asked. */
export const busy = computed(() => going.value || waiting.value)
router.onError(() => (going.value = false))

router.beforeEach(async to => {
  going.value = true
  await Promise.all([sessionKnown(), needTexts(to.meta.texts ?? [])])
  return mayEnter(to)
})

export function sayTitle(to: RouteLocationNormalized): void {
  const { t } = i18n.global
  const brand = t('shell.brand.name')
  document.title = to.meta.title ? `${t(to.meta.title)} · ${brand}` : brand
}

router.afterEach((to, from) => {
  going.value = false
  sayTitle(to)
  // Keyboard and screen reader begin at the new page's title.
  if (from.matched.length > 0 && to.path !== from.path) void nextTick(() => document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true }))
})

whenSignedOut(() => {
  if (router.currentRoute.value.meta.roles) endSession()
  else leave()
})
