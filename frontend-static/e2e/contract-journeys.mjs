// Contracts, click by click: read and signed by both sides, drawn again for a member that stepped back, priced by another formula.
// Each takes a contract that no other touches; what is proposed for a whole round is, in one of which nobody still signs.
import { asker } from './offers.mjs'
import { faultsOf } from './look.mjs'
import { as, at, confirmed, dialog, pictureOf, words, zh } from './walk.mjs'

const [contracts, formulas] = ['contracts', 'formulas'].map(words)
const SOON = { timeout: 20_000 }
const said = (text, facts) => Object.entries(facts).reduce((line, [name, value]) => line.replace(`{${name}}`, value), text)

/** A contract that waits for this account's signature and nobody else's. */
async function waiting(on, account) {
  const one = await asker(on, account)
  const { items } = await one.get('/api/contracts?status=SIGNING&limit=200')
  const found = items.find(line => [line.sellerId, line.buyerId].includes(one.partyId) && !line.signedBy.includes(one.partyId) && line.signedBy.length === 1)
  await one.close()
  if (!found) throw new Error(`no contract waits for ${account}`)
  return found
}

/** A contract in force of a round of which all are signed, whose goods of all grades have a formula, or none has one. */
async function standing(on, priced) {
  const one = await asker(on, 'finance')
  const { items } = await one.get('/api/contracts?limit=200')
  const signing = new Set(items.filter(line => line.status === 'SIGNING').map(line => line.roundId))
  const fits = ({ items: goods, amendment, text }) => goods.every(item => (amendment ?? text).terms.formulas.some(formula => formula.grade === item.grade) === priced)
  let found
  for (const line of items.filter(each => each.status === 'EFFECTIVE' && each.kind === 'SUPPLY' && !signing.has(each.roundId))) {
    found ??= fits(await one.get(`/api/contracts/${line.id}`)) ? line : undefined
  }
  await one.close()
  if (!found) throw new Error(`no round with all its contracts signed has goods ${priced ? 'with' : 'without'} a formula`)
  return found
}

export const contractJourneys = {
  'a supplier reads what quality is worth and signs its contract, and the finance group sees the signature come': async on => {
    const picture = pictureOf(on)
    const line = await waiting(on, 'seller-s001')
    const [seller, group] = await Promise.all([as(on, 'seller-s001'), as(on, 'finance')])
    await at(group.page, `/contracts/${line.id}`)
    await group.page.getByText(said(contracts.waits.SIGNATURE, { party: line.sellerName })).waitFor()
    await at(seller.page, '/contracts')
    await seller.page.getByRole('link', { name: line.code, exact: true }).click()
    await seller.page.getByRole('heading', { name: contracts.formula.title }).waitFor()
    await seller.page.locator('details summary').first().click()
    await seller.page.locator('details[open] ol li').first().waitFor()
    await picture(seller.page, 'walk-contract-supplier')
    const faults = await faultsOf(seller.page, zh)
    await confirmed(seller.page, contracts.sign.go)
    await seller.page.getByText(contracts.signedByUs).waitFor()
    await group.page.getByText(said(contracts.waits.SIGNATURE, { party: line.sellerName })).waitFor({ state: 'detached', ...SOON })
    await picture(group.page, 'walk-contract-group')
    faults.push(...await faultsOf(group.page, zh), ...seller.faults, ...group.faults)
    for (const one of [seller, group]) await one.context.close()
    return faults
  },

  'a member signs for the service on a phone, takes the paper along, and the contract is in force': async on => {
    const picture = pictureOf(on)
    const line = await waiting(on, 'buyer-e019')
    const { context, page, faults } = await as(on, 'buyer-e019', { ...zh, size: 'phone' })
    await at(page, `/contracts/${line.id}`)
    const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: contracts.pdf, exact: true }).click()])
    if (!paper.suggestedFilename().endsWith('.pdf')) faults.push(`the paper is called ${paper.suggestedFilename()}`)
    await confirmed(page, contracts.sign.go)
    await page.getByText(contracts.status.EFFECTIVE, { exact: true }).first().waitFor()
    await picture(page, 'walk-contract-member-phone')
    faults.push(...await faultsOf(page, zh))
    await context.close()
    return faults
  },

  'a member steps back before its goods are bound, and the finance group draws the contract again and sends it': async on => {
    const picture = pictureOf(on)
    const line = await waiting(on, 'buyer-e023')
    const [member, group] = await Promise.all([as(on, 'buyer-e023'), as(on, 'finance')])
    await at(group.page, `/contracts/${line.id}`)
    await at(member.page, `/contracts/${line.id}`)
    await confirmed(member.page, contracts.terminate.go, '改由关联公司付款，先不签')
    await member.page.getByText(contracts.status.TERMINATED, { exact: true }).first().waitFor()
    if (await member.page.getByRole('button', { name: contracts.redraw.go }).count()) member.faults.push('the member is offered to draw its contract again')
    await group.page.getByRole('button', { name: contracts.redraw.go, exact: true }).waitFor(SOON)
    await confirmed(group.page, contracts.redraw.go)
    await group.page.getByText(`${line.code}-2`).first().waitFor()
    await picture(group.page, 'walk-contract-drawn-again')
    const faults = await faultsOf(group.page, zh)
    await at(group.page, '/contracts')
    await group.page.getByRole('button', { name: contracts.send.go, exact: true }).first().click()
    await group.page.getByText(said(contracts.send.done, { n: '1' })).waitFor()
    await at(member.page, '/contracts')
    await member.page.getByRole('row', { name: new RegExp(`${line.code}-2`) }).getByText(contracts.toSign).waitFor()
    await picture(member.page, 'walk-contracts-member')
    faults.push(...await faultsOf(member.page, zh), ...member.faults, ...group.faults)
    for (const one of [member, group]) await one.context.close()
    return faults
  },

  'the association\'s administrator names who it buys through, and its secretariat reads it': async on => {
    const picture = pictureOf(on)
    const [chief, office] = await Promise.all([as(on, 'chief-1'), as(on, 'secretary-1')])
    await at(chief.page, '/association/purchasing')
    await chief.page.getByRole('heading', { name: contracts.purchasing.change }).waitFor()
    await chief.page.getByLabel(contracts.purchasing.group).click()
    await chief.page.locator('.el-select-dropdown__item').first().click()
    await chief.page.getByRole('button', { name: contracts.purchasing.go, exact: true }).click()
    await chief.page.getByText(contracts.purchasing.named).waitFor()
    await picture(chief.page, 'walk-purchasing')
    await at(office.page, '/association/purchasing')
    await office.page.getByText(contracts.purchasing.named).waitFor()
    if (await office.page.getByRole('button', { name: contracts.purchasing.go, exact: true }).count()) office.faults.push('the secretariat is offered to name it')
    const faults = [...await faultsOf(chief.page, zh), ...await faultsOf(office.page, zh), ...chief.faults, ...office.faults]
    for (const one of [chief, office]) await one.context.close()
    return faults
  },

  'the secretariat makes a formula the usual one of a grade and takes it back': async on => {
    const { context, page, faults } = await as(on, 'secretary-1')
    await at(page, '/formulas')
    await page.locator('tbody a').first().click()
    await page.getByRole('heading', { name: formulas.usual.title }).waitFor()
    await page.getByLabel(formulas.usual.grade, { exact: true }).selectOption('GSN98')
    await page.getByRole('button', { name: formulas.usual.add, exact: true }).click()
    const named = page.getByRole('listitem').filter({ hasText: 'GSN98' })
    await named.waitFor()
    faults.push(...await faultsOf(page, zh))
    await named.getByRole('button', { name: formulas.usual.drop }).click()
    await named.waitFor({ state: 'detached' })
    await context.close()
    return faults
  },

  'the finance group proposes another formula, in all contracts of the round that have the grade': async on => {
    const picture = pictureOf(on)
    const { context, page, faults } = await as(on, 'finance')
    await at(page, `/contracts/${(await standing(on, true)).id}`)
    await page.getByRole('button', { name: contracts.formula.open, exact: true }).click()
    await dialog(page).locator('select').first().selectOption('none')
    await picture(page, 'walk-contract-formulas')
    faults.push(...await faultsOf(page, zh))
    await dialog(page).getByRole('button', { name: contracts.formula.propose, exact: true }).click()
    await page.getByText(new RegExp(contracts.formula.proposed.replace('{n}', '\\d+'))).waitFor(SOON)
    await page.getByText(contracts.formula.noneSaid).first().waitFor()
    await picture(page, 'walk-contract-proposed')
    faults.push(...await faultsOf(page, zh))
    await context.close()
    return faults
  },

  'whoever proposes the formula that all contracts have already is told that nothing changes': async on => {
    const { context, page, faults } = await as(on, 'finance')
    await at(page, `/contracts/${(await standing(on, false)).id}`)
    await page.getByRole('button', { name: contracts.formula.open, exact: true }).click()
    await dialog(page).locator('select').first().selectOption('none')
    await dialog(page).getByRole('button', { name: contracts.formula.propose, exact: true }).click()
    await page.getByText(contracts.formula.unchanged).waitFor(SOON)
    faults.push(...await faultsOf(page, zh))
    await context.close()
    return faults
  },
}
