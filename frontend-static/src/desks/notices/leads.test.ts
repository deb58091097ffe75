import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Router } from 'vue-router'
import type { RoleName } from '@/session'
import leads from './leads.json'

/** What the server's table of notices says: where they lead, and whom. Its own test holds this file to that table. */
describe('a notice', () => {
  let router: Router
  beforeAll(async () => {
    vi.stubGlobal('location', { protocol: 'http:', host: 'localhost', pathname: '/', search: '', hash: '' })
    vi.stubGlobal('history', { state: null, replaceState: () => undefined, pushState: () => undefined })
    vi.stubGlobal('window', { addEventListener: () => undefined, removeEventListener: () => undefined, location: globalThis.location, history: globalThis.history })
    const { createMemoryHistory, createRouter } = await import('vue-router')
    const { desks } = await import('@/desks')
    router = createRouter({ history: createMemoryHistory(), routes: desks.flatMap(desk => [...desk.routes]) })
  })
  it.each(Object.entries(leads as Record<string, RoleName[]>))('leads to %s, which lets %s in', (path, roles) => {
    const to = router.resolve(path.replace('ID', '0198c5a2-6f0e-7cc1-a3c1-1f0c8a9a7e02'))
    expect(to.matched.length).toBeGreaterThan(0)
    const open = to.meta.roles
    if (open && open !== 'signedIn') expect(roles.filter(role => !open.includes(role))).toEqual([])
  })
})
