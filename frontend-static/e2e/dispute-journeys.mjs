// Envelopes that two of three trustees deny: the supplier's record ends one dispute, the association leaves another shut.
import { readFileSync } from 'node:fs'
import { settled, faultsOf } from './look.mjs'
import { deny } from './liar.mjs'
import { asker, tendered } from './offers.mjs'
import { as, at, confirmed, pictureOf, words, zh } from './walk.mjs'

const [opening, bid] = ['opening', 'bid'].map(words)
const PATIENCE = { timeout: 240_000 }
const TRUSTEES = ['secretary-1', 'bank-risk', 'supervisor']
const SECONDS_TO_SEAL = 60
const REASON = '三方都已放行，仍有两方称打不开，供应商未出示留底'
const json = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

/** Pastes a sheet for every lot, seals it, and gives the record that the supplier keeps. */
async function sealed(on, account, round, price) {
  const { context, page } = await as(on, account)
  await at(page, `/start/rounds/${round.id}/offer`)
  await page.getByRole('heading', { name: bid.lots }).waitFor()
  const codes = await page.locator('tbody tr th strong').allInnerTexts()
  const sheet = [['采购包', '单价', '最少', '最多', '运费', '水分', '日供'], ...codes.map(code => [code, price, '32', '2000', '96', '0.5', '64'])]
  await page.getByText(bid.paste.title).first().click()
  await page.getByLabel(bid.paste.label).fill(sheet.map(row => row.join('\t')).join('\n'))
  await page.getByRole('button', { name: bid.paste.read, exact: true }).click()
  await page.getByText(bid.paste.taken.replace('{n}', String(codes.length))).waitFor()
  await page.getByRole('button', { name: bid.check.next }).click()
  await page.getByRole('button', { name: bid.seal.send }).click()
  await page.getByText(bid.seal.done).waitFor(PATIENCE)
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: bid.seal.record }).click()])
  const record = readFileSync(await saved.path(), 'utf8')
  await context.close()
  return record
}

async function released(page, key, then) {
  await page.locator('.release input[type="file"]').setInputFiles(json('key.json', key.file))
  await page.getByLabel(opening.release.passphrase).fill(key.passphrase)
  await page.getByRole('button', { name: opening.release.unlock, exact: true }).click()
  await page.getByRole('button', { name: opening.release.go, exact: true }).click(PATIENCE)
  await page.getByText(then).waitFor(PATIENCE)
}

export const disputeJourneys = {
  'two trustees deny what was sealed to them: a supplier\'s record opens its envelope and names them, the association leaves the other shut with a reason': async on => {
    const picture = pictureOf(on)
    const faults = []
    const round = await tendered(on, { title: '两方否认的一轮', seconds: SECONDS_TO_SEAL })
    const [record] = await Promise.all([sealed(on, 'seller-s032', round, '1180'), sealed(on, 'seller-s001', round, '1195')])
    const [shows, other, ...trustees] = await Promise.all(['seller-s032', 'seller-s001', ...TRUSTEES].map(account => asker(on, account)))
    const keys = await Promise.all(trustees.map(trustee => trustee.get('/api/demo/trustee-key')))
    const pages = await Promise.all(TRUSTEES.map(account => as(on, account)))
    const [association, ...deniers] = pages
    for (const { page } of pages) {
      await at(page, `/rounds/${round.id}/opening`)
      await page.getByRole('heading', { name: opening.release.title }).waitFor(PATIENCE)
    }

    for (const n of [1, 2]) await deny(trustees[n], keys[n], round.id, shows.partyId, 'HEADERS')
    for (const [n, { page }] of deniers.entries()) {
      await released(page, keys[n + 1], opening.release.step.waiting)
      // What is asked next is to wait until they have denied it.
      await page.getByRole('button', { name: opening.release.forget }).click()
    }
    await released(association.page, keys[0], opening.release.step.waiting)
    await association.page.getByRole('heading', { name: opening.disputed.title }).waitFor(PATIENCE)
    await picture(association.page, 'walk-dispute')
    faults.push(...await faultsOf(association.page, zh))

    const supplier = await as(on, 'seller-s032', { ...zh, size: 'phone' })
    await at(supplier.page, `/rounds/${round.id}/opening`)
    await supplier.page.locator('.record input[type="file"]').setInputFiles(json('key.json', keys[1].file))
    await supplier.page.getByText(opening.disputed.strange).waitFor()
    await picture(supplier.page, 'walk-dispute-phone')
    faults.push(...await faultsOf(supplier.page, zh))
    await supplier.page.locator('.record input[type="file"]').setInputFiles(json('record.json', record))
    await supplier.page.getByRole('heading', { name: opening.disputed.title }).waitFor({ state: 'hidden', ...PATIENCE })
    await association.page.getByText(opening.lie.SAID_IT_DOES_NOT_OPEN).first().waitFor(PATIENCE)
    await association.page.getByText(opening.release.step.done).waitFor(PATIENCE)

    for (const n of [1, 2]) await deny(trustees[n], keys[n], round.id, other.partyId, 'SECTIONS')
    await released(deniers[0].page, keys[1], opening.release.step.done)
    await association.page.getByRole('heading', { name: opening.disputed.title }).waitFor(PATIENCE)
    await confirmed(association.page, opening.disputed.leave, REASON)
    await association.page.locator('.rule', { hasText: opening.phase.OPENED }).waitFor(PATIENCE)
    await settled(association.page)
    await association.page.locator('main table').getByText(REASON).waitFor()
    await picture(association.page, 'walk-dispute-ended')
    faults.push(...await faultsOf(association.page, zh))

    const own = await other.get(`/api/rounds/${round.id}/bids?limit=50`)
    if (!own.items.every(one => one.status === 'REJECTED' && one.unread === 'LEFT_SHUT')) faults.push('what was left shut is not said to be so to its supplier')
    const opened = await shows.get(`/api/rounds/${round.id}/bids?limit=50`)
    if (opened.items.length !== own.items.length || !opened.items.every(one => one.status === 'OPENED')) faults.push('the record did not open the offer')
    faults.push(...pages.flatMap(one => one.faults), ...supplier.faults)
    for (const one of [...pages, supplier, shows, other, ...trustees]) await one.context.close()
    return faults
  },
}
