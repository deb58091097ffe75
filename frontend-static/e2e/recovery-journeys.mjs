// From a label to the quarry, and from a fault to all who have the goods: scanned by a stranger and a member, recalled by the supplier, answered, lifted by the association.
import { randomUUID } from 'node:crypto'
import { signIn, visitor } from './browser.mjs'
import { announced, asks, contracted, does } from './contracted.mjs'
import { faultsOf } from './look.mjs'
import { as, at, confirmed, dialog, pictureOf, words, zh } from './walk.mjs'

const [trace, recovery, deliveries] = ['trace', 'recovery', 'deliveries'].map(words)
const en = { language: 'en' }

/** A truck that stands unloaded in the member's quarantine. */
async function unloaded(world) {
  const truck = await announced(world)
  const to = `/api/deliveries/${truck.id}`
  await does(world.member, `${to}/arrive`, { statedAt: new Date().toISOString() })
  await does(world.member, `${to}/check`, { accepted: true, remark: '外观正常' })
  await does(world.member, `${to}/weigh`, { side: 'DESTINATION', weighbridge: '1号地磅', number: `Z-${randomUUID().slice(0, 8)}`, grossKg: 17_000, tareKg: 16_000, weighedAt: new Date().toISOString() })
  return does(world.member, `${to}/unload`)
}

async function lookedAt(on, { account, look, path, name, picture, faults }) {
  const one = account ? await as(on, account, look) : await visitor(on.browser, on.base, look)
  await at(one.page, path)
  await picture(one.page, name)
  faults.push(...await faultsOf(one.page, look), ...one.faults)
  await one.context.close()
}

export const recoveryJourneys = {
  'a label leads a member to the quarry and a stranger nowhere': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const faults = []
    const truck = await unloaded(world)
    const { page } = world.seller
    await at(page, `/labels?codes=${truck.code}`)
    await page.getByText(`${truck.code}-`).first().waitFor()
    await picture(page, 'walk-labels')
    faults.push(...await faultsOf(page, zh))
    const [label] = (await asks(world.seller, `/api/labels?codes=${truck.code}`)).items
    const address = `/t/${label.code}?seal=${label.seal}`
    const member = await visitor(on.browser, on.base, { ...zh, size: 'phone' })
    await signIn(member.context, on.world.actor(world.member.account))
    await at(member.page, address)
    await member.page.getByRole('heading', { name: trace.step.UNLOADED, exact: true }).waitFor()
    await member.page.locator('summary').last().click()
    await picture(member.page, 'walk-trace-phone')
    faults.push(...await faultsOf(member.page, zh), ...member.faults)
    for (const look of [{ ...en }, { ...en, size: 'phone' }, { ...zh }]) {
      await lookedAt(on, { account: world.member.account, look, path: address, name: `walk-trace-${look.language}-${look.size ?? 'desktop'}`, picture, faults })
    }
    await lookedAt(on, { look: { ...zh, size: 'phone' }, path: address, name: 'walk-trace-stranger', picture, faults })
    await lookedAt(on, { look: { ...en }, path: address, name: 'walk-trace-stranger-en', picture, faults })
    const stranger = await visitor(on.browser, on.base, zh)
    await at(stranger.page, address)
    await stranger.page.getByText(trace.genuine).waitFor()
    if ((await stranger.page.locator('main').innerText()).includes(truck.memberName)) faults.push('a stranger reads whose the goods are')
    await at(stranger.page, `/t/${label.code}?seal=1.2222222222222222`)
    await stranger.page.getByText('标签不是本平台所印').waitFor()
    await picture(stranger.page, 'walk-trace-forged')
    await stranger.page.locator('#trace-code').fill(`${label.code.slice(0, -1)}${label.code.endsWith('2') ? '3' : '2'}`)
    await stranger.page.getByRole('button', { name: trace.go, exact: true }).click()
    await stranger.page.getByText('编码有误').waitFor()
    await stranger.context.close()
    await member.context.close()
    await world.close()
    return faults
  },

  'goods are recalled, held back, answered for and freed by another': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const faults = []
    const truck = await unloaded(world)
    const { page } = world.seller
    await at(page, `/t/${truck.code}`)
    await page.getByRole('link', { name: trace.whoBy.code, exact: true }).click()
    await page.getByRole('heading', { name: recovery.reach.title }).waitFor()
    await page.getByText(truck.code).first().waitFor()
    await picture(page, 'walk-reach')
    faults.push(...await faultsOf(page, zh))
    await page.getByRole('button', { name: recovery.open.go }).first().click()
    await dialog(page).locator('#recall-reason').fill('氧化铁超标')
    await dialog(page).locator('#recall-instruction').fill('请停用并单独存放，等待退换')
    await dialog(page).getByRole('button', { name: recovery.open.go }).click()
    await page.waitForURL(/\/recalls\/[0-9a-f-]{36}$/)
    await page.getByText(recovery.concerns).waitFor()
    await picture(page, 'walk-recall-opened')
    faults.push(...await faultsOf(page, zh))
    const id = new URL(page.url()).pathname.split('/').at(-1)
    const held = await does(world.member, `/api/deliveries/${truck.id}/pass`, { report: 'Z-1' }, false)
    if (!held.refused?.endsWith('/goods-are-recalled')) faults.push(`recalled goods passed: ${JSON.stringify(held)}`)
    const member = world.member.page
    await at(member, '/recalls')
    await member.getByText(recovery.waitsForUs).first().waitFor()
    await picture(member, 'walk-recalls')
    await at(member, `/recalls/${id}`)
    await member.locator('#recall-words').fill('已停用，单独存放于2号棚')
    await member.getByRole('button', { name: recovery.answer.go, exact: true }).click()
    await member.getByText('已停用，单独存放于2号棚').waitFor()
    for (const look of [{ ...en }, { ...en, size: 'phone' }, { ...zh, size: 'phone' }]) {
      await lookedAt(on, { account: world.member.account, look, path: `/recalls/${id}`, name: `walk-recall-${look.language}-${look.size ?? 'desktop'}`, picture, faults })
    }
    const secretary = await as(on, 'secretary-1')
    await at(secretary.page, `/recalls/${id}`)
    await confirmed(secretary.page, recovery.lift.go, '复检合格')
    await secretary.page.getByText(recovery.status.LIFTED).first().waitFor()
    await picture(secretary.page, 'walk-recall-lifted')
    faults.push(...await faultsOf(secretary.page, zh), ...secretary.faults)
    await does(world.member, `/api/deliveries/${truck.id}/return`, { reason: '受潮' })
    await at(page, `/deliveries/${truck.id}`)
    await page.getByRole('button', { name: recovery.replace.go }).waitFor()
    await picture(page, 'walk-replacement')
    faults.push(...await faultsOf(page, zh))
    if (!(await page.getByText(deliveries.status.RETURNED).first().isVisible())) faults.push('a truck that went back does not say so')
    await secretary.context.close()
    await world.close()
    return faults
  },
}
