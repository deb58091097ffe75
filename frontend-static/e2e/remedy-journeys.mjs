// Where less comes than was contracted: stated by the supplier, divided by the finance group, read by the member on its statement; and tonnes that a member passes on.
import { faultsOf } from './look.mjs'
import { asks, contracted, does } from './contracted.mjs'
import { as, at, confirmed, dialog, pictureOf, words, zh } from './walk.mjs'

const [remedies, swaps, statement] = ['remedies', 'swaps', 'statement'].map(words)
const en = { language: 'en' }

async function lookedAt(on, { account, look, path, name, picture, faults }) {
  const one = await as(on, account, look)
  await at(one.page, path)
  await picture(one.page, name)
  faults.push(...await faultsOf(one.page, look), ...one.faults)
  await one.context.close()
}

const LOOKS = [{ ...en }, { ...en, size: 'phone' }, { ...zh, size: 'phone' }]

/** The contract's item that the world's member and seller share, with its lot. */
async function shared(world) {
  const sheet = await asks(world.seller, `/api/contracts/${world.contractId}`)
  return sheet.items.find(one => one.id === world.item.itemId)
}

export const remedyJourneys = {
  'less comes than was contracted, is divided by the rule and read with its arithmetic': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const finance = world.people.get('finance')
    const faults = []
    const item = await shared(world)
    const supply = (await asks(world.seller, '/api/lot-supplies?limit=200')).items.find(one => one.lotId === item.lotId)
    const { page } = world.seller
    await at(page, '/shortfalls')
    await page.getByText(remedies.supply.title).first().waitFor()
    await picture(page, 'walk-shortfalls')
    faults.push(...await faultsOf(page, zh))
    await page.getByRole('row').filter({ hasText: supply.lotCode }).filter({ hasText: supply.roundCode }).last().getByRole('button', { name: remedies.stating.go, exact: true }).click()
    const comes = Math.max(supply.calledKg, Math.floor(supply.shareKg * 0.9))
    await dialog(page).locator('input').fill((comes / 1000).toFixed(3))
    await dialog(page).locator('textarea').fill('回转窑检修，月内恢复不了')
    await picture(page, 'walk-shortfall-stating')
    await dialog(page).getByRole('button', { name: remedies.stating.go, exact: true }).click()
    await page.getByText(remedies.waits).waitFor()
    faults.push(...await faultsOf(page, zh))
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const held = await does(world.seller, `/api/contracts/${world.contractId}/deliveries`, { trucks: [{ itemId: world.item.itemId, massKg: 1_000, plannedOn: world.item.windowToOn }] }, false)
    if (!held.refused?.endsWith('/call-off-held')) faults.push(`called off while it waits: ${JSON.stringify(held)}`)
    await at(finance.page, `/shortfalls/${id}`)
    await finance.page.getByText(remedies.division.would).waitFor()
    await picture(finance.page, 'walk-shortfall-before')
    faults.push(...await faultsOf(finance.page, zh))
    await confirmed(finance.page, remedies.divide.go)
    await finance.page.getByText(remedies.status.DIVIDED).first().waitFor()
    await picture(finance.page, 'walk-shortfall-divided')
    for (const look of LOOKS) {
      const named = `${look.language}-${look.size ?? 'desktop'}`
      await lookedAt(on, { account: 'finance', look, path: `/shortfalls/${id}`, name: `walk-shortfall-${named}`, picture, faults })
      await lookedAt(on, { account: 'finance', look, path: '/shortfalls', name: `walk-shortfalls-${named}`, picture, faults })
      await lookedAt(on, { account: world.member.account, look, path: `/my/statements/${item.allocationId}`, name: `walk-adjusted-${named}`, picture, faults })
    }
    await at(world.member.page, `/my/statements/${item.allocationId}`)
    await world.member.page.getByText(statement.adjusted.title).waitFor()
    await picture(world.member.page, 'walk-adjusted')
    faults.push(...await faultsOf(world.member.page, zh))
    await at(page, `/contracts/${world.contractId}`)
    await picture(page, 'walk-shortfall-contract')
    faults.push(...await faultsOf(page, zh))
    // What was taken is given back, so that others find as much to deliver as before.
    const back = await does(world.seller, '/api/shortfalls', { lotId: item.lotId, comesKg: supply.entitledKg - 1, reason: '恢复生产，可以补足' }, false)
    if (!back.refused) await does(finance, `/api/shortfalls/${back.id}/divide`, undefined)
    await world.close()
    return faults
  },

  'a member offers tonnes that did not arrive without being named, and ends it': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const faults = []
    const { page } = world.member
    await at(page, '/swaps')
    await page.getByText(swaps.own).first().waitFor()
    await picture(page, 'walk-swaps')
    faults.push(...await faultsOf(page, zh))
    await page.getByRole('button', { name: swaps.give.go, exact: true }).last().click()
    await dialog(page).locator('input[inputmode="decimal"]').fill('1')
    await picture(page, 'walk-swap-offering')
    await dialog(page).getByRole('button', { name: swaps.give.go, exact: true }).click()
    await page.getByText(swaps.blind).waitFor()
    await picture(page, 'walk-swap')
    faults.push(...await faultsOf(page, zh))
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const seen = await asks(world.people.get('finance'), `/api/swaps/${id}`)
    if (!seen.giverName) faults.push('the finance group does not learn who offers')
    const told = await world.seller.context.request.get(`/api/swaps/${id}`)
    if (told.status() !== 404) faults.push('the supplier learns of a swap that nobody accepted')
    for (const other of [...world.people.values()].filter(one => one.account.startsWith('buyer') && one.account !== world.member.account)) {
      const answer = await other.context.request.get(`/api/swaps/${id}`)
      if (answer.ok() && (await answer.json()).giverName) faults.push('a rival learns who offers')
    }
    for (const look of LOOKS) {
      const named = `${look.language}-${look.size ?? 'desktop'}`
      await lookedAt(on, { account: world.member.account, look, path: `/swaps/${id}`, name: `walk-swap-${named}`, picture, faults })
      await lookedAt(on, { account: world.member.account, look, path: '/swaps', name: `walk-swaps-${named}`, picture, faults })
    }
    await lookedAt(on, { account: 'finance', look: { ...zh }, path: `/swaps/${id}`, name: 'walk-swap-finance', picture, faults })
    await confirmed(page, swaps.end.go, '窑期推迟，仍要用')
    await page.getByText(swaps.status.ENDED).first().waitFor()
    await picture(page, 'walk-swap-ended')
    faults.push(...await faultsOf(page, zh))
    await world.close()
    return faults
  },
}
