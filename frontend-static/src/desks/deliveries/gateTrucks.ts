import { shallowReactive } from 'vue'
import { api, take } from '@/api/client'
import type { Delivery, DeliveryStatus } from './delivery'

/** Trucks as they were last read or answered: still known to this page while the connection is lost, and known at the very moment at which a step is answered. */
const known = shallowReactive(new Map<string, Delivery>())
const MOST = 500
const AT_A_GATE: readonly DeliveryStatus[] = ['NOTIFIED', 'ARRIVED', 'GATE_CHECKED', 'WEIGHED']

export function know(deliveries: readonly Delivery[]): void {
  if (known.size > MOST) known.clear()
  for (const one of deliveries) known.set(one.id, newest(known.get(one.id), one))
}

/** An answer that was asked for earlier may come later: what it says is older. */
export function newest(one: Delivery | undefined, other: Delivery): Delivery {
  return one && one.version > other.version ? one : other
}
export const knownTruck = (id: string): Delivery | undefined => known.get(id)
export const knownByCode = (code: string): Delivery[] => [...known.values()].filter(one => one.code === code || one.notice?.plate === code)

/** On their way to us or at our gate, soonest first. */
export async function trucksToUs(): Promise<Delivery[]> {
  const { items } = await take(api.GET('/api/deliveries', { params: { query: { status: [...AT_A_GATE], limit: 200 } } }))
  know(items)
  return items
}

export async function trucksNamed(code: string): Promise<Delivery[]> {
  const { items } = await take(api.GET('/api/deliveries', { params: { query: { code, limit: 50 } } }))
  know(items)
  return items
}

export async function truck(deliveryId: string): Promise<Delivery> {
  const one = await take(api.GET('/api/deliveries/{deliveryId}', { params: { path: { deliveryId } } }))
  know([one])
  return one
}
