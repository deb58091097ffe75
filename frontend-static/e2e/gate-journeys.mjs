// From the delivery plan to the release, as those who meet the trucks do it: planned at a desk, weighed at a gate on a phone, also while the connection is lost.
import { randomUUID } from 'node:crypto'
import { signIn, visitor } from './browser.mjs'
import { announced, asks, contracted } from './contracted.mjs'
import { lineTo } from './line.mjs'
import { faultsOf, settled } from './look.mjs'
import { as, at, dialog, pictureOf, words, zh } from './walk.mjs'

const [deliveries, gate, goods, tickets, alerts] = ['deliveries', 'gate', 'goods', 'tickets', 'alerts'].map(words)
const say = (text, facts = {}) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? '')

/** The same person on a phone of its own. */
async function onPhone(on, account, base = on.base) {
  const one = await visitor(on.browser, base, { ...zh, size: 'phone' })
  await signIn(one.context, on.world.actor(account))
  return one
}

async function stepsToWeighing(page, truck) {
  await page.getByPlaceholder(gate.code).fill(truck.code.toLowerCase())
  await page.getByRole('button', { name: gate.look }).click()
  await page.getByRole('button', { name: gate.arrive }).click()
  await page.getByRole('button', { name: gate.look_.normal }).click()
  await page.getByRole('button', { name: gate.accept, exact: true }).click()
  await page.getByRole('heading', { name: gate.weigh, exact: true }).waitFor()
}

async function typed(page, { gross, tare, number }) {
  await page.getByLabel(new RegExp(`^${gate.gross}`)).fill(String(gross))
  await page.getByLabel(new RegExp(`^${gate.tare}`)).fill(String(tare))
  await page.getByLabel(gate.number, { exact: true }).fill(number)
  await page.getByLabel(gate.bridge, { exact: true }).fill('1号地磅')
}

export const gateJourneys = {
  'a supplier plans what is left of a contract and announces a truck': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const { page, faults } = world.seller
    await at(page, `/deliveries/plan/${world.contractId}`)
    await page.getByRole('heading', { name: deliveries.plan.title }).waitFor()
    await picture(page, 'walk-delivery-plan')
    faults.push(...await faultsOf(page, zh))
    // Everything but one small truck is taken off the proposal.
    const rows = page.locator('.loads > li')
    while (await rows.count() > 1) await rows.last().getByRole('button').click()
    if (await rows.count() === 0) await page.getByRole('button', { name: deliveries.plan.add }).click()
    await rows.first().getByLabel(deliveries.plan.mass, { exact: true }).fill('999')
    await page.getByText(deliveries.plan.over.split('{')[0]).first().waitFor()
    if (await page.locator('form button[type=submit]').isEnabled()) faults.push('more than the contract lets in can be planned')
    await rows.first().getByLabel(deliveries.plan.mass, { exact: true }).fill('1')
    await page.locator('form button[type=submit]').click()
    await page.getByText(say(deliveries.plan.done, { n: 1 })).waitFor()
    await page.getByRole('link', { name: deliveries.plan.toList }).click()
    await page.getByText(deliveries.status.PLANNED).first().waitFor()
    await page.locator('tbody tr', { hasText: deliveries.status.PLANNED }).first().locator('a').first().click()
    await page.getByRole('button', { name: deliveries.notice.open }).click()
    const form = dialog(page)
    await form.getByLabel(deliveries.column.plate).fill('晋C70001')
    await form.getByLabel(deliveries.driver).fill('张师傅')
    await form.getByLabel(deliveries.phone).fill('13800000000')
    await form.getByRole('button', { name: deliveries.notice.go }).click()
    await page.getByText(deliveries.status.NOTIFIED).first().waitFor()
    await picture(page, 'walk-delivery-announced')
    faults.push(...await faultsOf(page, zh))
    await world.close()
    return faults
  },

  'a truck is checked, weighed and unloaded at the gate on a phone, one hand': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const truck = await announced(world)
    const { context, page, faults } = await onPhone(on, world.member.account)
    await at(page, '/gate')
    await picture(page, 'walk-gate')
    faults.push(...await faultsOf(page, zh))
    await stepsToWeighing(page, truck)
    await typed(page, { gross: 16_000, tare: 16_000, number: 'G-0' })
    await page.getByText(gate.wrong.tare).waitFor()
    await typed(page, { gross: 16_990, tare: 16_000, number: `G-${randomUUID().slice(0, 8)}` })
    await page.locator('.net').getByText('0.99').first().waitFor()
    await picture(page, 'walk-gate-weighing')
    faults.push(...await faultsOf(page, zh))
    await page.getByRole('button', { name: gate.enter }).click()
    await page.getByRole('button', { name: gate.unload }).click()
    await page.getByText(deliveries.status.UNLOADED).first().waitFor()
    await picture(page, 'walk-gate-unloaded')
    // What lies there is the buyer's, and under test.
    await at(page, '/goods')
    await page.getByText(deliveries.parcel.underTest).first().waitFor()
    faults.push(...await faultsOf(page, zh))
    await context.close()
    await world.close()
    return faults
  },

  'a ticket typed while the connection is lost waits on the phone and is entered once': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const truck = await announced(world)
    const line = await lineTo(on.base)
    const { context, page, faults } = await onPhone(on, world.member.account, line.base)
    await at(page, '/gate')
    await stepsToWeighing(page, truck)
    const number = `L-${randomUUID().slice(0, 8)}`
    await typed(page, { gross: 16_980, tare: 16_000, number })
    await line.cut()
    await page.getByRole('button', { name: gate.enter }).click()
    await page.getByText(gate.keptNow).waitFor()
    await page.getByRole('heading', { name: gate.kept.title }).waitFor()
    await picture(page, 'walk-gate-waiting')
    if ((await asks(world.seller, `/api/deliveries/${truck.id}`)).tickets.length !== 0) faults.push('the ticket got through a line that was cut')
    await line.lay()
    await page.getByRole('button', { name: gate.unload }).waitFor({ timeout: 30_000 })
    const after = await asks(world.seller, `/api/deliveries/${truck.id}`)
    if (after.tickets.filter(one => one.number === number).length !== 1) faults.push(`the ticket counts ${after.tickets.length} times`)
    if (await page.evaluate(() => localStorage.getItem('jucai.gate.steps')) !== '[]') faults.push('what was entered is still kept')
    // A line that was cut is no fault of the page.
    const own = faults.filter(fault => !/Failed to fetch|ERR_|net::/.test(fault))
    await context.close()
    await world.close()
    return own
  },

  "a weighbridge's table is read row by row, and what was read is entered": async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const plate = `豫A${Math.floor(10_000 + Math.random() * 89_999)}`
    await announced(world, { plate })
    const { page, faults } = world.seller
    await at(page, '/deliveries/tickets')
    const number = `T-${randomUUID().slice(0, 8)}`
    const table = `过磅明细\n磅单号,车牌号,毛重(吨),皮重(吨),净重(吨),过磅时间\n${number},${plate},17,16,1,2027-05-12 09:20\n9,${plate},17,16,2,2027-05-12 09:20\n合计,,34,32,3,\n`
    await page.getByLabel(tickets.bridge).fill('起运1号')
    await page.locator('input[type=file]').setInputFiles({ name: '磅单.csv', mimeType: 'text/csv', buffer: Buffer.from(table, 'utf8') })
    await page.getByText(tickets.state.faulty).first().waitFor()
    await picture(page, 'walk-ticket-table')
    faults.push(...await faultsOf(page, zh))
    await page.getByRole('button', { name: say(tickets.enter, { n: 1 }) }).click()
    await page.getByText(tickets.state.taken, { exact: true }).first().waitFor()
    await picture(page, 'walk-ticket-table-entered')
    faults.push(...await faultsOf(page, zh))
    await world.close()
    return faults
  },

  'goods go into the supervised store, pass, and are released to the member': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const store = world.people.get('warehouse')
    const truck = await announced(world, { storeId: store.partyId })
    const keeper = await onPhone(on, 'warehouse')
    await at(keeper.page, `/gate?code=${truck.code}`)
    await keeper.page.getByRole('button', { name: gate.arrive }).click()
    await keeper.page.getByRole('button', { name: gate.look_.normal }).click()
    await keeper.page.getByRole('button', { name: gate.accept, exact: true }).click()
    await typed(keeper.page, { gross: 17_000, tare: 16_000, number: `S-${randomUUID().slice(0, 8)}` })
    await keeper.page.getByRole('button', { name: gate.enter }).click()
    await keeper.page.getByRole('button', { name: gate.unload }).click()
    await keeper.page.getByRole('link', { name: gate.whole }).click()
    await keeper.page.getByLabel(deliveries.column.report).fill('ZJ-2027-0001')
    await keeper.page.getByRole('button', { name: deliveries.pass.go }).click()
    await keeper.page.getByText(deliveries.status.IN_STORE).first().waitFor()
    const sheet = await asks(world.seller, `/api/deliveries/${truck.id}`)
    const buyer = [...world.people.values()].find(one => one.partyId === sheet.buyerId)
    const { page, faults } = buyer
    await at(page, '/goods')
    await picture(page, 'walk-goods')
    faults.push(...await faultsOf(page, zh))
    await at(page, `/deliveries/${truck.id}`)
    await page.getByRole('button', { name: deliveries.release.open, exact: true }).click()
    const form = dialog(page)
    await form.getByLabel(deliveries.release.mass).fill('0.4')
    await form.getByLabel(deliveries.release.payment).fill('HK-1')
    await form.getByLabel(deliveries.release.permit).fill('FH-1')
    await form.getByRole('button', { name: deliveries.release.go }).click()
    await page.getByText(deliveries.parcel.at.MEMBER).first().waitFor()
    await picture(page, 'walk-released')
    faults.push(...keeper.faults, ...await faultsOf(page, zh))
    await keeper.context.close()
    await world.close()
    return faults
  },

  'the association enters an alert, sees its days blocked and lifts it early': async on => {
    const picture = pictureOf(on)
    const { context, page, faults } = await as(on, 'secretary-1')
    const source = `郑环预警〔2027〕${Date.now() % 100_000}号`
    await at(page, '/association/alerts')
    await page.getByRole('button', { name: alerts.enter, exact: true }).click()
    const form = dialog(page)
    const far = by => new Date(Date.now() + (400 + by) * 86_400_000).toISOString().slice(0, 10)
    await form.locator('summary').click()
    await form.getByLabel(alerts.pasteLabel).fill(`XM-A\t橙色\t${far(0)}\t${far(4)}\t${source}`)
    await form.getByRole('button', { name: alerts.pasteRead }).click()
    await picture(page, 'walk-alert-entry')
    faults.push(...await faultsOf(page, zh))
    await form.getByRole('button', { name: say(alerts.go, { n: 1 }) }).click()
    await form.waitFor({ state: 'hidden' })
    const row = page.locator('tbody tr', { hasText: source })
    await row.getByRole('button', { name: alerts.lift.open }).click()
    await dialog(page).getByLabel(alerts.lift.toOn).fill(far(-1))
    await dialog(page).getByText(alerts.lift.withdraws).waitFor()
    await dialog(page).getByRole('button', { name: alerts.lift.go, exact: true }).click()
    await row.getByText(alerts.is.withdrawn).waitFor()
    await settled(page)
    await picture(page, 'walk-alerts')
    faults.push(...await faultsOf(page, zh))
    await context.close()
    return faults
  },

  'the keeper finds what lies in the store, and nothing of others': async on => {
    const { context, page, faults } = await as(on, 'warehouse')
    await at(page, '/goods')
    await page.getByRole('heading', { name: goods.title }).waitFor()
    for (const path of ['/deliveries/plan', '/association/alerts']) {
      await page.goto(path)
      await page.waitForURL(/not-yours/)
    }
    faults.push(...await faultsOf(page, zh))
    await context.close()
    return faults
  },
}
