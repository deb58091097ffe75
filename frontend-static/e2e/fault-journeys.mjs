// What happens to somebody at work when the server goes, a session ends or a link is too old.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { lineTo } from './line.mjs'
import { faultsOf, settled } from './look.mjs'

const words = (part, language = 'zh-CN') => JSON.parse(readFileSync(new URL(`../src/i18n/${language}/${part}.json`, import.meta.url), 'utf8'))
const [account, enterprise, shell] = ['account', 'enterprise', 'shell'].map(part => words(part))
const expected = fault => /ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE|ERR_FAILED|status of (401|409|422)/.test(fault)
const cell = page => page.locator('.heat td button, table tbody tr').first()

async function atDemandForm(page, round) {
  await page.goto(`/my/rounds/${round.id}/demand`)
  await settled(page)
  await page.locator('button.chip', { hasText: round.terms.grades[0] }).first().click()
  await page.locator('form [type="submit"]').click()
  const target = page.locator('form input[inputmode="decimal"]').first()
  await target.fill('77.7')
  return target
}

const serverGone = look => async ({ browser, base, world, pictures }) => {
  const line = await lineTo(base)
  const { context, page, faults } = await visitor(browser, line.base, look)
  const said = words('shell', look.language).away
  const round = world.round('COLLECTING')
  await signIn(context, world.actor('buyer-e019'))
  const target = await atDemandForm(page, round)
  await line.cut()
  await page.getByText(said.title).waitFor()
  await page.screenshot({ path: join(pictures, `walk-server-gone-${look.language}-${look.size}-${look.theme}.png`) })
  faults.push(...await faultsOf(page, look))
  // Another page cannot be loaded now; this one stays, with what was typed.
  await page.getByRole('link', { name: words('shell', look.language).places.today, exact: true }).click()
  if (await target.inputValue() !== '77.7') faults.push('what was typed is gone with the server')
  await line.lay()
  await page.getByText(said.title).waitFor({ state: 'detached', timeout: 30_000 })
  if (await target.inputValue() !== '77.7') faults.push('what was typed is gone when the server is back')
  await page.locator('form [type="submit"]').click()
  await page.locator('form [type="submit"]').click()
  await page.locator('.placed').waitFor()
  await context.close()
  await line.cut()
  return faults.filter(fault => !expected(fault))
}

async function ended({ context, page }, csrf) {
  const answer = await context.request.delete('/api/session', { headers: { 'X-CSRF-Token': csrf } })
  if (!answer.ok()) throw new Error(`the session does not end: ${answer.status()}`)
  return page.getByRole('dialog', { name: /.+/ }).filter({ has: page.locator('input[type="password"]') })
}

async function again(dialog, actor) {
  await dialog.locator('input[autocomplete="username"]').fill(actor.account)
  await dialog.locator('input[type="password"]').fill(actor.password)
  await dialog.locator('[type="submit"]').click()
  await dialog.waitFor({ state: 'detached' })
}

const sessionEnds = look => async ({ browser, base, world, pictures }) => {
  const one = await visitor(browser, base, look)
  const { page, faults, context } = one
  const actor = world.actor('secretary-2')
  const said = words('memberDesk', look.language)
  const csrf = await signIn(context, actor)
  await page.goto('/association/enterprises/new')
  await settled(page)
  const mark = `T${Date.now() % 1_000_000}${look.size[0].toUpperCase()}`
  await page.getByLabel(said.field.name, { exact: true }).fill(`会话样例${mark}`)
  await page.getByLabel(said.field.code, { exact: true }).fill(mark)
  const dialog = await ended(one, csrf)
  await page.locator('main form [type="submit"]').click()
  await dialog.waitFor()
  await page.screenshot({ path: join(pictures, `walk-session-ended-${look.language}-${look.size}-${look.theme}.png`) })
  faults.push(...await faultsOf(page, look))
  await page.keyboard.press('Escape')
  await again(dialog, actor)
  if (await page.getByLabel(said.field.code, { exact: true }).inputValue() !== mark) faults.push('what was typed went with the session')
  await page.locator('main form [type="submit"]').click()
  await page.waitForURL(/enterprises\/[0-9a-f]{8}-/)
  await settled(page)
  await page.getByRole('heading', { name: `会话样例${mark}` }).waitFor()
  await context.close()
  return faults.filter(fault => !expected(fault))
}

export const faultJourneys = {
  'a server that is killed under an open form is told, comes back by itself, and nothing typed is lost': serverGone({ language: 'zh-CN', size: 'phone', theme: 'light' }),
  'the same in English at a desk in the dark': serverGone({ language: 'en', size: 'desktop', theme: 'dark' }),

  'live figures go on by themselves once the server is back': async ({ browser, base, world }) => {
    const line = await lineTo(base)
    const { context, page, faults } = await visitor(browser, line.base)
    await signIn(context, world.actor('secretary-1'))
    await page.goto(`/association/rounds/${world.round('COLLECTING').id}`)
    await settled(page)
    await page.getByText(words('kit').live.live).waitFor()
    await line.cut()
    await page.getByText(shell.away.title).waitFor()
    await cell(page).waitFor()
    await line.lay()
    await page.getByText(shell.away.title).waitFor({ state: 'detached', timeout: 30_000 })
    await page.getByText(words('kit').live.live).waitFor({ timeout: 30_000 })
    if (await page.getByRole('alert').count()) faults.push('an error stays on the page')
    await context.close()
    await line.cut()
    return faults.filter(fault => !expected(fault))
  },

  'a session that ends in mid-form is renewed over the form, which keeps what was typed': sessionEnds({ language: 'zh-CN', size: 'desktop', theme: 'light' }),
  'the same in English on a phone in the dark': sessionEnds({ language: 'en', size: 'phone', theme: 'dark' }),

  'when another person signs in over an ended session, nothing of the first is left on the page': async ({ browser, base, world }) => {
    const one = await visitor(browser, base)
    const { page, faults, context } = one
    const csrf = await signIn(context, world.actor('buyer-e019'))
    const target = await atDemandForm(page, world.round('COLLECTING'))
    const dialog = await ended(one, csrf)
    await page.locator('form [type="submit"]').click()
    await page.locator('form [type="submit"]').click()
    await dialog.waitFor()
    await again(dialog, world.actor('buyer-e023'))
    await page.waitForURL(/\/my$/)
    await settled(page)
    if (await target.count()) faults.push('the form of the first is still there')
    if (!(await page.locator('main').innerText()).includes('023')) faults.push('not the home of who signed in')
    await context.close()
    return faults.filter(fault => !expected(fault))
  },

  'an invitation that is too old, used or unknown says what to do': async ({ browser, base, pictures }) => {
    const faults = []
    const offer = { name: '周试', partyName: '新密样例耐材019有限公司', partyKind: 'ENTERPRISE', roles: ['MEMBER_BUYER'], expiresAt: '2026-01-02T03:04:05Z' }
    for (const state of ['EXPIRED', 'ACCEPTED']) {
      const { context, page, faults: seen } = await visitor(browser, base, { size: 'phone' })
      await page.route('**/api/invitations/*', route => route.fulfill({ json: { ...offer, state } }))
      await page.goto('/invitation/an-old-one')
      await settled(page)
      await page.getByText(account.invitation[state]).waitFor()
      await page.screenshot({ path: join(pictures, `walk-invitation-${state.toLowerCase()}.png`) })
      if (await page.locator('form').count()) faults.push(`an invitation that is ${state} can be taken`)
      faults.push(...seen, ...await faultsOf(page, { language: 'zh-CN' }))
      await context.close()
    }
    const { context, page, faults: seen } = await visitor(browser, base, { size: 'phone' })
    await page.goto(`/invitation/${'x'.repeat(43)}`)
    await settled(page)
    await page.getByRole('alert').waitFor()
    await page.screenshot({ path: join(pictures, 'walk-invitation-unknown.png') })
    faults.push(...seen, ...await faultsOf(page, { language: 'zh-CN' }))
    await context.close()
    return faults
  },

  'the upload page of another association’s round offers nothing to send': async ({ browser, base, world, pictures }) => {
    const { context, page, faults } = await visitor(browser, base)
    await signIn(context, world.actor('buyer-e023'))
    const first = world.round('COLLECTING')
    const foreign = world.rounds.find(one => one.status === 'COLLECTING' && one.associationId !== first.associationId)
    for (const place of ['import', 'demand']) {
      await page.goto(`/my/rounds/${foreign.id}/${place}`)
      await settled(page)
      await page.getByText(enterprise.round.notOurs.replace('{association}', foreign.associationName)).waitFor()
      await page.screenshot({ path: join(pictures, `walk-foreign-${place}.png`) })
      if (await page.locator('input[type="file"], main form').count()) faults.push(`the page ${place} of a round that is not ours takes something`)
    }
    await context.close()
    return faults
  },
}
