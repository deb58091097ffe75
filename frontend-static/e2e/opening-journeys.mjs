// A whole opening by click: two trustees in two browsers, a third one that only watches, and a supplier that reads what became of its offer.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'
import { asker } from './offers.mjs'

const words = part => JSON.parse(readFileSync(new URL(`../src/i18n/zh-CN/${part}.json`, import.meta.url), 'utf8'))
const [opening, openings, bid, kit] = ['opening', 'openings', 'bid', 'kit'].map(words)
const zh = { language: 'zh-CN' }
const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
const PATIENCE = 90_000

/** The demo's key of whoever plays this trustee; everybody may have it. */
async function demoKey(on, account) {
  const trustee = await asker(on, account)
  const key = await trustee.get('/api/demo/trustee-key')
  await trustee.close()
  return key
}

async function unlock(page, key, passphrase = key.passphrase) {
  await page.locator('.release input[type="file"]').setInputFiles(file('jucai-demo-trustee-key.json', key.file))
  await page.getByLabel(opening.release.passphrase).fill(passphrase)
  await page.getByRole('button', { name: opening.release.unlock, exact: true }).click()
}

/** Into the room from the trustee's own start page. */
async function enter(one, round) {
  await one.page.goto('/start')
  await settled(one.page)
  await one.page.locator('.card', { hasText: round.terms.title }).getByRole('link', { name: openings.enter }).click()
  await one.page.getByRole('heading', { name: opening.release.title }).waitFor()
}

async function notTheKey(page, keys, faults) {
  const wrong = async (key, passphrase, says) => {
    await unlock(page, key, passphrase)
    await page.getByRole('alert').filter({ hasText: says }).waitFor()
    await page.getByRole('button', { name: opening.release.other }).click()
  }
  await wrong(keys.bank, 'not the passphrase at all', opening.fault.KEY_FILE_LOCKED)
  await wrong(keys.supervisor, keys.supervisor.passphrase, opening.fault.OTHER_PARTY)
  await wrong({ file: '{"format":"jucai-receipt/1"}' }, 'whatever it may be', opening.fault.UNKNOWN_FORMAT)
  if (await page.getByRole('button', { name: opening.release.go, exact: true }).count()) faults.push('a key that is none may release')
}

async function record(page, faults, round) {
  const rows = page.locator('main table tbody tr')
  const envelopes = await page.locator('.wall li').count()
  if (await rows.count() !== envelopes || envelopes < 2) faults.push(`${envelopes} envelopes and ${await rows.count()} lines of the record`)
  await page.getByRole('button', { name: kit.table.export }).click()
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: kit.table.csv }).click()])
  const text = readFileSync(await csv.path(), 'utf8')
  if ((text.match(/[0-9a-f]{64}/g) ?? []).length !== envelopes) faults.push('the record as CSV lacks a hash')
  if (!csv.suggestedFilename().includes(round.code)) faults.push(`the record is saved as ${csv.suggestedFilename()}`)
  await page.getByRole('tab', { name: opening.record.by.lots }).click()
  await page.locator('main table tbody tr').first().waitFor()
  await settled(page)
}

export const openingJourneys = {
  'two trustees open a round by click in two browsers, while a third watches the envelopes open and the record grow': async on => {
    const faults = []
    const round = on.world.round('CLOSED')
    const [bank, supervisor, watcher] = await Promise.all([visitor(on.browser, on.base), visitor(on.browser, on.base, { size: 'phone' }), visitor(on.browser, on.base)])
    for (const [one, account] of [[bank, 'bank-risk'], [supervisor, 'supervisor'], [watcher, 'auditor']]) await signIn(one.context, on.world.actor(account))
    const keys = { bank: await demoKey(on, 'bank-risk'), supervisor: await demoKey(on, 'supervisor') }
    const sent = []
    bank.page.on('request', request => sent.push(request.postData() ?? ''))

    await watcher.page.goto(`/rounds/${round.id}/opening`)
    await watcher.page.locator('.wall li').first().waitFor({ timeout: PATIENCE })
    await settled(watcher.page)
    await watcher.page.screenshot({ path: join(on.pictures, 'walk-opening-begins.png'), fullPage: true })
    faults.push(...await faultsOf(watcher.page, zh))
    if (await watcher.page.locator('.lamps .lit').count()) faults.push('a lamp burns before anybody has come')

    await enter(bank, round)
    await notTheKey(bank.page, keys, faults)
    await unlock(bank.page, keys.bank)
    await bank.page.getByRole('button', { name: opening.release.go, exact: true }).click({ timeout: PATIENCE })
    await bank.page.getByText(opening.release.step.waiting).waitFor({ timeout: PATIENCE })
    await settled(bank.page)
    await bank.page.screenshot({ path: join(on.pictures, 'walk-opening-one.png'), fullPage: true })
    await watcher.page.locator('.lamps .lit').waitFor({ timeout: PATIENCE })
    if (await watcher.page.locator('.wall .ajar, .wall .open').count()) faults.push('an envelope opened by one trustee alone')

    await enter(supervisor, round)
    await unlock(supervisor.page, keys.supervisor)
    await supervisor.page.getByRole('button', { name: opening.release.go, exact: true }).click({ timeout: PATIENCE })
    for (const one of [supervisor, bank]) await one.page.getByText(opening.release.step.done).waitFor({ timeout: PATIENCE })
    await settled(supervisor.page)
    await supervisor.page.screenshot({ path: join(on.pictures, 'walk-opening-trustee-phone.png'), fullPage: true })

    await watcher.page.locator('.rule', { hasText: opening.phase.OPENED }).waitFor({ timeout: PATIENCE })
    await watcher.page.waitForFunction(() => document.querySelector('.wall .sealed') === null, null, { timeout: PATIENCE })
    await settled(watcher.page)
    await watcher.page.screenshot({ path: join(on.pictures, 'walk-opening-ends.png'), fullPage: true })
    await record(watcher.page, faults, round)
    faults.push(...await faultsOf(watcher.page, zh))
    await watcher.page.goto(`/rounds/${round.id}/opening?hall`)
    await settled(watcher.page)
    await watcher.page.screenshot({ path: join(on.pictures, 'walk-opening-hall.png') })
    faults.push(...await faultsOf(watcher.page, zh))

    const secret = JSON.parse(keys.bank.file).sealedSecret
    if (sent.some(body => body.includes(secret) || body.includes(keys.bank.passphrase))) faults.push('the key file or its passphrase left the browser')
    const seen = [bank, supervisor, watcher].flatMap(one => one.faults)
    for (const one of [bank, supervisor, watcher]) await one.context.close()
    return [...faults, ...seen]
  },

  'a supplier reads what became of its offer, and goes from there to the record of the opening': async on => {
    const { context, page, faults } = await visitor(on.browser, on.base, { size: 'phone' })
    const round = on.world.round('CLOSED')
    for (const account of ['seller-s001', 'seller-s032']) {
      await signIn(context, on.world.actor(account))
      await page.goto(`/start/rounds/${round.id}/offer`)
      await settled(page)
      if (await page.getByText(bid.own.title).count()) break
    }
    await page.getByRole('heading', { name: bid.opened.title }).waitFor()
    await page.getByText(bid.opened.is.OPENED).first().waitFor()
    await page.screenshot({ path: join(on.pictures, 'walk-own-bids.png'), fullPage: true })
    faults.push(...await faultsOf(page, zh))
    await page.getByRole('link', { name: openings.title }).click()
    await page.getByText(opening.ours, { exact: true }).waitFor()
    await context.close()
    return faults
  },
}
