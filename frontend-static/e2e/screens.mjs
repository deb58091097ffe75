// The named screens: who looks, and where. `path` may look up an id in the demo world, or ask as who looks.
const ownLine = status => async (world, context) => {
  for (const round of world.rounds.filter(one => one.status === status)) {
    const { items } = await (await context.request.get(`/api/rounds/${round.id}/demand-lines?limit=1`)).json()
    if (items.length > 0) return `/my/lines/${items[0].id}`
  }
  throw new Error(`no line of ours in a round that is ${status}`)
}

export const screens = [
  { name: 'portal', path: () => '/' },
  { name: 'log-in', path: () => '/login' },
  { name: 'catalogue', path: () => '/catalogue' },
  { name: 'prices', path: () => '/prices' },
  { name: 'verify', path: () => '/verify' },
  { name: 'round-public', path: world => `/rounds/${world.round('COLLECTING').id}` },
  { name: 'round-pooled-public', path: world => `/rounds/${world.round('POOLED').id}` },
  { name: 'account', actor: 'buyer-e019', path: () => '/account' },
  { name: 'enterprise-home', actor: 'buyer-e019', path: () => '/my' },
  { name: 'enterprise-round', actor: 'buyer-e019', path: world => `/my/rounds/${world.round('COLLECTING').id}` },
  { name: 'enterprise-place-demand', actor: 'buyer-e019', path: world => `/my/rounds/${world.round('COLLECTING').id}/demand` },
  { name: 'enterprise-like-last-time', actor: 'buyer-e023', path: world => `/my/rounds/${world.round('COLLECTING').id}/demand` },
  { name: 'enterprise-round-pooled', actor: 'buyer-e019', path: world => `/my/rounds/${world.round('POOLED').id}` },
  { name: 'enterprise-lines', actor: 'buyer-e019', path: () => '/my/lines' },
  { name: 'enterprise-line', actor: 'buyer-e004', path: ownLine('COLLECTING') },
  { name: 'enterprise-line-pooled', actor: 'buyer-e023', path: ownLine('POOLED') },
  { name: 'enterprise-import', actor: 'buyer-e019', path: world => `/my/rounds/${world.round('COLLECTING').id}/import` },
  { name: 'enterprise-file', actor: 'buyer-e019', path: () => '/my/file' },
  { name: 'association-home', actor: 'secretary-1', path: () => '/association' },
  { name: 'association-rounds', actor: 'secretary-1', path: () => '/association/rounds' },
  { name: 'association-round-new', actor: 'secretary-1', path: () => '/association/rounds/new' },
  { name: 'association-round', actor: 'secretary-1', path: world => `/association/rounds/${world.round('COLLECTING').id}` },
  { name: 'association-round-pooled', actor: 'secretary-1', path: world => `/association/rounds/${world.round('POOLED').id}` },
  { name: 'association-chase', actor: 'secretary-1', path: world => `/association/rounds/${world.round('COLLECTING').id}?tab=chase` },
  { name: 'association-history', actor: 'secretary-1', path: world => `/association/rounds/${world.round('COLLECTING').id}?tab=history` },
  { name: 'association-members', actor: 'secretary-1', path: () => '/association/members' },
  { name: 'association-people', actor: 'secretary-1', path: () => '/association/people' },
  { name: 'others-home', actor: 'bank-risk', path: () => '/start' },
  ...['finance', 'laboratory', 'warehouse', 'supervisor', 'regulator', 'auditor'].map(actor => ({ name: `${actor}-home`, actor, path: () => '/start' })),
  { name: 'auditor-record', actor: 'auditor', path: world => `/start/rounds/${world.round('POOLED').id}` },
  { name: 'supplier-home', actor: 'seller-s001', path: () => '/start' },
  { name: 'opening-room', actor: 'auditor', path: world => `/rounds/${world.round('CLOSED').id}/opening` },
  { name: 'opening-room-trustee', actor: 'supervisor', path: world => `/rounds/${world.round('CLOSED').id}/opening` },
  { name: 'opening-room-opened', actor: 'regulator', path: world => `/rounds/${world.round('EVALUATED').id}/opening` },
  { name: 'opening-hall', actor: 'secretary-1', path: world => `/rounds/${world.round('EVALUATED').id}/opening?hall` },
  { name: 'supplier-bid-opened', actor: 'seller-s001', path: world => `/start/rounds/${world.round('EVALUATED').id}/offer` },
  { name: 'trustee-key', actor: 'supervisor', path: () => '/trustee-key' },
  { name: 'trustee-key-none', actor: 'regulator', path: () => '/trustee-key' },
  { name: 'award-offers', actor: 'secretary-1', path: world => `/association/rounds/${world.round('PUBLICISED').id}/award?tab=offers` },
  { name: 'award-decision', actor: 'secretary-1', path: world => `/association/rounds/${world.round('PUBLICISED').id}/award?tab=decision` },
  { name: 'award-allocations', actor: 'secretary-1', path: world => `/association/rounds/${world.round('AWARDED').id}/award?tab=allocations` },
  { name: 'award-admission', actor: 'secretary-1', path: world => `/association/rounds/${world.round('PUBLICISED').id}/admission` },
  { name: 'award-record', actor: 'auditor', path: world => `/start/rounds/${world.round('PUBLICISED').id}/award?tab=scenarios` },
  { name: 'award-notice', path: world => `/rounds/${world.round('PUBLICISED').id}/award` },
  { name: 'award-result', path: world => `/rounds/${world.round('AWARDED').id}/award` },
  { name: 'platform-people', actor: 'platform', path: () => '/start/people' },
]
