// From opened offers to what a member got, click by click.
import { visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'
import { as, at, dialog, pictureOf, words, zh } from './walk.mjs'

const [award, statement, kit] = ['award', 'statement', 'kit'].map(words)
const SELLERS = ['seller-s001', 'seller-s032']

/** One of the two sellers who has an opened offer in the round. */
async function sellerIn(on, roundId) {
  for (const account of SELLERS) {
    const seller = await as(on, account)
    const { items } = await (await seller.context.request.get(`/api/rounds/${roundId}/bids?limit=1`)).json()
    if (items?.length) return seller
    await seller.context.close()
  }
  throw new Error('neither seller offered in the round at notice')
}

export const awardJourneys = {
  'the award is read cell by cell on the sheet, by keyboard and on a phone, and a scenario is priced beside it': async on => {
    const picture = pictureOf(on)
    const { context, page, faults } = await as(on, 'secretary-1')
    const round = on.world.round('PUBLICISED')
    await at(page, `/association/rounds/${round.id}`)
    await page.getByRole('link', { name: kit.award.award }).click()
    await page.getByRole('tab', { name: award.tab.offers }).click()
    await page.locator('.heat td button.won').first().waitFor()
    await settled(page)
    const first = page.locator('.heat td button').first()
    await first.focus()
    const said = await page.locator('.heat .detail').innerText()
    await page.keyboard.press('ArrowDown')
    if (await page.locator('.heat .detail').innerText() === said) faults.push('the arrow tells no other cell')
    if (await page.locator('.heat td button[tabindex="0"]').count() !== 1) faults.push('the sheet is more than one stop of the keyboard')
    await picture(page, 'walk-award-offers')
    faults.push(...await faultsOf(page, zh))

    await page.getByRole('tab', { name: award.tab.scenarios }).click()
    await page.getByRole('button', { name: award.scenario.ask, exact: true }).click()
    await dialog(page).getByLabel(award.scenario.everyLot).check()
    await dialog(page).getByRole('button', { name: award.scenario.go }).click()
    await dialog(page).waitFor({ state: 'hidden' })
    await page.getByRole('heading', { name: award.basis.SCENARIO }).waitFor()
    await page.locator('.run .tag.good, .run .tag.bad').first().waitFor({ timeout: 60_000 })
    await picture(page, 'walk-award-scenario')
    await page.getByRole('tab', { name: award.tab.scenarios }).click()
    await page.getByRole('button', { name: award.scenario.name.replace('{letter}', 'A') }).waitFor()
    await picture(page, 'walk-award-columns')
    faults.push(...await faultsOf(page, zh))

    const phone = await as(on, 'secretary-1', { ...zh, size: 'phone' })
    await at(phone.page, `/association/rounds/${round.id}/award?tab=offers`)
    await phone.page.locator('.list .offer.won').first().waitFor()
    await picture(phone.page, 'walk-award-phone')
    faults.push(...phone.faults, ...await faultsOf(phone.page, zh))
    for (const one of [context, phone.context]) await one.close()
    return faults
  },

  'the public reads the notice and checks its figures in the browser, a supplier objects and is answered': async on => {
    const picture = pictureOf(on)
    const { context, page, faults } = await as(on, 'secretary-1')
    const round = on.world.round('PUBLICISED')
    await at(page, `/association/rounds/${round.id}/award`)
    const anyone = await visitor(on.browser, on.base, zh)
    await at(anyone.page, `/rounds/${round.id}/award`)
    await anyone.page.getByRole('heading', { name: award.notice.byLot }).waitFor()
    await anyone.page.locator('tbody tr').first().waitFor()
    await anyone.page.getByRole('button', { name: award.check.here }).click()
    await anyone.page.getByRole('heading', { name: award.check.holds }).waitFor()
    await picture(anyone.page, 'walk-notice')
    faults.push(...await faultsOf(anyone.page, zh))
    if (await anyone.page.getByRole('button', { name: award.objection.raise }).count()) faults.push('a stranger may object')

    const seller = await sellerIn(on, round.id)
    await at(seller.page, `/start/rounds/${round.id}/outcome`)
    await seller.page.getByLabel(award.objection.grounds).fill('请核对 P-01 的保证值。')
    await seller.page.getByRole('button', { name: award.objection.raise, exact: true }).click()
    await seller.page.getByText(award.objection.status.OPEN, { exact: true }).waitFor()
    await picture(seller.page, 'walk-outcome')
    faults.push(...await faultsOf(seller.page, zh))

    await at(page, `/association/rounds/${round.id}/award`)
    await page.getByRole('button', { name: award.step.ANSWER.go, exact: true }).click()
    await page.getByRole('button', { name: award.objection.toAnswer, exact: true }).click()
    await dialog(page).getByLabel(award.objection.dismiss).check()
    await dialog(page).getByLabel(award.objection.reasons).fill('已核对，保证值符合公布的要求。')
    await dialog(page).getByRole('button', { name: award.objection.send }).click()
    await dialog(page).waitFor({ state: 'hidden' })
    await page.getByText(award.objection.status.DISMISSED, { exact: true }).waitFor()
    await picture(page, 'walk-objections')
    await at(seller.page, `/start/rounds/${round.id}/outcome`)
    await seller.page.getByText('已核对，保证值符合公布的要求。').waitFor()
    faults.push(...anyone.faults, ...seller.faults)
    for (const one of [context, anyone.context, seller.context]) await one.close()
    return faults
  },

  'a member opens what it got, sees the arithmetic behind an amount and confirms': async on => {
    const { world } = on
    const picture = pictureOf(on)
    for (const account of ['buyer-e004', 'buyer-e019', 'buyer-e023']) {
      const { context, page, faults } = await as(on, account)
      for (const round of world.rounds.filter(one => one.status === 'AWARDED')) {
        const { items } = await (await context.request.get(`/api/rounds/${round.id}/allocations?limit=50`)).json()
        const open = items?.find(one => one.status === 'COMPUTED' && one.massKg > 0)
        if (!open) continue
        await at(page, '/my')
        await page.getByRole('link', { name: open.lineCode, exact: true }).first().click()
        await page.getByRole('heading', { name: statement.account }).waitFor()
        await settled(page)
        await page.locator('summary', { hasText: statement.row.goods }).click()
        await page.locator('details[open] li').first().waitFor()
        await picture(page, 'walk-statement')
        faults.push(...await faultsOf(page, zh))
        await page.getByRole('button', { name: statement.answer.confirm, exact: true }).click()
        await dialog(page).getByRole('button', { name: statement.answer.confirm, exact: true }).click()
        await page.locator('.answer').getByText(statement.status.CONFIRMED, { exact: true }).waitFor()
        await context.close()
        return faults
      }
      await context.close()
    }
    throw new Error('no buyer has an allocation that waits for its answer')
  },
}
