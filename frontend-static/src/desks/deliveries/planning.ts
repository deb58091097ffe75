/*
 * Trucks that are to be planned, as they are put together before they are sent. What the contract lets in and on which days is decided by the server; here it is said while
 * somebody still types.
 */
import type { Kg } from '@/kit/values'
import type { PlannedTruck, Progress, ProposedTruck } from './delivery'

/** One load: a truck's goods for one item. Loads of one trip share a truck. */
export interface Load {
  key: number
  itemId: string
  massKg: Kg | null
  on: string
  trip: number | null
}

export const MOST_AT_ONCE = 50

/** As many whole trucks as may be sent at once. */
export function fromProposal(trucks: readonly ProposedTruck[]): Load[] {
  const loads: Load[] = []
  for (const [i, truck] of trucks.entries()) {
    if (loads.length + truck.loads.length > MOST_AT_ONCE) break
    for (const load of truck.loads) loads.push({ key: loads.length, itemId: load.itemId, massKg: load.massKg as Kg, on: truck.plannedOn, trip: truck.loads.length > 1 ? i : null })
  }
  return loads
}

/** What an item still lets in after these loads; negative where they are too much. */
export const roomOf = (item: Progress, loads: readonly Load[]): number =>
  item.mostKg - item.calledOffKg - loads.reduce((sum, load) => sum + (load.itemId === item.itemId ? load.massKg ?? 0 : 0), 0)

export type Fault = 'mass' | 'day' | 'closed' | 'early' | 'late'

/** Why a load would not be taken. After its term a truck may still be planned: it is late, and said so by the list. */
export function faultOf(load: Load, item: Progress | undefined, today: string): Fault | null {
  if (load.massKg === null || load.massKg <= 0 || load.massKg > 100_000) return 'mass'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(load.on)) return 'day'
  if (!item) return null
  if (item.closedDays.some(day => day.on === load.on)) return 'closed'
  if (load.on < item.windowFromOn) return 'early'
  return load.on > item.dueOn && today <= item.dueOn ? 'late' : null
}

/** Loads as they are sent: each trip that several share gets a name of its own. */
export function planned(loads: readonly Load[], storeId: string | null, newId: () => string): PlannedTruck[] {
  const names = new Map<number, string>()
  return loads.map(load => {
    const trip = load.trip
    if (trip !== null && !names.has(trip)) names.set(trip, newId())
    return {
      itemId: load.itemId, massKg: load.massKg ?? 0, plannedOn: load.on,
      ...(trip === null ? {} : { tripId: names.get(trip) as string }), ...(storeId ? { storeId } : {}),
    }
  })
}

/** How many trucks stand on which day. */
export function trucksByDay(loads: readonly Load[], itemId: string): Map<string, number> {
  const days = new Map<string, number>()
  for (const load of loads) if (load.itemId === itemId) days.set(load.on, (days.get(load.on) ?? 0) + 1)
  return days
}

/** A random id (RFC 9562, version 4) also where the page is not served by HTTPS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
