/* Enterprises and suppliers answer alike at two addresses; here they are one. */
import { api, take } from '@/api/client'
import type { Intent } from '@/api/intent'
import type { components } from '@/api/schema'

type Schemas = components['schemas']
export type MemberKind = 'ENTERPRISE' | 'SUPPLIER'
export type Command = Schemas['AdmissionCommand']
export type Member = Schemas['Enterprise'] | Schemas['Supplier']

const eid = (id: string) => ({ path: { enterpriseId: id } })
const sid = (id: string) => ({ path: { supplierId: id } })

export function readMember(kind: MemberKind, id: string): Promise<Member> {
  return kind === 'ENTERPRISE' ? take(api.GET('/api/enterprises/{enterpriseId}', { params: eid(id) })) : take(api.GET('/api/suppliers/{supplierId}', { params: sid(id) }))
}

export function listEvidence(kind: MemberKind, id: string, cursor?: string): Promise<Schemas['EvidencePage']> {
  const query = { cursor, limit: 100 }
  return kind === 'ENTERPRISE' ? take(api.GET('/api/enterprises/{enterpriseId}/evidence', { params: { ...eid(id), query } })) : take(api.GET('/api/suppliers/{supplierId}/evidence', { params: { ...sid(id), query } }))
}

export function addEvidence(kind: MemberKind, id: string, intent: Intent, body: Schemas['NewEvidence']): Promise<Schemas['Evidence']> {
  const header = intent.header(body)
  return kind === 'ENTERPRISE' ? take(api.POST('/api/enterprises/{enterpriseId}/evidence', { params: { ...eid(id), header }, body })) : take(api.POST('/api/suppliers/{supplierId}/evidence', { params: { ...sid(id), header }, body }))
}

export function listHistory(kind: MemberKind, id: string, cursor?: string): Promise<Schemas['HistoryPage']> {
  const query = { cursor, limit: 100 }
  return kind === 'ENTERPRISE' ? take(api.GET('/api/enterprises/{enterpriseId}/history', { params: { ...eid(id), query } })) : take(api.GET('/api/suppliers/{supplierId}/history', { params: { ...sid(id), query } }))
}

export function commandMember(kind: MemberKind, id: string, command: Command, intent: Intent, reason: string): Promise<Member> {
  const body = { reason }
  const header = intent.header([command, body])
  return kind === 'ENTERPRISE'
    ? take(api.POST(`/api/enterprises/{enterpriseId}/${command}`, { params: { ...eid(id), header }, body }))
    : take(api.POST(`/api/suppliers/{supplierId}/${command}`, { params: { ...sid(id), header }, body }))
}
