// A round's life as the secretariat clicks through it, with a second browser that only watches.
import { randomUUID } from 'node:crypto'
import { signIn, visitor } from './browser.mjs'
import { settled } from './look.mjs'

const DAY = 86_400_000
/** Beijing wall clock, as the inputs take it. */
const minute = ms => new Date(Date.now() + ms + 8 * 3_600_000).toISOString().slice(0, 16)
const day = ms => minute(ms).slice(0, 10)
const inDialog = page => page.locator('dialog[open]')

async function draft(page, title) {
  await page.goto('/association/rounds/new')
  await settled(page)
  await page.getByLabel('标题', { exact: true }).fill(title)
  await page.getByLabel('YNS-42', { exact: true }).check()
  await page.getByLabel('YNS-45', { exact: true }).check()
  await page.getByLabel('征集开始').fill(minute(3_600_000))
  await page.getByLabel('征集截止').fill(minute(3 * DAY))
  await page.getByLabel('交货期从').fill(day(10 * DAY))
  await page.getByLabel('交货期到').fill(day(40 * DAY))
  const zones = [['超化片区', 'XM-C'], ['牛店片区', 'XM-N'], ['来集片区', 'XM-L'], ['岳村片区', 'XM-Y'], ['大隗片区', 'XM-D']]
  for (const [i, [name, code]] of zones.entries()) {
    if (i > 0) await page.getByRole('button', { name: '加一个区域' }).click()
    await page.getByLabel(`区域 ${i + 1} 名称`).fill(name)
    await page.getByLabel(`区域 ${i + 1} 代码`).fill(code)
  }
  await page.getByLabel('每包起采量').fill('64')
  await page.getByRole('button', { name: '保存草稿' }).click()
  await page.waitForURL(/rounds\/[0-9a-f]{8}-/)
  await settled(page)
  return page.url().match(/rounds\/([0-9a-f-]{36})/)[1]
}

async function command(page, name, reason) {
  await page.getByRole('button', { name, exact: true }).click()
  const dialog = inDialog(page)
  if (reason) await dialog.getByLabel('原因').fill(reason)
  await dialog.getByRole('button', { name, exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

const now = (page, state) => page.locator('.track .where strong', { hasText: state }).waitFor()

async function placeByApi({ browser, base, world }, roundId, targetKg) {
  const { context } = await visitor(browser, base)
  const csrf = await signIn(context, world.actor('buyer-e019'))
  const answer = await context.request.post(`/api/rounds/${roundId}/demand-lines`, {
    headers: { 'X-CSRF-Token': csrf, 'Idempotency-Key': randomUUID() },
    data: { acceptedGrades: ['YNS-42'], targetKg, deliveryFromOn: day(12 * DAY), deliveryToOn: day(30 * DAY), size: 'LUMP', packing: 'BULK', payment: 'CASH' },
  })
  const said = await answer.text()
  await context.close()
  if (answer.status() !== 201) throw new Error(`the member's line was refused: ${answer.status()} ${said}`)
}

async function enterByTelephone(page) {
  await page.getByRole('button', { name: '代填', exact: true }).click()
  const form = inDialog(page)
  await form.getByRole('combobox').first().fill('E023')
  await form.getByText('023有限公司').first().click()
  await form.getByLabel('首选牌号').selectOption('YNS-45')
  await form.getByLabel('目标量').fill('32.5')
  await form.getByRole('button', { name: '代填并通知企业' }).click()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('status').filter({ hasText: '确认短信已发出' }).waitFor()
}

async function lotWithItsLines(page) {
  await page.locator('tbody tr[tabindex]', { hasText: /P-\d+/ }).first().press('Enter')
  const drawer = inDialog(page)
  await drawer.getByRole('heading', { name: '由哪些需求组成' }).waitFor()
  await drawer.locator('tbody tr').first().waitFor()
  const text = await drawer.innerText()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'hidden' })
  return text
}

export const roundJourneys = {
  'the secretariat leads a round by click from draft to frozen lots, and a second browser sees demand arrive': async given => {
    const { browser, base, world } = given
    const [desk, watcher] = await Promise.all([visitor(browser, base), visitor(browser, base)])
    for (const one of [desk, watcher]) await signIn(one.context, world.actor('secretary-1'))
    const { page } = desk
    const faults = []
    const roundId = await draft(page, '浏览器走一遍')
    await command(page, '发布预告')
    await now(page, '预告')
    await command(page, '提前开始征集', '样例：提前开始')
    await now(page, '征集')

    await watcher.page.goto(`/association/rounds/${roundId}?tab=pool`)
    await settled(watcher.page)
    await watcher.page.getByText('还没有需求').waitFor()
    await watcher.page.getByText('实时更新').waitFor()
    await placeByApi(given, roundId, 1_234_500)
    await watcher.page.locator('.heat td button', { hasText: '1,234.5' }).waitFor({ timeout: 20_000 })
    await watcher.page.locator('.heat td button').first().focus()
    if (!await watcher.page.locator('.heat .detail', { hasText: 'YNS-42' }).count()) faults.push('a cell that has the focus does not tell its figures')

    await enterByTelephone(page)
    await page.getByRole('tab', { name: '需求明细' }).click()
    await page.locator('tbody tr', { hasText: '32.5' }).filter({ hasText: '023有限公司' }).waitFor()
    await command(page, '提前锁定', '样例：提前锁定')
    await now(page, '锁定')
    await command(page, '组包')
    await now(page, '组包')
    await page.getByRole('tab', { name: '采购包' }).click()
    const lot = await lotWithItsLines(page)
    if (!lot.includes('1,234.5') || !lot.includes('019有限公司')) faults.push('the lot does not say whose line it is made of')
    if (lot.includes('023有限公司')) faults.push('a line the member never confirmed is in a lot')
    await command(page, '冻结采购包')
    await page.getByText('采购包已冻结').waitFor()
    await page.getByRole('tab', { name: '历史' }).click()
    const history = page.locator('.history')
    await history.getByText('冻结采购包').first().waitFor()
    if (/LINE_[A-Z]+/.test(await history.innerText())) faults.push('the history shows a name of the program')
    faults.push(...desk.faults, ...watcher.faults)
    await Promise.all([desk.context.close(), watcher.context.close()])
    return faults
  },

  'of two secretaries at once the slower is told kindly, sees where the round stands now and keeps what was typed': async ({ browser, base, world }) => {
    const [first, second] = await Promise.all([visitor(browser, base), visitor(browser, base)])
    const faults = []
    const round = world.round('ANNOUNCED')
    const ends = hours => minute(Date.parse(round.terms.collectingEndsAt) - hours * 3_600_000 - Date.now())
    // The second browser hears nothing of what happens elsewhere, as with a line that is down.
    await second.page.route('**/api/events**', route => route.abort())
    for (const { context, page } of [first, second]) {
      await signIn(context, world.actor('secretary-1'))
      await page.goto(`/association/rounds/${round.id}`)
      await settled(page)
      await page.getByRole('button', { name: '调整截止时间', exact: true }).click()
    }
    const move = async (page, reason, until) => {
      const dialog = inDialog(page)
      await dialog.getByLabel('原因').fill(reason)
      await dialog.locator('.date input[type="text"]').fill(until)
    }
    const submit = page => inDialog(page).getByRole('button', { name: '调整截止时间', exact: true }).click()
    await move(second.page, '第二位秘书写的原因', ends(2))
    await second.page.route(`**/api/rounds/${round.id}`, route => route.abort())
    await move(first.page, '第一位秘书先改了', ends(1))
    await submit(first.page)
    await inDialog(first.page).waitFor({ state: 'hidden' })
    await second.page.unroute(`**/api/rounds/${round.id}`)
    await submit(second.page)
    const slow = inDialog(second.page)
    await slow.getByText('您填的内容还在').waitFor()
    if (await slow.getByLabel('原因').inputValue() !== '第二位秘书写的原因') faults.push('the reason was forgotten')
    if (await slow.locator('.date input[type="text"]').inputValue() !== ends(2).replace('T', ' ')) faults.push('the new end was forgotten')
    await slow.getByText(ends(1).replace('T', ' ')).waitFor()
    await submit(second.page)
    await slow.waitFor({ state: 'hidden' })
    faults.push(...first.faults, ...second.faults.filter(fault => !/status of (409|412)|ERR_FAILED/.test(fault)))
    await Promise.all([first.context.close(), second.context.close()])
    return faults
  },
}
