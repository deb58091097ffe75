// What an enterprise and a visitor do, tap by tap, in the demo world.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { settled } from './look.mjs'

const words = part => JSON.parse(readFileSync(new URL(`../src/i18n/zh-CN/${part}.json`, import.meta.url), 'utf8'))
const enterprise = words('enterprise')

/** A page on a phone that counts what is tapped. */
async function onPhone(browser, base, world, account) {
  const person = await visitor(browser, base, { size: 'phone' })
  await signIn(person.context, world.actor(account))
  const hand = { taps: 0 }
  const tap = async target => {
    hand.taps++
    await target.click()
  }
  return { ...person, hand, tap }
}

const linesOf = async (context, round) => (await (await context.request.get(`/api/rounds/${round.id}/demand-lines?limit=200`)).json()).items

export const memberJourneys = {
  'on a phone a buyer places a line in at most eight taps, sees the band, changes it and withdraws it': async ({ browser, base, world }) => {
    const round = world.round('COLLECTING')
    const grade = round.terms.grades[0]
    const { context, page, faults, hand, tap } = await onPhone(browser, base, world, 'buyer-e019')
    const before = (await linesOf(context, round)).length
    await page.goto('/my')
    await settled(page)
    await tap(page.locator(`main a[href$="/rounds/${round.id}/demand"]`).first())
    await tap(page.locator('button.chip', { hasText: grade }).first())
    await page.locator('aside.livePool', { hasText: grade }).getByText(/\d 吨|吨以/).first().waitFor()
    await tap(page.locator('form [type="submit"]'))
    const more = page.getByRole('button', { name: enterprise.mass.more.replace('{label}', enterprise.mass.target) })
    await tap(more)
    await tap(more)
    await tap(page.locator('form [type="submit"]'))
    await tap(page.locator('form [type="submit"]'))
    const code = (await page.locator('.placed .code').first().innerText()).trim()
    if (hand.taps > 8) faults.push(`${hand.taps} taps`)
    const line = (await linesOf(context, round)).find(one => one.code === code)
    if (line?.targetKg !== 64_000 || line.acceptedGrades[0] !== grade) faults.push(`placed ${JSON.stringify(line)}`)

    await page.goto(`/my/lines/${line.id}`)
    await settled(page)
    await tap(page.getByRole('link', { name: enterprise.line.change, exact: true }))
    await tap(more)
    await tap(page.locator('form [type="submit"]'))
    await tap(page.locator('form [type="submit"]'))
    await page.locator('.placed').getByText(enterprise.placed.changed).waitFor()
    const changed = (await linesOf(context, round)).find(one => one.code === code)
    if (changed?.targetKg !== 96_000) faults.push(`changed to ${changed?.targetKg} kg`)

    await page.goto(`/my/lines/${line.id}`)
    await settled(page)
    await tap(page.getByRole('button', { name: enterprise.line.withdraw, exact: true }))
    await tap(page.getByRole('dialog').locator('[type="submit"]'))
    await page.getByText(words('trade').lineStatus.WITHDRAWN).first().waitFor()
    const after = await linesOf(context, round)
    if (after.find(one => one.code === code)?.status !== 'WITHDRAWN' || after.length !== before + 1) faults.push('not withdrawn, or more lines than one')
    await context.close()
    return faults
  },

  'a buyer says nothing this time, and is not offered the round of an association it is no member of': async ({ browser, base, world, pictures }) => {
    const { context, page, faults } = await visitor(browser, base)
    await signIn(context, world.actor('buyer-e023'))
    const first = world.round('COLLECTING')
    const foreign = world.rounds.find(one => one.status === 'COLLECTING' && one.associationId !== first.associationId)
    await page.goto(`/my/rounds/${foreign.id}`)
    await settled(page)
    await page.getByText(enterprise.round.notOurs.replace('{association}', foreign.associationName)).waitFor()
    if (await page.locator('section.answer').locator('a, button').count()) faults.push('the round of another association offers something to do')
    await page.goto(`/my/rounds/${first.id}`)
    await settled(page)
    await page.getByRole('button', { name: enterprise.round.decline, exact: true }).first().click()
    await page.screenshot({ path: join(pictures, 'walk-decline.png') })
    await page.getByRole('dialog').locator('[type="submit"]').click()
    await page.getByText(enterprise.round.declined).first().waitFor()
    await context.close()
    return faults
  },

  'like last time takes two taps, and a double tap places nothing twice': async ({ browser, base, world }) => {
    const round = world.round('COLLECTING')
    const { context, page, faults, hand, tap } = await onPhone(browser, base, world, 'buyer-e023')
    const last = (await (await context.request.get(`/api/rounds/${round.id}/demand-suggestions`)).json()).items
    if (last.length === 0) faults.push('the demo buyer asked for nothing last time')
    await page.goto('/my')
    await settled(page)
    await tap(page.locator(`main a[href$="/rounds/${round.id}/demand"]`).first())
    hand.taps++
    await page.locator('section.last > .button.filled').dblclick()
    await page.locator('.placed').waitFor()
    const lines = await linesOf(context, round)
    if (hand.taps !== 2) faults.push(`${hand.taps} taps`)
    if (lines.length !== last.length || lines.some(line => line.status !== 'SUBMITTED')) faults.push(`${lines.length} lines for ${last.length} of last time`)
    await context.close()
    return faults
  },

  'a visitor finds the open round with its bands, and what past rounds pooled': async ({ browser, base }) => {
    const { context, page, faults } = await visitor(browser, base)
    await page.goto('/')
    await settled(page)
    const wall = page.locator('section.wall')
    await wall.getByText(/吨/).first().waitFor()
    await wall.getByRole('link').first().click()
    await page.waitForURL(/\/rounds\//)
    await settled(page)
    await page.getByRole('table').first().getByText(/\d 吨|吨以/).first().waitFor()
    if (/\d{4,} (kg|公斤)/.test(await page.locator('main').innerText())) faults.push('kilograms are shown to the public')
    await page.goto('/')
    await settled(page)
    const past = await (await page.request.get(`${base}/api/past-totals`)).json()
    const largest = past.items.reduce((one, other) => ((other.massKg ?? 0) > (one.massKg ?? 0) ? other : one))
    const named = page.locator(`section[aria-labelledby="past"] a[href$="${largest.roundId}"]`)
    if (await named.count()) await named.click()
    else await page.goto(`/rounds/${largest.roundId}`)
    await page.waitForURL(/\/rounds\//)
    // What was pooled is told by grade and in sum, to the tonne; lots are not for the public.
    await page.locator('section[aria-labelledby="pool-title"]').getByText(Math.round(largest.massKg / 1000).toLocaleString('en-US')).first().waitFor()
    await settled(page)
    if (await page.locator('section[aria-labelledby="lots-title"]').count()) faults.push('lots are shown to the public')
    await context.close()
    return faults
  },

  'somebody without a mouse signs in and reaches the first thing to do': async ({ browser, base, world }) => {
    const { context, page, faults } = await visitor(browser, base)
    const actor = world.actor('buyer-e004')
    await page.goto('/login')
    await settled(page)
    await page.locator('input[autocomplete="username"]').focus()
    await page.keyboard.type(actor.account)
    await page.keyboard.press('Tab')
    await page.keyboard.type(actor.password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/my$/)
    await settled(page)
    let reached = false
    for (let i = 0; i < 20 && !reached; i++) {
      await page.keyboard.press('Tab')
      reached = await page.evaluate(() => document.activeElement?.closest('main') !== null && document.activeElement?.matches('a, button') === true)
    }
    if (!reached) faults.push('twenty tabs do not reach the page')
    await context.close()
    return faults
  },
}
