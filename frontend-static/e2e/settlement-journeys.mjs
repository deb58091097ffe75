// From a truck that was taken to money that was paid: the statement both sides read, the invoice, the pay-day, the payment.
import { randomUUID } from 'node:crypto'
import { announced, asks, contracted, does } from './contracted.mjs'
import { faultsOf } from './look.mjs'
import { at, confirmed, pictureOf, words, zh } from './walk.mjs'

const [settlement] = ['settlement'].map(words)

/** One truck of a tonne, unloaded and passed by its member's own report; its statement once it is drawn. */
async function settledTruck(world) {
  const { member, seller, contractId } = world
  const truck = await announced(world)
  const to = verb => `/api/deliveries/${truck.id}/${verb}`
  await does(member, to('arrive'), { statedAt: new Date().toISOString() })
  await does(member, to('check'), { accepted: true, remark: '外观正常' })
  await does(member, to('weigh'), { side: 'DESTINATION', weighbridge: '1号地磅', number: `S-${randomUUID().slice(0, 8)}`, grossKg: 17_000, tareKg: 16_000, weighedAt: new Date().toISOString() })
  await does(member, to('unload'), {})
  await does(member, to('pass'), { report: 'ZJ-1' })
  for (let tries = 0; tries < 60; tries++) {
    const { items } = await asks(seller, `/api/settlements?limit=200&contractId=${contractId}`)
    for (const one of items) {
      const sheet = await asks(seller, `/api/settlements/${one.id}`)
      if (sheet.lines.some(line => line.deliveryId === truck.id)) return sheet
    }
    await new Promise(later => setTimeout(later, 1_000))
  }
  throw new Error('no statement of the truck was drawn within a minute')
}

export const settlementJourneys = {
  'a supplier reads who pays, how much, on which day, and enters the invoice': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const sheet = await settledTruck(world)
    const { page, faults } = world.seller
    await at(page, '/payables')
    await page.getByText(sheet.settlement.code).first().waitFor()
    await picture(page, 'walk-payables')
    faults.push(...await faultsOf(page, zh))
    await at(page, `/settlements/${sheet.settlement.id}`)
    await page.locator('details').first().click()
    await picture(page, 'walk-settlement')
    faults.push(...await faultsOf(page, zh))
    await page.getByLabel(settlement.invoice.number, { exact: true }).fill(String(Date.now()).padStart(20, '2'))
    await page.getByLabel(settlement.invoice.on, { exact: true }).fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
    await page.getByRole('button', { name: settlement.invoice.go }).click()
    await page.getByLabel(settlement.invoice.number, { exact: true }).waitFor({ state: 'detached' })
    await confirmed(page, settlement.agree.go)
    await page.getByRole('button', { name: settlement.agree.go }).waitFor({ state: 'detached' })
    await world.close()
    return faults
  },

  'a buyer disputes a part, both end it alike, and the buyer pays by the bank reference': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const sheet = await settledTruck(world)
    const { page, faults } = [...world.people.values()].find(one => one.partyId === sheet.settlement.buyerId)
    await at(page, `/settlements/${sheet.settlement.id}`)
    await page.getByRole('button', { name: settlement.dispute.open }).click()
    await page.getByLabel(settlement.dispute.grounds, { exact: true }).fill('少了十千克')
    await page.getByLabel(settlement.dispute.amount).fill('20')
    await page.getByRole('button', { name: settlement.dispute.go, exact: true }).click()
    await page.getByText(settlement.status.DISPUTED).first().waitFor()
    await picture(page, 'walk-settlement-disputed')
    faults.push(...await faultsOf(page, zh))
    await does(world.seller, `/api/settlements/${sheet.settlement.id}/resolve`, { agreedFen: -1_000, words: '扣十元' })
    await at(page, `/settlements/${sheet.settlement.id}`)
    await page.getByLabel(settlement.resolve.words, { exact: true }).fill('同意')
    await page.getByRole('button', { name: settlement.resolve.go }).click()
    await page.getByText(settlement.status.AGREED).first().waitFor()
    await page.getByLabel(settlement.payment.reference, { exact: true }).fill(`HK-${randomUUID().slice(0, 12)}`)
    await page.getByLabel(settlement.payment.on, { exact: true }).fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
    await page.getByLabel(settlement.payment.amount).fill('1')
    await page.getByRole('button', { name: settlement.payment.go, exact: true }).click()
    await page.getByText(settlement.payment.none).waitFor({ state: 'detached' })
    await picture(page, 'walk-settlement-paid')
    faults.push(...await faultsOf(page, zh))
    await world.close()
    return faults
  },

  'a finance officer sees that both sides of a round agree': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const sheet = await settledTruck(world)
    const { page, faults } = world.people.get('finance')
    await at(page, '/settlements')
    await page.getByLabel(settlement.round).selectOption(sheet.settlement.roundId)
    await page.getByText(settlement.sides.difference).waitFor()
    await picture(page, 'walk-settlements')
    faults.push(...await faultsOf(page, zh))
    const { sides } = await asks(world.people.get('finance'), `/api/settlements/sides?roundId=${sheet.settlement.roundId}`)
    if (sides && sides.differenceFen !== 0) faults.push(`the sides differ by ${sides.differenceFen} fen`)
    await world.close()
    return faults
  },
}
