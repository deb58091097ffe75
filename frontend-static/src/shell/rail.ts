import type { Place, PlaceGroup } from '@/desks/desk'
import type { IconName } from '@/kit/icons'

/** Several places under one name, in the order of the first of them. */
export interface Group {
  group: PlaceGroup
  icon: IconName
  places: readonly Place[]
}
export type Entry = Place | Group

/** So many stand in a rail as they are; where somebody has more, those that belong together stand under one name. */
export const MOST = 7
/** A phone's bar holds so many; what is beyond stands in the account menu. */
export const IN_BAR = 4

const ICONS: Record<PlaceGroup, IconName> = { dealings: 'demand', goods: 'truck', people: 'members', reference: 'catalogue' }

export const isGroup = (entry: Entry): entry is Group => 'places' in entry

/** A group of one is that place. */
export function entriesOf(places: readonly Place[], most = MOST): Entry[] {
  if (places.length <= most) return [...places]
  const of = (group: PlaceGroup) => places.filter(place => place.group === group)
  return places.flatMap((place): Entry[] => {
    if (!place.group) return [place]
    const together = of(place.group)
    if (together.length === 1) return [place]
    return together[0] === place ? [{ group: place.group, icon: ICONS[place.group], places: together }] : []
  })
}

/** What a phone's bar holds, and what is beyond it, place by place. */
export function barOf(entries: readonly Entry[]): { bar: Entry[]; beyond: Place[] } {
  return { bar: entries.slice(0, IN_BAR), beyond: entries.slice(IN_BAR).flatMap(entry => (isGroup(entry) ? entry.places : [entry])) }
}
