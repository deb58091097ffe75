import { api, take } from '@/api/client'
import type { Delivery } from '@/desks/deliveries/delivery'
import { groupsOf, type Batch, type Group } from './batch'

const PAGES = 10

/** Our goods in quarantine that are in no batch yet. */
export async function quarantined(party: string): Promise<Group[]> {
  const deliveries: Delivery[] = []
  let cursor: string | undefined
  for (let page = 0; page < PAGES; page++) {
    const found = await take(api.GET('/api/deliveries', { params: { query: { status: ['UNLOADED'], cursor, limit: 200 } } }))
    deliveries.push(...found.items)
    cursor = found.nextCursor ?? undefined
    if (!cursor) break
  }
  if (deliveries.length === 0) return []
  const batches: Batch[] = []
  cursor = undefined
  for (let page = 0; page < PAGES; page++) {
    const found: { items: Batch[]; nextCursor?: string | null } = await take(api.GET('/api/batches', { params: { query: { cursor, limit: 200 } } }))
    batches.push(...found.items)
    cursor = found.nextCursor ?? undefined
    if (!cursor) break
  }
  return groupsOf(deliveries, batches, party)
}
