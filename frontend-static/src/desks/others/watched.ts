/** Those who watch rounds, and what of a round each of them looks at first; the rest is a choice of columns away. */
export type Watcher = 'SUPERVISOR' | 'REGULATOR' | 'AUDITOR' | 'FINANCE_GROUP' | 'BANK' | 'WAREHOUSE'

export const WATCHED: Readonly<Record<Watcher, readonly string[]>> = {
  SUPERVISOR: ['title', 'association', 'status', 'due', 'profile', 'offers', 'publicity'],
  REGULATOR: ['title', 'association', 'status', 'profile', 'mass', 'lots', 'reason'],
  AUDITOR: ['title', 'code', 'association', 'status', 'since', 'mass', 'reason'],
  FINANCE_GROUP: ['title', 'association', 'status', 'mode', 'deposit', 'mass', 'delivery'],
  BANK: ['title', 'association', 'status', 'mode', 'deposit', 'mass', 'delivery'],
  WAREHOUSE: ['title', 'association', 'status', 'delivery', 'zones'],
}
