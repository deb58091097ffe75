// A receipt, its envelope and what two trustees released, checked in the browser; then one figure of the receipt changed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'

const verify = JSON.parse(readFileSync(new URL('../src/i18n/zh-CN/verify.json', import.meta.url), 'utf8'))
const vector = name => readFileSync(new URL(`../../api-spec/envelope/vectors/${name}`, import.meta.url), 'utf8')
const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })

/** The keys as a server publishes them, for the receipt and the trustees of the known answers. */
const keys = () => JSON.stringify({
  receiptKeys: [{ publicKey: JSON.parse(vector('java.receipt.json')).serverKey, validFrom: '2026-01-01T00:00:00Z' }],
  trusteeKeys: JSON.parse(vector('terms.json')).trustees.map(card => ({ card })),
})

export const verifyJourneys = {
  'anyone checks a receipt, its envelope and what was opened, offline, and a receipt that was changed is found': async ({ browser, base, pictures }) => {
    const look = { language: 'zh-CN' }
    const { context, page, faults } = await visitor(browser, base, look)
    await page.goto('/verify')
    await settled(page)
    await context.setOffline(true)
    const put = async (name, text) => {
      await page.locator('input[type="file"]').setInputFiles(file(name, text))
      await page.locator('.laid', { hasText: name }).waitFor()
    }
    await put('keys.json', keys())
    for (const name of ['java.receipt.json', 'java.envelope.json', 'java.release.json', 'browser.release.json']) await put(name, vector(name))
    await page.getByRole('heading', { name: verify.says.holds }).waitFor()
    await page.getByText(verify.claim.CONTENT_AS_SEALED).waitFor()
    if (await page.getByRole('cell', { name: '1,785.00' }).count() !== 1) faults.push('the offer that was opened is not shown')
    await page.screenshot({ path: join(pictures, 'walk-verify-holds.png'), fullPage: true })
    faults.push(...await faultsOf(page, look))
    await put('changed.json', vector('java.receipt.json').replace('4711', '4712'))
    await page.getByRole('heading', { name: verify.says.fails }).waitFor()
    await page.getByText(verify.claim.RECEIPT_SIGNED).waitFor()
    await page.screenshot({ path: join(pictures, 'walk-verify-fails.png'), fullPage: true })
    await context.close()
    return faults
  },
}
