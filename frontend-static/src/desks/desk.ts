import type { RouteRecordRaw } from 'vue-router'
import type { IconName } from '@/kit/icons'
import type { RoleName } from '@/session'

/** What places belong together under, where somebody has many. */
export type PlaceGroup = 'dealings' | 'goods' | 'people' | 'reference'

/** A place in the rail (bottom bar on a phone): few, each answering one question. */
export interface Place {
  route: string
  /** Key of its short name. */
  label: string
  icon: IconName
  /** Who finds it in their rail; the server decides what they may do there. */
  roles: readonly RoleName[]
  /** Smaller numbers stand higher. */
  order: number
  /** Absent: it stands by itself. */
  group?: PlaceGroup
}

/** What `src/desks/<actor>/routes.ts` exports as `desk`. Pages are imported lazily. */
export interface Desk {
  places: readonly Place[]
  routes: readonly RouteRecordRaw[]
  /** Where these roles land after signing in, by route name. */
  home?: { route: string; roles: readonly RoleName[] }
}

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's title: the question the page answers. */
    title?: string
    /** Parts of src/i18n that the page needs besides shell and kit. */
    texts?: readonly string[]
    /** Whoever holds none of these is sent to the log-in page, or told. Absent: open to anyone. */
    roles?: readonly RoleName[] | 'signedIn'
    /** The place in the rail that this page belongs to, where it is not the place itself. */
    place?: string
    /** `public`: top bar, also for those signed in. `bare`: no frame. Default: rail for those signed in, else top bar. */
    frame?: 'public' | 'bare'
  }
}
