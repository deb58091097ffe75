// Importing a workbook, click by click: upload, correct a cell in place, take a suggestion, confirm, find the lines.
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'
import { workbook } from './workbook.mjs'

const HEAD = ['企业编号', '企业名称', '牌号', '需求数量(吨)', '交货起', '交货止', '备注']
/** So that a second walk through the same world brings other rows. */
const some = () => 30 + Math.floor(Date.now() / 1000) % 9000 / 10

async function arrive({ browser, base, world, pictures }, account, look, path, file) {
  const { context, page, faults } = await visitor(browser, base, look)
  await signIn(context, world.actor(account))
  await page.goto(path)
  await settled(page)
  await page.locator('input[type="file"]').setInputFiles(file)
  await page.locator('.preview table').first().waitFor()
  await settled(page)
  const picture = name => page.screenshot({ path: join(pictures, `import-${name}-${account}-${look.language}-${look.size}.png`), fullPage: true })
  return { context, page, faults, picture, look }
}

/** Corrects the cell that cannot be read, where it stands. */
async function correct({ page, picture }, tonnes) {
  await page.locator('.fault button.in').filter({ hasText: '约' }).first().click()
  await picture('fix')
  const form = page.locator('form.fix')
  await form.locator('input[inputmode="decimal"]').first().fill(String(tonnes))
  await form.locator('button[type="submit"]').click()
  await form.waitFor({ state: 'detached' })
}

async function confirm({ page, picture, faults, look }) {
  await settled(page)
  await picture('preview')
  faults.push(...await faultsOf(page, look))
  await page.locator('.steps > button.filled').click()
  await page.locator('.preview .done').waitFor()
  await settled(page)
  await picture('done')
}

const secretary = look => async walk => {
  const round = walk.world.round('COLLECTING')
  const { fromOn, toOn } = round.terms.deliveryPeriod
  const [first, second] = round.terms.grades
  const mass = some()
  const file = workbook('催来的需求.xlsx', [['某协会 需求汇总表'], HEAD,
    ['E031', null, first, mass, fromOn, toOn, '电话确认'], ['E032', null, first, `约${mass}`, fromOn, toOn, null],
    [null, '新密样例耐材033', second, mass, fromOn, toOn, null], ['E034', null, '不存在的牌号', 40, fromOn, toOn, null], ['合计', null, null, mass * 2, null, null, null]])
  const seen = await arrive(walk, 'secretary-1', look, `/association/rounds/${round.id}?tab=imports`, file)
  const { page, faults, context } = seen
  await seen.picture('sent')
  await correct(seen, mass)
  await page.locator('.kinds button').first().click()
  await page.locator('.kinds').waitFor({ state: 'detached' })
  await confirm(seen)
  await page.getByRole('link', { name: look.language === 'en' ? 'Back to the round' : '回到本轮' }).click()
  await settled(page)
  await page.locator('select.pick').first().selectOption('DRAFT')
  await page.getByText('新密样例耐材033').filter({ visible: true }).first().waitFor().catch(() => faults.push('the line taken by its name does not wait for its member among the lines of the round'))
  await context.close()
  return faults
}

const enterprise = look => async walk => {
  const round = walk.world.round('COLLECTING')
  const { fromOn, toOn } = round.terms.deliveryPeriod
  const mass = some()
  const file = workbook('我们的需求.xlsx', [HEAD.slice(2), [round.terms.grades[0], mass, fromOn, toOn, null], [round.terms.grades[1], `约${mass}`, fromOn, toOn, null]])
  const seen = await arrive(walk, 'buyer-e019', look, `/my/rounds/${round.id}/import`, file)
  const { page, faults, context } = seen
  await correct(seen, mass)
  await confirm(seen)
  const lines = await (await context.request.get(`/api/rounds/${round.id}/demand-lines?limit=200`)).json()
  const mine = lines.items.filter(line => line.targetKg === Math.round(mass * 1000) && line.status === 'SUBMITTED')
  if (mine.length !== 2) faults.push(`${mine.length} of the 2 lines sent are in the pool`)
  await page.goto(`/my/rounds/${round.id}/import`)
  await settled(page)
  await page.getByText('我们的需求.xlsx').first().waitFor().catch(() => faults.push('the workbook is not in the list of those sent'))
  await seen.picture('list')
  await context.close()
  return faults
}

export const imports = {
  'the secretariat imports a workbook, corrects a cell in place and finds the lines in the round': secretary({ language: 'zh-CN', size: 'desktop' }),
  'the same in English on a phone': secretary({ language: 'en', size: 'phone' }),
  'an enterprise imports its own demand on a phone and sees it taken': enterprise({ language: 'zh-CN', size: 'phone' }),
  'the same in English at a desk': enterprise({ language: 'en', size: 'desktop' }),
}
