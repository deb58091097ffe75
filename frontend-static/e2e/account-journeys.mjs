// What people do about their accounts, by links in messages, and when the network fails; click by click, in the demo world.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'

const words = part => JSON.parse(readFileSync(new URL(`../src/i18n/zh-CN/${part}.json`, import.meta.url), 'utf8'))
const [account, enterprise, kit] = ['account', 'enterprise', 'kit'].map(words)
const zh = { language: 'zh-CN' }

/** The newest message of a purpose to whom the test says; its link leads to this server. */
async function linkOf(base, purpose, mentions) {
  for (let i = 0; i < 40; i++) {
    const { items } = await (await fetch(`${base}/api/demo/outbox?limit=50`)).json()
    const found = items.find(one => one.purpose === purpose && one.body.includes(mentions))
    if (found) return new URL(found.body.match(/https?:\/\/\S+/)[0]).pathname
    await new Promise(done => setTimeout(done, 250))
  }
  throw new Error(`no message of ${purpose} for ${mentions}`)
}

/** The code an authenticator shows (RFC 6238, six digits, thirty seconds). */
function totp(secret, at = Date.now()) {
  const bits = [...secret.replace(/\s/g, '')].map(sign => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from(bits.match(/.{8}/g).map(byte => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

const inPhone = (browser, base) => visitor(browser, base, { size: 'phone' })

async function byPassword(page, name, password) {
  await page.goto('/login')
  await settled(page)
  await page.locator('input[autocomplete="username"]').fill(name)
  await page.locator('input[type="password"]').fill(password)
  await page.locator('form [type="submit"]').first().click()
}

/** Somebody new of an enterprise: invited by its administrator, account made from the link. */
async function invited({ browser, base, world, pictures }, faults) {
  const mark = `${Date.now() % 1_000_000}`.padStart(6, '0')
  const who = { name: `周试${mark}`, account: `new-${mark}`, password: 'bricks fired at noon' }
  const chief = await visitor(browser, base)
  await signIn(chief.context, world.actor('buyer-e019'))
  await chief.page.goto('/my/file')
  await settled(chief.page)
  await chief.page.getByRole('button', { name: enterprise.people.invite }).click()
  await chief.page.getByLabel(enterprise.people.name).fill(who.name)
  await chief.page.getByLabel(enterprise.people.phone).fill(`137 00${mark.slice(0, 2)} ${mark.slice(2)}`)
  await chief.page.getByRole('button', { name: enterprise.people.send }).click()
  await chief.page.getByText(enterprise.people.OPEN, { exact: true }).first().waitFor()
  const guest = await inPhone(browser, base)
  await guest.page.goto(await linkOf(base, 'invitation', who.name))
  await settled(guest.page)
  await guest.page.screenshot({ path: join(pictures, 'walk-invitation.png') })
  faults.push(...await faultsOf(guest.page, zh))
  await guest.page.locator('input[autocomplete="username"]').fill(who.account)
  await guest.page.locator('input[autocomplete="new-password"]').fill(who.password)
  await guest.page.getByRole('button', { name: account.invitation.accept }).click()
  await guest.page.getByText(account.invitation.done.replace('{account}', who.account)).waitFor()
  faults.push(...guest.faults, ...chief.faults)
  return { who, chief, guest }
}

/** A line that the secretariat entered for a member after a call, and the link the member got. */
async function enteredForMember(browser, base, world) {
  const round = world.round('COLLECTING')
  const member = await visitor(browser, base)
  await signIn(member.context, world.actor('buyer-e004'))
  const { party } = await (await member.context.request.get('/api/session')).json()
  await member.context.close()
  const { context } = await visitor(browser, base)
  const csrf = await signIn(context, world.actor('secretary-1'))
  const { deliveryPeriod, grades } = round.terms
  const answer = await context.request.post(`/api/rounds/${round.id}/demand-lines`, {
    headers: { 'X-CSRF-Token': csrf, 'Idempotency-Key': `call-${Date.now()}` },
    data: { enterpriseId: party.partyId, acceptedGrades: [grades[0]], targetKg: 64_000, deliveryFromOn: deliveryPeriod.fromOn, deliveryToOn: deliveryPeriod.toOn, size: 'LUMP', packing: 'BULK', payment: 'CASH' },
  })
  if (!answer.ok()) throw new Error(`the secretariat could not enter a line: ${answer.status()} ${await answer.text()}`)
  const line = await answer.json()
  await context.close()
  return { line, link: await linkOf(base, 'confirmation-link', line.code) }
}

export const accountJourneys = {
  'somebody invited makes an account, scans a second factor, and is asked for it at the next log-in': async on => {
    const faults = []
    const { who, chief, guest } = await invited(on, faults)
    const { page } = guest
    await page.getByRole('link', { name: account.login.enter }).click()
    await byPassword(page, who.account, who.password)
    await page.waitForURL(/\/my$/)
    await page.goto('/account')
    await settled(page)
    await page.getByRole('button', { name: account.factor.begin }).click()
    const secret = await page.locator('code.secret').innerText()
    await page.locator('svg[role="img"], [role="img"] svg, .qr').first().waitFor()
    await page.screenshot({ path: join(on.pictures, 'walk-second-factor.png') })
    faults.push(...await faultsOf(page, zh))
    await page.getByLabel(account.factor.first).fill('000000')
    await page.getByRole('button', { name: account.factor.confirm }).click()
    await page.getByRole('alert').first().waitFor()
    const now = Date.now()
    await page.getByLabel(account.factor.first).fill(totp(secret, now))
    await page.getByRole('button', { name: account.factor.confirm }).click()
    await page.getByText(account.factor.on, { exact: true }).waitFor()

    const again = await inPhone(on.browser, on.base)
    await byPassword(again.page, who.account, who.password)
    await again.page.getByRole('heading', { name: account.factor.title }).waitFor()
    await again.page.screenshot({ path: join(on.pictures, 'walk-factor-asked.png') })
    await again.page.locator('input[autocomplete="one-time-code"]').fill(totp(secret, now + 30_000))
    await again.page.getByRole('button', { name: account.factor.show, exact: true }).click()
    await again.page.waitForURL(/\/my$/)
    for (const one of [chief, guest, again]) await one.context.close()
    return [...faults, ...again.faults].filter(fault => !/status of (400|403|422)/.test(fault))
  },

  'a forgotten password is set anew by the link, once, and the old one is good no more': async on => {
    const faults = []
    const { who, chief, guest } = await invited(on, faults)
    const { page } = guest
    await page.goto('/login')
    await settled(page)
    await page.getByRole('link', { name: account.login.forgot }).click()
    // Both pages have a field for the account: what is typed before the page has changed is typed into the wrong one.
    await page.getByRole('button', { name: account.reset.send }).waitFor()
    await page.locator('input[autocomplete="username"]').fill(who.account)
    await page.getByRole('button', { name: account.reset.send }).click()
    await page.getByText(account.reset.noted).waitFor()
    const link = await linkOf(on.base, 'password-reset', who.name)
    await page.goto(link)
    await settled(page)
    await page.screenshot({ path: join(on.pictures, 'walk-new-password.png') })
    faults.push(...await faultsOf(page, zh))
    await page.locator('input[autocomplete="new-password"]').fill('short')
    await page.getByRole('button', { name: account.newPassword.save }).click()
    if (await page.getByText(account.newPassword.done).count()) faults.push('five letters were taken as a password')
    await page.locator('input[autocomplete="new-password"]').fill('kilns cooled by dawn')
    await page.getByRole('button', { name: account.newPassword.save }).click()
    await page.getByText(account.newPassword.done).waitFor()
    await byPassword(page, who.account, who.password)
    await page.getByRole('alert').first().waitFor()
    await byPassword(page, who.account, 'kilns cooled by dawn')
    await page.waitForURL(/\/my$/)
    await page.goto(link)
    await settled(page)
    await page.locator('input[autocomplete="new-password"]').fill('another one at night')
    await page.getByRole('button', { name: account.newPassword.save }).click()
    await page.getByRole('alert').first().waitFor()
    for (const one of [chief, guest]) await one.context.close()
    return faults.filter(fault => !/status of (400|403|404|409|410|422)/.test(fault))
  },

  'a device that is signed out is out at its next step, and comes back to where it was': async ({ browser, base, world }) => {
    const lost = await visitor(browser, base)
    const kept = await visitor(browser, base)
    for (const one of [lost, kept]) await signIn(one.context, world.actor('seller-s032'))
    await lost.page.goto('/start')
    await settled(lost.page)
    await kept.page.goto('/account')
    await settled(kept.page)
    const rows = kept.page.locator('section[aria-labelledby="sessions"] tbody tr')
    const other = rows.filter({ hasNotText: account.sessions.current })
    for (let n = await other.count(); n > 0; n--) {
      await other.first().getByRole('button', { name: account.sessions.end }).click()
      await kept.page.waitForFunction(most => document.querySelectorAll('section[aria-labelledby="sessions"] tbody tr').length === most, n)
    }
    await lost.page.goto('/account')
    await lost.page.waitForURL(/\/login\?/)
    await lost.page.locator('input[autocomplete="username"]').fill('seller-s032')
    await lost.page.locator('input[type="password"]').fill(world.actor('seller-s032').password)
    await lost.page.locator('form [type="submit"]').first().click()
    await lost.page.waitForURL(/\/account$/)
    for (const one of [lost, kept]) await one.context.close()
    return [...lost.faults, ...kept.faults]
  },

  'a line taken by phone is confirmed by the link without signing in, another is refused': async ({ browser, base, world, pictures }) => {
    const faults = []
    for (const [press, said] of [['confirm', 'yes'], ['reject', 'no']]) {
      const { line, link } = await enteredForMember(browser, base, world)
      const { context, page, faults: seen } = await inPhone(browser, base)
      await page.goto(link)
      await settled(page)
      await page.screenshot({ path: join(pictures, `walk-link-${press}.png`) })
      faults.push(...await faultsOf(page, zh))
      await page.getByRole('button', { name: enterprise.byLink[press] }).first().click()
      if (press === 'reject') await page.getByRole('dialog').locator('[type="submit"]').click()
      await page.getByText(enterprise.byLink[said].replace('{code}', line.code)).waitFor()
      await page.reload()
      await settled(page)
      await page.getByText(enterprise.byLink[said].replace('{code}', line.code)).waitFor()
      if (await page.getByRole('button', { name: enterprise.byLink.confirm }).count()) faults.push('what was answered can be answered again')
      faults.push(...seen)
      await context.close()
    }
    return faults
  },

  'an enterprise signs the agreement it has read and takes its lines home as a file': async ({ browser, base, world, pictures }) => {
    const { context, page, faults } = await visitor(browser, base)
    await signIn(context, world.actor('buyer-e023'))
    const first = world.round('COLLECTING')
    await page.goto(`/my/rounds/${first.id}`)
    await settled(page)
    const paper = page.locator('#agreement')
    const sign = paper.getByRole('button', { name: enterprise.agreement.sign })
    if (await sign.count()) {
      if (await paper.locator('details[open]').count() === 0) await paper.locator('summary').click()
      await page.screenshot({ path: join(pictures, 'walk-agreement.png'), fullPage: true })
      await sign.click()
    }
    await paper.getByText(enterprise.agreement.signed.replace('{name}', '').trim()).waitFor()
    if (await paper.locator('details[open]').count() === 0) await paper.locator('summary').click()
    if ((await paper.locator('code').innerText()).length !== 64) faults.push('no fingerprint of the text')
    await page.goto('/my/lines')
    await settled(page)
    await page.getByRole('button', { name: kit.table.export }).click()
    await page.screenshot({ path: join(pictures, 'walk-export.png') })
    const choice = page.locator('.panel button', { hasText: /CSV|Excel/ })
    const choices = await choice.count()
    if (choices < 1) faults.push('nothing to export')
    for (let i = 0; i < choices; i++) {
      if (i > 0) await page.getByRole('button', { name: kit.table.export }).click()
      const [file] = await Promise.all([page.waitForEvent('download'), choice.nth(i).click()])
      const bytes = readFileSync(await file.path())
      if (bytes.length < 100) faults.push(`${file.suggestedFilename()} holds ${bytes.length} bytes`)
    }
    await context.close()
    return faults
  },

  'without a network a form keeps what was typed, says so, and goes through once the network is back': async ({ browser, base, world, pictures }) => {
    const { context, page, faults } = await inPhone(browser, base)
    const round = world.round('COLLECTING')
    await signIn(context, world.actor('buyer-e004'))
    const count = async () => (await (await context.request.get(`/api/rounds/${round.id}/demand-lines?limit=200`)).json()).items.length
    const before = await count()
    await page.goto(`/my/rounds/${round.id}/demand`)
    await settled(page)
    await page.locator('button.chip', { hasText: round.terms.grades[0] }).first().click()
    await page.locator('form [type="submit"]').click()
    const more = page.getByRole('button', { name: enterprise.mass.more.replace('{label}', enterprise.mass.target) })
    await more.click()
    await page.locator('form [type="submit"]').click()
    await context.setOffline(true)
    await page.locator('form [type="submit"]').click()
    const told = page.getByText(kit.problem.unreachable.title).first()
    await told.waitFor()
    const { bottom } = await told.evaluate(one => one.getBoundingClientRect())
    if (bottom > page.viewportSize().height) faults.push('what went wrong is below the screen')
    await page.screenshot({ path: join(pictures, 'walk-offline.png') })
    await context.setOffline(false)
    await page.locator('form [type="submit"]').click()
    await page.locator('.placed').waitFor()
    const after = await count()
    if (after !== before + 1) faults.push(`${after - before} lines were placed`)
    await context.close()
    return faults.filter(fault => !/ERR_INTERNET_DISCONNECTED/.test(fault))
  },
}
