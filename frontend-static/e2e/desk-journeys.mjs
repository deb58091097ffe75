// What the secretariat decides now and then: admitting, stopping a round, filling the gap of one lot; and what those who
// have no part in a round find to read.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'

const words = part => JSON.parse(readFileSync(new URL(`../src/i18n/zh-CN/${part}.json`, import.meta.url), 'utf8'))
const [memberDesk, roundDesk, enterprise, kit] = ['memberDesk', 'roundDesk', 'enterprise', 'kit'].map(words)
const DAY = 86_400_000
const minute = ms => new Date(Date.now() + ms + 8 * 3_600_000).toISOString().slice(0, 16)
const day = ms => minute(ms).slice(0, 10)
const inDialog = page => page.locator('dialog[open]')
const zh = { language: 'zh-CN' }

async function command(page, name, fill = async () => undefined) {
  await page.getByRole('button', { name, exact: true }).first().click()
  const dialog = inDialog(page).last()
  const reason = dialog.getByLabel(kit.confirm.reason)
  if (await reason.count()) await reason.fill(`样例：${name}`)
  await fill(dialog)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Seventeen characters and a check character that is not theirs. */
function wrongCode(mark) {
  const body = `91410183MA${mark.padStart(7, '0')}`
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const sum = [...body].reduce(({ all, weight }, sign) => ({ all: all + alphabet.indexOf(sign) * weight, weight: (weight * 3) % 31 }), { all: 0, weight: 1 }).all
  return body + alphabet[(31 - (sum % 31) + 1) % 31]
}

const admits = kind => async ({ browser, base, world, pictures }) => {
  const { context, page, faults } = await visitor(browser, base)
  await signIn(context, world.actor('secretary-1'))
  const mark = `${Date.now() % 10_000_000}`
  const name = `准入样例${kind === 'suppliers' ? '供应商' : '耐材'}${mark}`
  await page.goto('/association/members')
  await settled(page)
  if (kind === 'suppliers') await page.getByRole('button', { name: memberDesk.list.suppliers }).or(page.getByRole('tab', { name: memberDesk.list.suppliers })).first().click()
  await page.getByRole('link', { name: memberDesk.list.add[kind] }).first().click()
  await page.getByRole('heading', { name: kind === 'suppliers' ? memberDesk.form.newSupplier : memberDesk.form.newEnterprise }).waitFor()
  await settled(page)
  await page.getByLabel(memberDesk.field.name, { exact: true }).fill(name)
  await page.getByLabel(memberDesk.field.code, { exact: true }).fill(`${kind === 'suppliers' ? 'S' : 'E'}${mark}`)
  await page.getByLabel(memberDesk.field.area, { exact: true }).fill('410183')
  await page.getByLabel(memberDesk.field.uscc, { exact: true }).fill(wrongCode(mark))
  await page.getByText(memberDesk.uscc.checkDigit).waitFor()
  await page.getByLabel(memberDesk.field.usccOverrideReason).fill('与执照原件核对一致')
  await page.screenshot({ path: join(pictures, `walk-admit-${kind}-form.png`), fullPage: true })
  faults.push(...await faultsOf(page, zh))
  await page.getByRole('button', { name: memberDesk.form.register, exact: true }).click()
  await page.getByRole('heading', { name }).waitFor()
  await settled(page)
  // Too early: what is missing is told in words.
  await page.getByRole('button', { name: memberDesk.command.admit, exact: true }).click()
  await inDialog(page).getByLabel(kit.confirm.reason).fill('样例：太早')
  await inDialog(page).getByRole('button', { name: memberDesk.command.admit, exact: true }).click()
  const refused = await inDialog(page).getByRole('alert').innerText()
  if (!refused.includes(memberDesk.evidence.kind.ENVIRONMENTAL_PERMIT) || /[A-Z]+_[A-Z]+/.test(refused)) faults.push(`the refusal says: ${refused}`)
  await inDialog(page).getByRole('button', { name: kit.confirm.back }).click()
  await page.getByRole('tab', { name: memberDesk.part.evidence }).click()
  for (const paper of ['BUSINESS_LICENCE', 'ENVIRONMENTAL_PERMIT']) {
    await page.getByRole('button', { name: memberDesk.evidence.add }).click()
    await page.locator('main form select').first().selectOption(paper)
    await page.getByLabel(memberDesk.evidence.number, { exact: true }).fill(`${paper[0]}${mark}`)
    await page.getByLabel(memberDesk.evidence.issuer, { exact: true }).fill('新密市市场监督管理局')
    await page.getByLabel(memberDesk.evidence.issuedOn, { exact: true }).fill(day(-400 * DAY))
    await page.screenshot({ path: join(pictures, `walk-admit-${kind}-paper.png`), fullPage: true })
    await page.getByRole('button', { name: memberDesk.evidence.save, exact: true }).click()
    await page.locator('tbody tr', { hasText: `${paper[0]}${mark}` }).waitFor()
    await settled(page)
  }
  await command(page, memberDesk.command.admit)
  await page.getByText(memberDesk.state.ADMITTED, { exact: true }).first().waitFor()
  await page.getByText(memberDesk.page.may[kind === 'suppliers' ? 'SUPPLIER' : 'ENTERPRISE']).waitFor()
  await page.getByRole('tab', { name: memberDesk.part.facts }).click()
  await page.getByText('与执照原件核对一致').waitFor()
  await settled(page)
  await page.screenshot({ path: join(pictures, `walk-admit-${kind}.png`), fullPage: true })
  faults.push(...await faultsOf(page, zh))
  await context.close()
  return faults.filter(fault => !/status of 422/.test(fault))
}

/** A round of our own in the making, by the interface: what is walked by click comes after. */
async function roundOf({ world }, context, csrf, title) {
  const like = world.round('COLLECTING').terms
  const post = async (path, data) => {
    const answer = await context.request.post(path, { headers: { 'X-CSRF-Token': csrf, 'Idempotency-Key': randomUUID() }, ...(data && { data }) })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  const terms = {
    title, grades: like.grades.slice(0, 2), deliveryZones: like.deliveryZones, viableKg: 500_000,
    collectingOpensAt: new Date(Date.now() + 3_600_000).toISOString(), collectingEndsAt: new Date(Date.now() + 3 * DAY).toISOString(), deliveryPeriod: { fromOn: day(10 * DAY), toOn: day(40 * DAY) },
  }
  const { id } = await post('/api/rounds', terms)
  await post(`/api/rounds/${id}/announce`)
  await post(`/api/rounds/${id}/open`, { reason: '样例' })
  return { id, grade: terms.grades[0], post }
}

const stands = (page, state) => page.locator('.track .where strong', { hasText: state }).waitFor()

export const deskJourneys = {
  'the secretariat admits an enterprise whose code fails its check digit, with a reason': admits('enterprises'),
  'the secretariat admits a supplier whose code fails its check digit, with a reason': admits('suppliers'),

  'a round is suspended, resumed with a new end and cancelled, each with its reason': async on => {
    const { context, page, faults } = await visitor(on.browser, on.base)
    const csrf = await signIn(context, on.world.actor('secretary-1'))
    const { id } = await roundOf(on, context, csrf, '中止与恢复样例')
    await page.goto(`/association/rounds/${id}`)
    await settled(page)
    await command(page, roundDesk.command.SUSPEND)
    await stands(page, kit.round.SUSPENDED)
    await settled(page)
    await page.screenshot({ path: join(on.pictures, 'walk-suspended.png'), fullPage: true })
    faults.push(...await faultsOf(page, zh))
    await command(page, roundDesk.command.RESUME, dialog => dialog.locator('.date input[type="text"]').fill(minute(4 * DAY)))
    await stands(page, kit.round.COLLECTING)
    await page.getByText(roundDesk.page.reason.replace('{reason}', `样例：${roundDesk.command.RESUME}`)).waitFor()
    await command(page, roundDesk.command.CANCEL)
    await stands(page, kit.round.CANCELLED)
    await settled(page)
    await page.screenshot({ path: join(on.pictures, 'walk-cancelled.png'), fullPage: true })
    faults.push(...await faultsOf(page, zh))
    for (const name of ['SUSPEND', 'RESUME', 'CANCEL']) {
      if (await page.getByRole('button', { name: roundDesk.command[name], exact: true }).count()) faults.push(`a cancelled round offers ${name}`)
    }
    await context.close()
    return faults
  },

  'one lot that falls short is re-opened, and its member adds to it on a phone': async on => {
    const desk = await visitor(on.browser, on.base)
    const csrf = await signIn(desk.context, on.world.actor('secretary-1'))
    const { id, grade, post } = await roundOf(on, desk.context, csrf, '补单样例')
    const member = await visitor(on.browser, on.base, { size: 'phone' })
    const theirs = await signIn(member.context, on.world.actor('buyer-e019'))
    const placed = await member.context.request.post(`/api/rounds/${id}/demand-lines`, {
      headers: { 'X-CSRF-Token': theirs, 'Idempotency-Key': randomUUID() },
      data: { acceptedGrades: [grade], targetKg: 64_000, deliveryFromOn: day(12 * DAY), deliveryToOn: day(30 * DAY), size: 'LUMP', packing: 'BULK', payment: 'CASH' },
    })
    if (!placed.ok()) throw new Error(`the member's line was refused: ${await placed.text()}`)
    await post(`/api/rounds/${id}/lock`, { reason: '样例' })
    await post(`/api/rounds/${id}/pool`)
    const { page, faults } = desk
    await page.goto(`/association/rounds/${id}?tab=lots`)
    await settled(page)
    await page.locator('tbody tr[tabindex]').first().press('Enter')
    await inDialog(page).getByRole('heading', { name: roundDesk.lots.provenance }).waitFor()
    await settled(page)
    await page.screenshot({ path: join(on.pictures, 'walk-lot-short.png') })
    faults.push(...await faultsOf(page, zh))
    await command(page, roundDesk.lots.reopenOne)
    await page.getByText(kit.track.gap).waitFor()
    await settled(page)
    await page.screenshot({ path: join(on.pictures, 'walk-gap-desk.png'), fullPage: true })
    faults.push(...await faultsOf(page, zh))

    const phone = member.page
    await phone.goto(`/my/rounds/${id}`)
    await settled(phone)
    await phone.getByText(enterprise.round.fillingGap).waitFor()
    if (await phone.getByText(enterprise.round.untilLock).count()) faults.push('a member is told that lines can still be withdrawn')
    await phone.screenshot({ path: join(on.pictures, 'walk-gap-member.png'), fullPage: true })
    faults.push(...await faultsOf(phone, zh))
    await phone.goto(`/my/lines/${(await placed.json()).id}`)
    await settled(phone)
    await phone.screenshot({ path: join(on.pictures, 'walk-gap-line.png'), fullPage: true })
    await phone.getByRole('link', { name: enterprise.line.add, exact: true }).click()
    await phone.getByRole('button', { name: enterprise.mass.more.replace('{label}', enterprise.mass.target) }).click()
    await phone.locator('form [type="submit"]').click()
    await phone.locator('form [type="submit"]').click()
    await phone.locator('.placed').getByText(enterprise.placed.changed).waitFor()
    const { items } = await (await member.context.request.get(`/api/rounds/${id}/demand-lines?limit=10`)).json()
    if (items[0]?.targetKg !== 96_000) faults.push(`the addition came to ${items[0]?.targetKg} kg`)
    for (const one of [desk, member]) await one.context.close()
    return [...faults, ...member.faults]
  },

  'whoever watches finds something true to read, and the auditor the record of a round': async ({ browser, base, world, pictures }) => {
    const faults = []
    for (const account of ['finance', 'laboratory', 'warehouse', 'supervisor', 'regulator', 'auditor']) {
      const { context, page, faults: seen } = await visitor(browser, base)
      await signIn(context, world.actor(account))
      await page.goto('/start')
      await settled(page)
      if (await page.locator('main table tbody tr').count() === 0) faults.push(`${account} finds an empty desk`)
      if (account === 'auditor') {
        await page.getByRole('link', { name: world.round('POOLED').terms.title }).first().click()
        await page.locator('.history li').first().waitFor()
        await settled(page)
        await page.screenshot({ path: join(pictures, 'walk-record.png'), fullPage: true })
        await page.getByRole('tab', { name: roundDesk.tab.lots }).click()
        await page.locator('tbody tr').first().waitFor()
        await settled(page)
        faults.push(...await faultsOf(page, zh))
      }
      faults.push(...seen)
      await context.close()
    }
    return faults
  },
}
