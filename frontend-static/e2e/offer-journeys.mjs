// Trustees' keys and sealed offers, click by click: made, sealed, replaced, withdrawn, checked.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'
import { asker, keysOf, KEEPERS, PASSPHRASE } from './offers.mjs'

const words = part => JSON.parse(readFileSync(new URL(`../src/i18n/zh-CN/${part}.json`, import.meta.url), 'utf8'))
const [trustee, bid, offers, verify, questions, roundDesk] = ['trustee', 'bid', 'offers', 'verify', 'questions', 'roundDesk'].map(words)
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

  'a supplier pastes its sheet from a spreadsheet, seals it, checks its receipt, replaces it and withdraws it': async on => {
    const faults = []
    const { context, page, faults: seen } = await visitor(on.browser, on.base)
    await signIn(context, on.world.actor('seller-s032'))
    await page.goto('/start')
    await settled(page)
    const round = on.world.round('TENDERING')
    await page.locator('.card', { hasText: round.terms.title }).getByRole('link', { name: offers.offer }).click()
    await page.getByRole('heading', { name: bid.lots }).waitFor()
    await settled(page)
    const codes = await page.locator('tbody tr th strong').allInnerTexts()
    if (codes.length < 2) return [...faults, `the sheet shows ${codes.length} lots`]
    await page.getByText(bid.paste.title).first().click()
    const sheet = [['采购包', '单价', '最少', '最多', '运费', '水分', '日供'], [codes[0], '1085.50', '32', '320', '96', '0.5', '64'], [codes[1], '1,120', '32', '96', '96', '0.5', '64'], ['P-9999', '1', '1', '1', '1', '1', '1']]
    await page.getByLabel(bid.paste.label).fill(sheet.map(row => row.join('\t')).join('\n'))
    await page.getByRole('button', { name: bid.paste.read, exact: true }).click()
    await page.getByText(bid.paste.taken.replace('{n}', '2')).waitFor()
    await page.getByText(bid.paste.why.NO_SUCH_LOT).waitFor()
    await page.getByRole('button', { name: `${bid.grid.more} ${codes[0]}` }).click()
    await page.getByRole('button', { name: bid.ladder.add, exact: true }).click()
    const tier = page.locator('.lot .tier').nth(1)
    await tier.getByLabel(bid.ladder.from).fill('160')
    await tier.getByLabel(bid.ladder.price).fill('1060')
    await page.locator('.lot .chart svg').waitFor()
    await settled(page)
    await page.screenshot({ path: join(on.pictures, 'walk-bid-sheet.png'), fullPage: true })
    faults.push(...await faultsOf(page, zh))
    await page.getByRole('button', { name: bid.check.next }).click()
    await page.getByRole('heading', { name: bid.summary.title }).waitFor()
    await page.screenshot({ path: join(on.pictures, 'walk-bid-summary.png'), fullPage: true })
    await page.getByRole('button', { name: bid.seal.send }).click()
    await page.getByText(bid.seal.done).waitFor({ timeout: 60_000 })
    await settled(page)
    await page.screenshot({ path: join(on.pictures, 'walk-bid-sealed.png'), fullPage: true })
    faults.push(...await faultsOf(page, zh))
    const record = await saved(page, () => page.getByRole('button', { name: bid.seal.record }).click())
    const envelope = await saved(page, () => page.getByRole('button', { name: bid.seal.envelope }).click())
    const receipt = await saved(page, () => page.getByRole('button', { name: bid.own.receipt }).first().click())
    if (envelope.text.includes('108550') || !record.text.includes('108550')) faults.push('the envelope tells the price, or the record does not')

    const checker = await visitor(on.browser, on.base)
    await checker.page.goto('/verify')
    await settled(checker.page)
    for (const one of [receipt, envelope, record]) {
      await checker.page.locator('input[type="file"]').setInputFiles(file(one.name, one.text))
      await checker.page.locator('.laid', { hasText: one.name }).waitFor()
    }
    await checker.page.getByText(verify.claim.RECEIPT_SIGNED).waitFor()
    await settled(checker.page)
    if (await checker.page.locator('.findings.fails').count()) faults.push('what was just sealed does not hold')
    await checker.context.close()

    await page.reload()
    await settled(page)
    await page.getByText(bid.own.status.SEALED, { exact: true }).waitFor()
    // What was typed is still there; the same with another price goes out as the next version.
    await page.locator(`input[aria-label="${bid.grid.cell.replace('{lot}', codes[0]).replace('{field}', bid.field.price)}"]`).fill('1079')
    await page.getByRole('button', { name: bid.check.next }).click()
    await page.getByRole('button', { name: bid.seal.send }).click()
    await page.getByText(bid.seal.done).waitFor({ timeout: 60_000 })
    await page.getByText(bid.own.status.REPLACED, { exact: true }).waitFor()
    await page.getByRole('button', { name: bid.own.withdraw, exact: true }).click()
    await page.locator('dialog[open]').getByRole('button', { name: bid.own.withdraw, exact: true }).click()
    await page.getByText(bid.own.status.WITHDRAWN, { exact: true }).waitFor()
    await page.getByRole('button', { name: bid.own.withdrawal }).waitFor()
    const supplier = await asker(on, 'seller-s032')
    const own = await supplier.get(`/api/rounds/${round.id}/bid-envelope`)
    if (own.envelopes.map(one => one.status).join() !== 'REPLACED,WITHDRAWN') faults.push(`the server keeps ${own.envelopes.map(one => one.status)}`)
    await supplier.close()
    await context.close()
    return [...faults, ...seen]
  },

  'a supplier asks without a name, the association answers to all, and another supplier reads it; a sample is registered and acknowledged': async on => {
    const faults = []
    const round = on.world.round('TENDERING')
    const [asks, desk, reads] = await Promise.all([visitor(on.browser, on.base), visitor(on.browser, on.base), visitor(on.browser, on.base, { size: 'phone' })])
    for (const [one, account] of [[asks, 'seller-s032'], [desk, 'secretary-1'], [reads, 'seller-s001']]) await signIn(one.context, on.world.actor(account))
    const text = `吨袋是否要带内衬？${Date.now() % 100_000}`
    await asks.page.goto(`/start/rounds/${round.id}/offer?tab=questions`)
    await settled(asks.page)
    await asks.page.getByLabel(bid.questions.text).fill(text)
    await asks.page.getByRole('button', { name: bid.questions.ask, exact: true }).click()
    await asks.page.locator('.list li', { hasText: text }).getByText(bid.questions.mine).waitFor()
    await asks.page.screenshot({ path: join(on.pictures, 'walk-question-asked.png'), fullPage: true })
    faults.push(...await faultsOf(asks.page, zh))

    await desk.page.goto(`/association/rounds/${round.id}`)
    await settled(desk.page)
    await desk.page.getByRole('tab', { name: roundDesk.tab.questions }).click()
    const entry = desk.page.locator('li', { hasText: text })
    await entry.getByRole('button', { name: questions.answerIt, exact: true }).click()
    if (/S032|032有限公司/.test(await entry.innerText())) faults.push('the association is told who asks')
    await desk.page.getByLabel(questions.answer, { exact: true }).fill('带内衬，由供应商提供。')
    await desk.page.screenshot({ path: join(on.pictures, 'walk-question-answering.png'), fullPage: true })
    faults.push(...await faultsOf(desk.page, zh))
    await desk.page.getByRole('button', { name: questions.send, exact: true }).click()
    await desk.page.locator('li', { hasText: text }).getByText(questions.answered, { exact: true }).waitFor()

    await reads.page.goto(`/start/rounds/${round.id}/offer?tab=questions`)
    await settled(reads.page)
    const told = reads.page.locator('.list li', { hasText: text })
    await told.getByText('带内衬，由供应商提供。').waitFor()
    if (await told.getByText(bid.questions.mine).count()) faults.push('a question of another is said to be ours')
    faults.push(...await faultsOf(reads.page, zh))

    await asks.page.getByRole('tab', { name: bid.tab.samples }).click()
    await asks.page.getByLabel(bid.grid.lot).selectOption({ index: 0 })
    await asks.page.getByLabel(bid.samples.mass).fill('5')
    await asks.page.getByLabel(bid.samples.by).fill('顺丰')
    await asks.page.getByLabel(bid.samples.number).fill('SF1234567890')
    await asks.page.getByRole('button', { name: bid.samples.register, exact: true }).click()
    await asks.page.getByText(bid.samples.is.SENT, { exact: true }).waitFor()
    await asks.page.screenshot({ path: join(on.pictures, 'walk-sample.png'), fullPage: true })
    faults.push(...await faultsOf(asks.page, zh))
    await desk.page.reload()
    await settled(desk.page)
    await desk.page.getByRole('button', { name: questions.samples.receive, exact: true }).first().click()
    await desk.page.locator('dialog[open]').getByRole('button', { name: questions.samples.receive, exact: true }).click()
    await desk.page.getByText(questions.samples.is.RECEIVED, { exact: true }).first().waitFor()
    const seen = [asks, desk, reads].flatMap(one => one.faults)
    for (const one of [asks, desk, reads]) await one.context.close()
    return [...faults, ...seen]
  },
}
