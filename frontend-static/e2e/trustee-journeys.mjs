// The secretariat sees who keeps a round's keys and names others, and is told in words why some three cannot be.
import { readFileSync } from 'node:fs'
import { signIn, visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'

const words = part => JSON.parse(readFileSync(new URL(`../src/i18n/zh-CN/${part}.json`, import.meta.url), 'utf8'))
const [keepers, size, kit, memberDesk, bid, questions] = ['keepers', 'size', 'kit', 'memberDesk', 'bid', 'questions'].map(words)
const phone = { language: 'zh-CN', size: 'phone', theme: 'light' }

/** Walked before all others: they register keys, and then there is nobody left who has none. */
export const keeperJourneys = {
  'the secretariat names a round\'s trustees, is told why some cannot be, and can no more once offers are asked for': async ({ browser, base, world }) => {
    const desk = await visitor(browser, base)
    const { page, context } = desk
    const faults = []
    await signIn(context, world.actor('secretary-1'))
    const round = world.round('ANNOUNCED')
    const known = await (await context.request.get(`/api/rounds/${round.id}/trustees`)).json()
    const [bank, rest] = [known.trustees.find(one => one.partyKind === 'BANK'), known.others]
    const otherSide = rest.find(one => one.buyersSide)
    const keyless = rest.find(one => !one.buyersSide && !one.fingerprint)
    await page.goto(`/association/rounds/${round.id}?tab=trustees`)
    await settled(page)
    await page.getByText(keepers.complete).waitFor()
    if (await page.locator('.three code').count() !== 3) faults.push('the three fingerprints are not shown')
    await page.getByRole('button', { name: keepers.choose, exact: true }).click()
    const pick = name => page.getByRole('checkbox', { name: new RegExp(name) })
    const save = () => page.getByRole('button', { name: keepers.save, exact: true }).click()
    const refusedWith = async (party, says) => {
      await pick(party.partyName).check()
      await save()
      await page.getByRole('alert').filter({ hasText: says }).waitFor()
      await pick(party.partyName).uncheck()
    }
    await pick(bank.partyName).uncheck()
    if (await page.getByRole('button', { name: keepers.save, exact: true }).isEnabled()) faults.push('two can be named')
    await refusedWith(otherSide, '保管人不独立')
    await refusedWith(keyless, keyless.partyName)
    await pick(bank.partyName).check()
    await save()
    await page.getByText(keepers.state.NAMED).waitFor()
    if (!(await page.locator('.three li').last().innerText()).includes(bank.partyName)) faults.push('the order of choosing is not the order of the three')
    await page.goto(`/association/rounds/${world.round('TENDERING').id}?tab=trustees`)
    await settled(page)
    await page.getByText(keepers.state.SEALED).waitFor()
    if (await page.getByRole('button', { name: keepers.choose, exact: true }).count()) faults.push('trustees can be changed while offers are sealed to them')
    faults.push(...desk.faults.filter(fault => !/409|422/.test(fault)))
    await context.close()
    const small = await visitor(browser, base, phone)
    await signIn(small.context, world.actor('secretary-1'))
    await small.page.goto(`/association/rounds/${round.id}?tab=trustees`)
    await settled(small.page)
    await small.page.getByRole('button', { name: keepers.choose, exact: true }).click()
    faults.push(...await faultsOf(small.page, phone))
    await small.context.close()
    return faults
  },
}

export const trusteeJourneys = {
  'a supplier states its size, is told where the figures say otherwise, and the association confirms it': async ({ browser, base, world }) => {
    const [seller, desk] = await Promise.all([visitor(browser, base, phone), visitor(browser, base)])
    const faults = []
    await signIn(seller.context, world.actor('seller-s001'))
    const { page } = seller
    await page.goto('/start')
    await settled(page)
    await page.getByRole('button', { name: size.stateAnew }).click()
    await page.getByRole('radio', { name: size.class.MICRO }).check()
    await page.getByLabel(size.field.workers).fill('120')
    await page.getByLabel(size.field.revenue).fill('18000000')
    await page.getByRole('button', { name: size.save, exact: true }).click()
    await page.getByRole('alert').filter({ hasText: '小型企业' }).waitFor()
    await page.getByRole('radio', { name: size.class.SMALL }).check()
    await page.getByRole('button', { name: size.save, exact: true }).click()
    await page.locator('#size').getByText(size.standing.STATED).waitFor()
    faults.push(...await faultsOf(page, phone))
    const me = (await (await seller.context.request.get('/api/session')).json()).party.partyId
    await signIn(desk.context, world.actor('secretary-1'))
    await desk.page.goto(`/association/suppliers/${me}`)
    await settled(desk.page)
    await desk.page.getByRole('tab', { name: memberDesk.part.size }).click()
    await desk.page.getByRole('button', { name: size.confirm, exact: true }).click()
    const dialog = desk.page.locator('dialog[open]')
    await dialog.getByLabel(kit.confirm.reason).fill('样例：与年报一致')
    await dialog.getByRole('button', { name: size.confirm, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await desk.page.getByText('样例：与年报一致').first().waitFor()
    if (await desk.page.getByRole('button', { name: size.confirm, exact: true }).count()) faults.push('what is confirmed can be confirmed again')
    faults.push(...seller.faults.filter(fault => !/422/.test(fault)), ...desk.faults)
    await Promise.all([seller.context.close(), desk.context.close()])
    return faults
  },

  'a sample goes to a chosen laboratory, which receives it without learning who sent it': async ({ browser, base, world }) => {
    const [seller, bench] = await Promise.all([visitor(browser, base), visitor(browser, base, phone)])
    const faults = []
    await signIn(seller.context, world.actor('seller-s032'))
    const { page } = seller
    await page.goto(`/start/rounds/${world.round('TENDERING').id}/offer?tab=samples`)
    await settled(page)
    await page.getByLabel(bid.grid.lot, { exact: true }).selectOption({ index: 0 })
    await page.getByLabel(bid.samples.to, { exact: true }).selectOption({ index: 1 })
    await page.getByLabel(bid.samples.mass).fill('5')
    await page.getByLabel(bid.samples.by).fill('样例快递')
    const parcel = `JC${Date.now()}`
    await page.getByLabel(bid.samples.number).fill(parcel)
    await page.getByRole('button', { name: bid.samples.register, exact: true }).click()
    const row = page.locator('main table tbody tr').filter({ hasText: parcel })
    await row.getByText(/^S-[0-9A-Z]{7}$/).waitFor()
    const code = (await row.innerText()).match(/S-[0-9A-Z]{7}/)[0]
    const sender = (await (await seller.context.request.get('/api/session')).json()).party.name
    await signIn(bench.context, world.actor('laboratory'))
    await bench.page.goto('/start')
    await settled(bench.page)
    const card = bench.page.locator('section[aria-labelledby="samples-to-us"]')
    await card.getByText(code).first().waitFor()
    if ((await card.innerText()).includes(sender)) faults.push('the laboratory reads who sent the sample')
    await card.getByRole('button', { name: questions.samples.receive, exact: true }).first().click()
    const dialog = bench.page.locator('dialog[open]')
    await dialog.getByRole('button', { name: questions.samples.receive, exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await card.getByText(questions.samples.is.RECEIVED).first().waitFor()
    faults.push(...await faultsOf(bench.page, phone), ...seller.faults, ...bench.faults)
    await Promise.all([seller.context.close(), bench.context.close()])
    return faults
  },
}
