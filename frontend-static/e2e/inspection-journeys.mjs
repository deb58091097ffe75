// From the quarantine to the price, as those who meet the goods do it: a batch and its blind samples at the gate, a result by two people at a bench, a contest, an umpire.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { signIn, visitor } from './browser.mjs'
import { announced, asks, contracted, does } from './contracted.mjs'
import { faultsOf, settled } from './look.mjs'
import { as, at, confirmed, dialog, pictureOf, words, zh } from './walk.mjs'

const [inspection, laboratory, reports, formulas] = ['inspection', 'laboratory', 'reports', 'formulas'].map(words)
const SOON = { timeout: 20_000 }
const say = (text, facts = {}) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? '')
const seal = () => `F-${randomUUID().slice(0, 8)}`

/** A contract in force with goods of a grade that it prices by quality, between people who sign in. */
async function priced(on) {
  const world = await contracted(on)
  const people = [...world.people.values()]
  for (const line of (await asks(world.people.get('finance'), '/api/contracts?status=EFFECTIVE&kind=SUPPLY&limit=200')).items) {
    const seller = people.find(one => one.partyId === line.sellerId)
    if (!seller) continue
    const sheet = await asks(seller, `/api/contracts/${line.id}`)
    const grades = new Set((sheet.text.terms.formulas ?? []).map(one => one.grade))
    const ids = new Set(sheet.items.filter(one => grades.has(one.grade)).map(one => one.id))
    if (ids.size === 0) continue
    const plan = await asks(seller, `/api/contracts/${line.id}/delivery-plan`)
    const item = plan.items.find(one => ids.has(one.itemId) && one.mostKg - one.calledOffKg > 1_000 && people.some(who => who.partyId === one.memberId))
    if (item) return { ...world, seller, contractId: line.id, item, member: people.find(who => who.partyId === item.memberId) }
  }
  return world
}

/** A truck that stands unloaded in the member's quarantine. */
async function unloaded(world) {
  const truck = await announced(world)
  const at = `/api/deliveries/${truck.id}`
  await does(world.member, `${at}/arrive`, { statedAt: new Date().toISOString() })
  await does(world.member, `${at}/check`, { accepted: true, remark: '外观正常' })
  await does(world.member, `${at}/weigh`, { side: 'DESTINATION', weighbridge: '1号地磅', number: `Y-${randomUUID().slice(0, 8)}`, grossKg: 17_000, tareKg: 16_000, weighedAt: new Date().toISOString() })
  return does(world.member, `${at}/unload`)
}

/** A batch formed and sampled by click, with the codes that only its receiver knows. */
async function sampled(world, picture, faults) {
  const truck = await unloaded(world)
  const { page } = world.member
  await at(page, '/batches')
  await page.getByRole('link', { name: inspection.form.open }).first().click()
  const row = page.locator('section li', { hasText: truck.code })
  await row.waitFor()
  // Only this truck, whatever else lies there.
  const group = page.locator('section', { has: page.locator('li', { hasText: truck.code }) })
  for (const tick of await group.locator('input[type=checkbox]').all()) await tick.setChecked(false)
  await row.getByRole('checkbox').check()
  await picture(page, 'walk-batch-form')
  faults.push(...await faultsOf(page, zh))
  await group.getByRole('button', { name: new RegExp(say(inspection.form.go, { n: 1 })) }).click()
  await page.getByRole('heading', { name: inspection.draw.title }).waitFor()
  for (const kind of ['MAIN', 'DUPLICATE', 'UMPIRE']) await page.locator(`#seal-${kind}`).fill(seal())
  await picture(page, 'walk-batch-draw')
  faults.push(...await faultsOf(page, zh))
  await page.getByRole('button', { name: inspection.draw.go }).click()
  await page.getByRole('heading', { name: inspection.samples }).waitFor()
  const id = new URL(page.url()).pathname.split('/').at(-1)
  return { id, truck, batch: await asks(world.member, `/api/batches/${id}`) }
}

const codeOf = (batch, kind) => batch.samples.find(one => one.kind === kind).code

/** Values that stay just inside the guarantees, in per cent and the like; alumina lower by so much. */
async function valuesFor(world, wanted, less) {
  const sheet = await asks(world.seller, `/api/contracts/${world.contractId}`)
  const guarantees = sheet.items.find(one => one.id === world.item.itemId).guarantees
  const USUAL = { MOISTURE: '0.4', OFF_SIZE: '3', BULK_DENSITY: '3.2', FE2O3: '1.2', AL2O3: '86', TIO2: '3', CAO_MGO: '0.4', K2O_NA2O: '0.3' }
  return property => {
    const guarantee = guarantees.find(one => one.property.toUpperCase() === property)
    const ppm = guarantee?.minimumPpm ?? guarantee?.maximumPpm
    if (ppm === undefined) return USUAL[property] ?? '1'
    const places = property === 'BULK_DENSITY' ? 1_000 : 10_000
    return String((ppm - (property === 'AL2O3' ? less : 0)) / places)
  }
}

/** A sample received, tested at a bench by one person, verified and issued by another. */
async function tested(on, { tester, verifier, code, value, picture, faults, corrects }) {
  const one = await as(on, tester)
  await at(one.page, '/bench')
  await one.page.locator('#sample-code').fill(code.toLowerCase().replace(/(.{4})/g, '$1 '))
  await one.page.locator('#sample-code').press('Enter')
  await one.page.getByRole('button', { name: laboratory.arriveGo, exact: true }).click()
  await one.page.getByRole('heading', { name: laboratory.enter }).waitFor()
  const rows = one.page.locator('tbody tr')
  const names = Object.fromEntries(Object.entries(formulas.property).map(([key, text]) => [text, key]))
  for (const row of await rows.all()) {
    const property = names[(await row.locator('th').innerText()).trim()]
    await row.locator('td.value input').fill(await value(property))
    const method = row.locator('input.method')
    if (await method.inputValue() === '') await method.fill('内部方法')
    await row.locator('td.value input').press('ArrowDown')
  }
  await picture(one.page, `walk-bench-${tester}`)
  faults.push(...await faultsOf(one.page, zh))
  await one.page.getByRole('button', { name: laboratory.enterGo }).click()
  await one.page.getByText(laboratory.waitsForAnother).waitFor()
  if (await one.page.getByRole('button', { name: laboratory.verify, exact: true }).count()) faults.push('who tested may verify')
  const other = await as(on, verifier)
  await at(other.page, `/bench?stage=toVerify`)
  await other.page.getByRole('link', { name: code.replace(/(.{4})(?=.)/g, '$1 ') }).click()
  await other.page.getByRole('button', { name: laboratory.verify, exact: true }).click()
  await confirmed(other.page, laboratory.issue)
  await other.page.getByRole('button', { name: laboratory.report }).waitFor()
  if (corrects) await corrects(one.page, other.page)
  await picture(other.page, `walk-bench-${verifier}`)
  faults.push(...one.faults, ...other.faults, ...await faultsOf(other.page, zh))
  const [paper] = await Promise.all([other.page.waitForEvent('download'), other.page.getByRole('button', { name: laboratory.report }).first().click()])
  const bytes = readFileSync(await paper.path())
  if (bytes.subarray(0, 5).toString() !== '%PDF-') faults.push('the report is no PDF')
  const seen = await other.page.locator('main').innerText()
  await one.context.close()
  await other.context.close()
  return { seen, fileName: paper.suggestedFilename() }
}

export const inspectionJourneys = {
  'goods in quarantine become a batch, blind samples are tested by two people, the duplicate agrees, and the supplier sees the price': async on => {
    const picture = pictureOf(on)
    const world = await priced(on)
    const faults = []
    const { id, truck, batch } = await sampled(world, picture, faults)
    const { page } = world.member
    await picture(page, 'walk-batch-sampled')
    faults.push(...await faultsOf(page, zh))
    await page.getByRole('link', { name: inspection.label.open }).click()
    await page.locator('.label svg').first().waitFor()
    await picture(page, 'walk-batch-labels')
    await page.emulateMedia({ media: 'print' })
    const printed = await page.locator('body').innerText()
    if (printed.includes(batch.code) || printed.includes(inspection.kind.MAIN)) faults.push('the label says more than the code')
    await page.emulateMedia({ media: 'screen' })
    faults.push(...await faultsOf(page, zh))

    const value = await valuesFor(world, batch.samples, 5_000)
    const code = codeOf(batch, 'MAIN')
    const bench = await tested(on, { tester: 'laboratory', verifier: 'laboratory-2', code, value, picture, faults })
    for (const secret of [batch.code, truck.code, batch.sellerName, batch.receiverName, batch.grade]) if (bench.seen.includes(secret)) faults.push(`the laboratory reads ${secret}`)

    // The seller sees the result as it comes, contests it, and has the duplicate tested.
    const seller = world.seller
    await at(seller.page, `/batches/${id}`)
    await seller.page.getByRole('button', { name: inspection.contest.open }).waitFor(SOON)
    if ((await seller.page.locator('main').innerText()).replace(/\s/g, '').includes(code)) faults.push('the seller reads the code')
    await picture(seller.page, 'walk-batch-issued')
    faults.push(...await faultsOf(seller.page, zh))
    await seller.page.getByRole('button', { name: inspection.contest.open }).click()
    await dialog(seller.page).getByLabel(inspection.contest.grounds).fill('与出厂检验不符')
    await picture(seller.page, 'walk-batch-contest')
    faults.push(...await faultsOf(seller.page, zh))
    await dialog(seller.page).getByRole('button', { name: inspection.contest.go }).click()
    await seller.page.getByText(inspection.status.CONTESTED, { exact: true }).first().waitFor()
    const again = await valuesFor(world, batch.samples, 3_000)
    await tested(on, { tester: 'laboratory-2', verifier: 'laboratory', code: codeOf(batch, 'DUPLICATE'), value: again, picture: async () => {}, faults })
    await seller.page.getByText(inspection.found.RETEST_AGREED).waitFor(SOON)
    const after = await asks(seller, `/api/batches/${id}`)
    if (after.adjustments.length) {
      await seller.page.getByRole('heading', { name: inspection.price.title }).waitFor()
      await seller.page.locator('article ol li').first().waitFor()
    } else if (after.decided === undefined) faults.push('final, and nothing was decided')
    await picture(seller.page, 'walk-batch-final')
    const phone = await visitor(on.browser, on.base, { ...zh, size: 'phone' })
    await signIn(phone.context, on.world.actor(seller.account))
    await at(phone.page, `/batches/${id}`)
    await picture(phone.page, 'walk-batch-final-phone')
    faults.push(...await faultsOf(seller.page, zh), ...await faultsOf(phone.page, zh), ...phone.faults, ...seller.faults, ...world.member.faults)
    await phone.context.close()
    await world.close()
    return faults
  },

  'a result is contested, the umpire of another laboratory decides, and anybody checks the report': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const faults = []
    const { id, batch } = await sampled(world, async () => {}, faults)
    const value = await valuesFor(world, batch.samples, 0)
    const code = codeOf(batch, 'MAIN')
    await tested(on, { tester: 'laboratory', verifier: 'laboratory-2', code, value, picture: async () => {}, faults })
    const { page } = world.member
    await at(page, `/batches/${id}`)
    await page.getByRole('button', { name: inspection.contest.open }).click(SOON)
    await dialog(page).getByText(inspection.contest.umpire, { exact: true }).click()
    await dialog(page).getByLabel(inspection.contest.grounds).fill('与到货外观不符')
    await dialog(page).getByRole('button', { name: inspection.contest.go }).click()
    await page.getByText(inspection.status.UMPIRE, { exact: true }).first().waitFor()
    await picture(page, 'walk-batch-umpire')
    faults.push(...await faultsOf(page, zh))
    await tested(on, { tester: 'umpire-1', verifier: 'umpire-2', code: codeOf(batch, 'UMPIRE'), value, picture, faults })
    await page.getByText(inspection.found.UMPIRE).waitFor(SOON)
    await picture(page, 'walk-batch-umpired')
    faults.push(...await faultsOf(page, zh), ...world.member.faults)

    // Whoever holds the paper checks it, signed in or not; a forged digest and a misread number are told apart.
    const anybody = await visitor(on.browser, on.base, zh)
    const genuine = await (await anybody.context.request.get(`/api/reports/${code}-1`)).json()
    await at(anybody.page, `/reports/${code}-1?digest=${genuine.digest}`)
    await anybody.page.getByText(reports.verdict.GENUINE.title).waitFor()
    await picture(anybody.page, 'walk-report-genuine')
    faults.push(...await faultsOf(anybody.page, zh))
    const shown = await anybody.page.locator('main').innerText()
    for (const secret of [batch.code, batch.sellerName, batch.receiverName, batch.grade]) if (shown.includes(secret)) faults.push(`whoever checks a report reads ${secret}`)
    await at(anybody.page, `/reports/${code}-1?digest=${genuine.digest.replace(/^./, first => (first === '0' ? '1' : '0'))}`)
    await anybody.page.getByText(reports.verdict.OTHER_CONTENT.title).waitFor()
    await picture(anybody.page, 'walk-report-forged')
    faults.push(...await faultsOf(anybody.page, zh))
    await at(anybody.page, '/reports')
    await anybody.page.locator('#report-number').fill(`${code.replace(/^./, first => (first === '2' ? '3' : '2'))}-1`)
    await anybody.page.getByRole('button', { name: reports.check }).click()
    await anybody.page.getByText(reports.no).waitFor()
    await settled(anybody.page)
    faults.push(...await faultsOf(anybody.page, zh), ...anybody.faults.filter(fault => !/422/.test(fault)))
    await anybody.context.close()
    await world.close()
    return faults
  },
}
