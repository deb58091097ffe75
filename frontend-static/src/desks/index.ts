import type { Desk } from './desk'

/** Every src/desks/<actor>/routes.ts, found by itself: a new desk touches no shared file. */
const found = import.meta.glob<{ desk: Desk }>('./*/routes.ts', { eager: true })

export const desks: readonly Desk[] = Object.values(found).map(module => module.desk)
export const places = desks.flatMap(desk => desk.places).sort((a, b) => a.order - b.order)
