export interface DemoActor {
  account: string
  password: string
  who: string
  party: string
  partyKind: string
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Belongs to the demo world alone, so it stands outside the specification and is read with care. */
export function readActors(body: unknown): DemoActor[] {
  const items = (body as { items?: unknown }).items
  if (!Array.isArray(items)) return []
  return items
    .map((item: Record<string, unknown>) => ({ account: text(item.account), password: text(item.password), who: text(item.who), party: text(item.party), partyKind: text(item.partyKind) }))
    .filter(actor => actor.account !== '' && actor.password !== '')
}
