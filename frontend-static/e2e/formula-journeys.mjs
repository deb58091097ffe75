// A price adjustment formula, from a usual one to an entered one, with a fault on the way.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'

const words = JSON.parse(readFileSync(new URL('../src/i18n/zh-CN/formulas.json', import.meta.url), 'utf8'))
const zh = { language: 'zh-CN' }

const enters = size => async ({ browser, base, world, pictures }) => {
  const { context, page, faults } = await visitor(browser, base, { ...zh, size })
  await signIn(context, world.actor('secretary-1'))
  await page.goto('/formulas')
  await settled(page)
  await page.getByRole('link', { name: `${words.list.use} 水泥用煤水分条款` }).click()
  await page.getByText('水分 高于 10 %、不高于 13 %：从 10 % 起，每 1 % 每吨扣 3.00 元，按比例').waitFor()

  // A gap between two bands is told at the end that makes it, and nothing can be entered.
  const second = page.locator('.bands > li').nth(1)
  const from = second.getByLabel(`${words.form.from} %`, { exact: true })
  await from.fill('11')
  await second.getByText('此处有空档').waitFor()
  if (await page.getByRole('button', { name: words.form.save, exact: true }).isEnabled()) faults.push('a formula with a gap can be entered')
  await page.screenshot({ path: join(pictures, `walk-formula-gap-${size}.png`), fullPage: true })
  faults.push(...await faultsOf(page, zh))
  await from.fill('10')

  // Twelve per cent of moisture: 98 t at 794 yuan.
  const preview = page.getByRole('region', { name: words.preview.title })
  await preview.getByLabel(words.preview.base).fill('800')
  await preview.getByLabel(`${words.property.MOISTURE} %`).fill('12')
  await preview.getByText('77,812.00').first().waitFor()
  await preview.getByText('794.00 × 98.000 = 77,812.00').waitFor()
  await page.getByLabel(words.form.nameZh, { exact: true }).fill(`水分条款样例 ${Date.now() % 100000}`)
  await page.waitForFunction(save => [...document.querySelectorAll('button')].some(one => one.textContent.trim() === save && !one.disabled), words.form.save)
  await page.screenshot({ path: join(pictures, `walk-formula-form-${size}.png`), fullPage: true })
  faults.push(...await faultsOf(page, zh))
  await page.getByRole('button', { name: words.form.save, exact: true }).click()
  await page.getByRole('heading', { name: words.page.says }).waitFor()
  await settled(page)
  await page.screenshot({ path: join(pictures, `walk-formula-page-${size}.png`), fullPage: true })
  faults.push(...await faultsOf(page, zh))
  await context.close()
  return faults
}

export const formulaJourneys = {
  'a formula with a gap is refused at its band, mended, tried and entered': enters('desktop'),
  'a formula is entered on a phone': enters('phone'),
}
