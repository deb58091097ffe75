import type { components } from '@/api/schema'

type Role = components['schemas']['RoleName']
/** The roles that make sense for a kind of party; whether the caller may give them is the server's to say. */
export function rolesFor(kind: components['schemas']['PartyKindName']): readonly Role[] {
  switch (kind) {
    case 'ASSOCIATION': return ['SECRETARIAT', 'ASSOCIATION_ADMIN']
    case 'ENTERPRISE': return ['MEMBER_ADMIN', 'MEMBER_BUYER']
    case 'SUPPLIER': return ['SUPPLIER_ADMIN', 'SUPPLIER_SELLER']
    case 'FINANCE_GROUP': return ['FINANCE_OFFICER']
    case 'BANK': return ['BANK_CREDIT_OFFICER', 'BANK_RISK_OFFICER']
    case 'WAREHOUSE': return ['WAREHOUSE_KEEPER']
    case 'LABORATORY': return ['LABORATORY_TECHNICIAN']
    case 'SUPERVISOR': return ['SUPERVISOR']
    case 'REGULATOR': return ['REGULATOR']
    case 'AUDITOR': return ['AUDITOR']
    case 'PLATFORM': return ['PLATFORM_ADMIN']
  }
}
