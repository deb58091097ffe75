// Trustees' keys, click by click.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'
import { keysOf, KEEPERS, PASSPHRASE } from './offers.mjs'

const words = part => JSON.parse(readFileSync(new URL(`../src/i18n/zh-CN/${part}.json`, import.meta.url), 'utf8'))
const trustee = words('trustee')
const zh = { language: 'zh-CN' }
const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
const saved = async (page, click) => {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

export const offerJourneys = {
  'three trustees make their keys in the browser, and the server never hears a private half': async on => {
    const faults = []
    const keys = await keysOf(on)
    for (const account of KEEPERS) {
      const { text } = keys.get(account)
      if (text.includes(PASSPHRASE) || !JSON.parse(text).sealedSecret) faults.push(`${account}: the file is not what a trustee keeps`)
    }
    const { context, page, faults: seen } = await visitor(on.browser, on.base)
    const heard = []
    page.on('request', request => heard.push(request.postData() ?? ''))
    await signIn(context, on.world.actor(KEEPERS[2]))
    await page.goto('/trustee-key')
    await settled(page)
    await page.getByRole('button', { name: trustee.own.replace }).click()
    await page.getByLabel(trustee.make.passphrase).fill('kiln')
    await page.getByText(trustee.make.strength.short).waitFor()
    if (await page.getByRole('button', { name: trustee.make.make, exact: true }).isEnabled()) faults.push('a key is made under a passphrase that is too short')
    await page.getByLabel(trustee.make.passphrase).fill(PASSPHRASE)
    await page.getByLabel(trustee.make.again).fill(PASSPHRASE)
    await page.getByRole('button', { name: trustee.make.make, exact: true }).click()
    const fresh = await saved(page, () => page.getByRole('button', { name: trustee.make.save }).click({ timeout: 60_000 }))
    // The wrong file is not taken for the one that was saved.
    await page.locator('input[type="file"]').setInputFiles(file('other.json', keys.get(KEEPERS[2]).text))
    await page.getByText(trustee.make.otherFile).waitFor()
    await page.screenshot({ path: join(on.pictures, 'walk-trustee-save.png'), fullPage: true })
    await page.locator('input[type="file"]').setInputFiles(file(fresh.name, fresh.text))
    await page.locator('.fingerprint').first().waitFor()
    await settled(page)
    await page.screenshot({ path: join(on.pictures, 'walk-trustee-fingerprint.png'), fullPage: true })
    faults.push(...await faultsOf(page, zh))
    const secret = JSON.parse(fresh.text).sealedSecret
    if (heard.some(body => body.includes(secret) || body.includes(PASSPHRASE))) faults.push('the file or the passphrase left the browser')
    await context.close()
    return [...faults, ...seen]
  },
}
