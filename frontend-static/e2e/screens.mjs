// The named screens: who looks, and where. `path` may ask the API for an id.
export const screens = [
  { name: 'portal', path: () => '/' },
  { name: 'log-in', path: () => '/login' },
  { name: 'catalogue', path: () => '/catalogue' },
  { name: 'prices', path: () => '/prices' },
  { name: 'round-public', path: world => `/rounds/${world.round('COLLECTING').id}` },
  { name: 'account', actor: 'buyer', path: () => '/account' },
]
