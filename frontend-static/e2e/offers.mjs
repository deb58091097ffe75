// Trustees' keys that no round of the demo world is sealed to, and a round of our own that asks for offers: by the interface, so that what is walked by click comes after.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { signIn, visitor } from './browser.mjs'
import { settled } from './look.mjs'

const words = part => JSON.parse(readFileSync(new URL(`../src/i18n/zh-CN/${part}.json`, import.meta.url), 'utf8'))
const [trustee] = ['trustee'].map(words)
const DAY = 86_400_000
const day = ms => new Date(Date.now() + ms + 8 * 3_600_000).toISOString().slice(0, 10)

/** Who keeps the keys of these rounds: none of them keeps one for the demo world's own rounds. */
export const KEEPERS = ['secretary-2', 'bank-credit', 'regulator']
export const PASSPHRASE = 'kiln moss lantern forty'

/** Asks in somebody's name; what is refused is an error here. */
export async function asker({ browser, base, world }, account) {
  const { context } = await visitor(browser, base)
  const csrf = await signIn(context, world.actor(account))
  const send = method => async (path, data) => {
    const answer = await context.request[method](path, { headers: { 'X-CSRF-Token': csrf, 'Idempotency-Key': randomUUID() }, ...(data && { data }) })
    if (!answer.ok()) throw new Error(`${account} ${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  const get = async path => (await context.request.get(path)).json()
  const { party } = await get('/api/session')
  return { context, post: send('post'), get, partyId: party.partyId, close: () => context.close() }
}

/** A key made, saved, shown again and registered by click; gives the file's text. */
export async function makeKey(page) {
  await page.goto('/trustee-key')
  await settled(page)
  const replace = page.getByRole('button', { name: trustee.own.replace })
  if (await replace.count()) await replace.click()
  await page.getByLabel(trustee.make.passphrase).fill(PASSPHRASE)
  await page.getByLabel(trustee.make.again).fill(PASSPHRASE)
  await page.getByRole('button', { name: trustee.make.make, exact: true }).click()
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: trustee.make.save }).click({ timeout: 60_000 })])
  const path = await saved.path()
  const text = readFileSync(path, 'utf8')
  await page.locator('input[type="file"]').setInputFiles({ name: saved.suggestedFilename(), mimeType: 'application/json', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: trustee.make.register, exact: true }).click()
  await page.getByText(trustee.done).waitFor()
  return { name: saved.suggestedFilename(), text }
}

const made = new Map()
/** The keepers' key files: made once for all journeys. */
export async function keysOf(on) {
  for (const account of KEEPERS) {
    if (made.has(account)) continue
    const { context, page } = await visitor(on.browser, on.base)
    await signIn(context, on.world.actor(account))
    made.set(account, await makeKey(page))
    await context.close()
  }
  return made
}

/** A round of the first association with two lots that asks for offers for so many seconds, sealed to the keys of the demo's trustees. */
export async function tendered(on, { title, seconds }) {
  const desk = await asker(on, 'secretary-1')
  const like = on.world.round('COLLECTING').terms
  const grades = like.grades.slice(0, 2)
  const { id } = await desk.post('/api/rounds', {
    title, grades, deliveryZones: like.deliveryZones, viableKg: 100_000,
    collectingOpensAt: new Date(Date.now() + 3_600_000).toISOString(), collectingEndsAt: new Date(Date.now() + 3 * DAY).toISOString(), deliveryPeriod: { fromOn: day(20 * DAY), toOn: day(60 * DAY) },
  })
  await desk.post(`/api/rounds/${id}/announce`)
  await desk.post(`/api/rounds/${id}/open`, { reason: '样例' })
  for (const [account, grade, targetKg] of [['buyer-e004', grades[0], 640_000], ['buyer-e019', grades[0], 480_000], ['buyer-e019', grades[1], 320_000]]) {
    const buyer = await asker(on, account)
    await buyer.post(`/api/rounds/${id}/demand-lines`, { acceptedGrades: [grade], minimumKg: targetKg / 2, targetKg, maximumKg: targetKg, deliveryFromOn: day(22 * DAY), deliveryToOn: day(50 * DAY), size: 'LUMP', packing: 'BULK', payment: 'CASH' })
    await buyer.close()
  }
  await desk.post(`/api/rounds/${id}/lock`, { reason: '样例' })
  await desk.post(`/api/rounds/${id}/pool`)
  await desk.post(`/api/rounds/${id}/freeze`)
  const due = Date.now() + seconds * 1000
  const round = await desk.post(`/api/rounds/${id}/tender`, { offersDueAt: new Date(due).toISOString(), opensAt: new Date(due + 1000).toISOString(), billRateBp: 240 })
  await desk.close()
  return round
}
