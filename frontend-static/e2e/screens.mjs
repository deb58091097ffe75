// The named screens: who looks, and where. `path` may look up an id in the demo world, or ask as who looks.
const ownLine = status => async (world, context) => {
  for (const round of world.rounds.filter(one => one.status === status)) {
    const { items } = await (await context.request.get(`/api/rounds/${round.id}/demand-lines?limit=1`)).json()
    if (items.length > 0) return `/my/lines/${items[0].id}`
  }
  throw new Error(`no line of ours in a round that is ${status}`)
}

const ownContract = kind => async (_, context) => {
  const { items } = await (await context.request.get(`/api/contracts?kind=${kind}&limit=1`)).json()
  if (items.length === 0) throw new Error(`no contract of ours of the kind ${kind}`)
  return `/contracts/${items[0].id}`
}

const ownDelivery = (query, path) => async (_, context) => {
  const { items } = await (await context.request.get(`/api/deliveries?limit=1&${query}`)).json()
  if (items.length === 0) throw new Error(`no delivery of ours: ${query}`)
  return path(items[0])
}

const ownPlan = async (_, context) => {
  const { items } = await (await context.request.get('/api/contracts?kind=SUPPLY&status=EFFECTIVE&limit=1')).json()
  if (items.length === 0) throw new Error('no supply contract of ours is in force')
  return `/deliveries/plan/${items[0].id}`
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
  { name: 'notices', actor: 'buyer-e019', path: () => '/notices' },
  { name: 'notice-choices', actor: 'buyer-e019', path: () => '/notices/choices' },
  { name: 'webhooks', actor: 'chief-1', path: () => '/notices/webhooks' },
  { name: 'demo-outbox', path: () => '/demo/outbox' },
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
  { name: 'formulas', actor: 'secretary-1', path: () => '/formulas' },
  { name: 'formula-new', actor: 'secretary-1', path: () => '/formulas/new?from=lime' },
  { name: 'formula', actor: 'finance', path: async (_, context) => `/formulas/${(await (await context.request.get('/api/price-formulas?limit=1')).json()).items[0].id}` },
  ...['finance', 'seller-s001', 'buyer-e004', 'auditor'].map(actor => ({ name: `contracts-${actor}`, actor, path: () => '/contracts' })),
  { name: 'contract-supply', actor: 'seller-s032', path: ownContract('SUPPLY') },
  { name: 'contract-service', actor: 'buyer-e004', path: ownContract('SERVICE') },
  { name: 'contract-group', actor: 'finance', path: ownContract('SERVICE') },
  { name: 'purchasing', actor: 'chief-1', path: () => '/association/purchasing' },
  { name: 'association-people', actor: 'secretary-1', path: () => '/association/people' },
  { name: 'others-home', actor: 'bank-risk', path: () => '/start' },
  ...['finance', 'laboratory', 'warehouse', 'supervisor', 'regulator', 'auditor'].map(actor => ({ name: `${actor}-home`, actor, path: () => '/start' })),
  { name: 'auditor-record', actor: 'auditor', path: world => `/start/rounds/${world.round('POOLED').id}` },
  { name: 'supplier-home', actor: 'seller-s001', path: () => '/start' },
  { name: 'opening-room', actor: 'auditor', path: world => `/rounds/${world.round('CLOSED').id}/opening` },
  { name: 'opening-room-trustee', actor: 'supervisor', path: world => `/rounds/${world.round('CLOSED').id}/opening` },
  { name: 'opening-room-opened', actor: 'regulator', path: world => `/rounds/${world.round('PUBLICISED').id}/opening` },
  { name: 'opening-hall', actor: 'secretary-1', path: world => `/rounds/${world.round('PUBLICISED').id}/opening?hall` },
  { name: 'supplier-bid-opened', actor: 'seller-s001', path: world => `/start/rounds/${world.round('PUBLICISED').id}/offer` },
  { name: 'supplier-bid-sheet', actor: 'seller-s032', path: world => `/start/rounds/${world.round('TENDERING').id}/offer` },
  { name: 'supplier-questions', actor: 'seller-s032', path: world => `/start/rounds/${world.round('TENDERING').id}/offer?tab=questions` },
  { name: 'supplier-samples', actor: 'seller-s032', path: world => `/start/rounds/${world.round('TENDERING').id}/offer?tab=samples` },
  { name: 'association-questions', actor: 'secretary-1', path: world => `/association/rounds/${world.round('TENDERING').id}?tab=questions` },
  { name: 'trustee-key', actor: 'supervisor', path: () => '/trustee-key' },
  { name: 'trustee-key-none', actor: 'regulator', path: () => '/trustee-key' },
  { name: 'award-offers', actor: 'secretary-1', path: world => `/association/rounds/${world.round('PUBLICISED').id}/award?tab=offers` },
  { name: 'award-decision', actor: 'secretary-1', path: world => `/association/rounds/${world.round('PUBLICISED').id}/award?tab=decision` },
  { name: 'award-allocations', actor: 'secretary-1', path: world => `/association/rounds/${world.round('AWARDED').id}/award?tab=allocations` },
  { name: 'award-admission', actor: 'secretary-1', path: world => `/association/rounds/${world.round('PUBLICISED').id}/admission` },
  { name: 'award-record', actor: 'auditor', path: world => `/start/rounds/${world.round('PUBLICISED').id}/award?tab=scenarios` },
  { name: 'award-notice', path: world => `/rounds/${world.round('PUBLICISED').id}/award` },
  { name: 'award-result', path: world => `/rounds/${world.round('AWARDED').id}/award` },
  { name: 'deliveries-supplier', actor: 'seller-s001', path: () => '/deliveries' },
  { name: 'deliveries-finance', actor: 'finance', path: () => '/deliveries?stage=lying' },
  { name: 'delivery-contracts', actor: 'seller-s001', path: () => '/deliveries/plan' },
  { name: 'delivery-plan', actor: 'seller-s032', path: ownPlan },
  { name: 'delivery-planned', actor: 'seller-s032', path: ownDelivery('status=PLANNED', one => `/deliveries/${one.id}`) },
  { name: 'delivery-released', actor: 'finance', path: ownDelivery('status=RELEASED', one => `/deliveries/${one.id}`) },
  { name: 'delivery-at-gate', actor: 'buyer-e004', path: ownDelivery('status=GATE_CHECKED', one => `/deliveries/${one.id}`) },
  { name: 'gate-truck', actor: 'warehouse', path: ownDelivery('status=ARRIVED', one => `/gate?code=${one.code}`) },
  { name: 'contract-disputed', actor: 'finance', path: async (_, context) => `/contracts/${(await (await context.request.get('/api/contracts?status=DISPUTED&limit=1')).json()).items[0].id}` },
  { name: 'ticket-table', actor: 'warehouse', path: () => '/deliveries/tickets' },
  ...['finance', 'seller-s001', 'buyer-e004'].flatMap(actor => [{ name: `payables-${actor}`, actor, path: () => '/payables' }, { name: `settlements-${actor}`, actor, path: () => '/settlements' }]),
  ...['finance', 'buyer-e004'].flatMap(actor => [{ name: `swaps-${actor}`, actor, path: () => '/swaps' }, { name: `shortfalls-${actor}`, actor, path: () => '/shortfalls' }]),
  { name: 'shortfalls-supplier', actor: 'seller-s001', path: () => '/shortfalls' },
  { name: 'recalls', actor: 'finance', path: () => '/recalls' },
  { name: 'reach', actor: 'finance', path: () => '/reach' },
  { name: 'products', actor: 'bank-risk', path: () => '/products' },
  { name: 'product', actor: 'bank-risk', path: async (_, context) => `/products/${(await (await context.request.get('/api/finance-products?limit=1')).json()).items[0].id}` },
  { name: 'product-new', actor: 'bank-risk', path: () => '/products/new' },
  { name: 'gate', actor: 'warehouse', path: () => '/gate' },
  { name: 'gate-enterprise', actor: 'buyer-e019', path: () => '/gate' },
  { name: 'goods', actor: 'warehouse', path: () => '/goods' },
  { name: 'goods-finance', actor: 'finance', path: () => '/goods' },
  { name: 'alerts', actor: 'secretary-1', path: () => '/association/alerts' },
  { name: 'bench', actor: 'laboratory', path: () => '/bench' },
  { name: 'batches-member', actor: 'buyer-e019', path: () => '/batches' },
  { name: 'batches-supplier', actor: 'seller-s001', path: () => '/batches' },
  { name: 'batch-form', actor: 'warehouse', path: () => '/batches/new' },
  { name: 'report-check', path: () => '/reports' },
  { name: 'platform-people', actor: 'platform', path: () => '/start/people' },
]
