// How an association decides, click by click: offers judged, an award computed, proposed, publicised, made final by a second
// pair of eyes, revoked when its winner fails, and computed anew. Each walk has a round of the demo world to itself.
import { visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'
import { as, at, confirmed, dialog, pictureOf, words, zh } from './walk.mjs'

const [award, roundDesk, tender] = ['award', 'roundDesk', 'tender'].map(words)
const { command } = roundDesk
const PATIENCE = { timeout: 240_000 }
const REASONS = '按公布的规则比较成本最低，供货能力与保证值均已核实。'
const PANEL = [['评审一', '样例检测中心'], ['评审二', '样例耐火材料协会'], ['评审三', '样例会计师事务所']]

const next = (page, step) => page.getByRole('region', { name: award.step.label }).getByText(award.step[step].title, { exact: true }).waitFor(PATIENCE)
/** A text with a figure in it, whatever the figure. */
const counted = text => new RegExp(`^${text.replace('{n}', '\\d+')}$`)

/** Computed under the round's own rules, checked, proposed with the panel's reasons. */
async function proposed(page) {
  await next(page, 'COMPUTE')
  // What each rule costs is another walk's, and takes as long again for each of them.
  await page.getByLabel(award.work.label).selectOption('QUICK')
  await page.getByLabel(award.compute.priced).uncheck()
  await page.getByRole('button', { name: award.step.COMPUTE.go }).click()
  await next(page, 'PROPOSE')
  await page.locator('.run .tag.good').waitFor(PATIENCE)
  await page.getByRole('button', { name: award.step.PROPOSE.go }).click()
  await dialog(page).getByRole('button', { name: award.step.PROPOSE.go }).click()
  await dialog(page).getByText(award.propose.needed).waitFor()
  await dialog(page).getByLabel(award.propose.reasons).fill(REASONS)
  await dialog(page).getByRole('button', { name: award.step.PROPOSE.go }).click()
  await dialog(page).waitFor({ state: 'hidden' })
  await next(page, 'PUBLICISE')
}

async function judged(page, picture, faults) {
  await page.getByRole('link', { name: counted(award.step.ADMIT.go) }).click()
  await page.locator('.offers > li').first().waitFor()
  await settled(page)
  await page.locator('.offers > li').last().getByRole('button', { name: award.admission.reject, exact: true }).click()
  await dialog(page).locator('textarea').fill('授权文件缺少签章')
  await dialog(page).getByRole('button', { name: award.admission.reject, exact: true }).click()
  await page.locator('.offers > li.REJECTED').waitFor()
  await picture(page, 'walk-admission')
  faults.push(...await faultsOf(page, zh))
  await page.getByRole('button', { name: counted(award.admission.admitAll) }).click()
  await dialog(page).getByRole('button', { name: counted(award.admission.admitAll) }).click()
  await page.getByText(award.admission.done).waitFor()
  await page.getByRole('link', { name: award.admission.toAward }).click()
}

async function evaluated(page) {
  await next(page, 'EVALUATE')
  await page.getByRole('button', { name: command.EVALUATE, exact: true }).click()
  for (const [n, [name, organisation]] of PANEL.entries()) {
    await dialog(page).getByLabel(tender.name).nth(n).fill(name)
    await dialog(page).getByLabel(tender.organisation).nth(n).fill(organisation)
  }
  await dialog(page).getByLabel(tender.expert).first().check()
  await dialog(page).getByRole('button', { name: command.EVALUATE, exact: true }).click()
  await dialog(page).waitFor({ state: 'hidden' })
}

export const decisionJourneys = {
  'the association judges open offers, ends the evaluation, proposes what was computed with its reasons and publicises it, and an auditor sees it come': async on => {
    const picture = pictureOf(on)
    const round = on.world.round('OPENED')
    const [{ context, page, faults }, auditor] = await Promise.all([as(on, 'secretary-1'), as(on, 'auditor')])
    await at(page, `/association/rounds/${round.id}/award`)
    await next(page, 'ADMIT')
    await judged(page, picture, faults)
    await evaluated(page)
    await at(auditor.page, `/start/rounds/${round.id}/award?tab=decision`)
    await auditor.page.getByText(award.decision.none).waitFor()
    await proposed(page)
    await picture(page, 'walk-award-proposed')
    faults.push(...await faultsOf(page, zh))
    await auditor.page.getByText(REASONS).waitFor()
    await picture(auditor.page, 'walk-award-auditor')
    faults.push(...await faultsOf(auditor.page, zh))

    const anyone = await visitor(on.browser, on.base, { ...zh, size: 'phone' })
    await at(anyone.page, `/rounds/${round.id}/award`)
    if (await anyone.page.getByRole('heading', { name: award.notice.byLot }).count()) faults.push('the award is public before its notice')
    await confirmed(page, command.PUBLICISE)
    await next(page, 'WAIT_NOTICE')
    await anyone.page.getByRole('heading', { name: award.notice.byLot }).waitFor()
    if ((await anyone.page.locator('main').innerText()).includes(REASONS)) faults.push('the panel\'s reasons are on the public notice')
    await picture(anyone.page, 'walk-notice-phone')
    faults.push(...await faultsOf(anyone.page, zh), ...auditor.faults, ...anyone.faults.filter(fault => !/status of 409/.test(fault)))
    for (const one of [context, auditor.context, anyone.context]) await one.close()
    return faults
  },

  'who publicised an award cannot make it final, a colleague does; its winner fails, and the next version is computed without it': async on => {
    const picture = pictureOf(on)
    const round = on.world.noticed()
    const path = `/association/rounds/${round.id}/award`
    const [same, colleague] = await Promise.all([as(on, 'secretary-1'), as(on, 'secretary-1b')])
    const { page } = same
    const faults = []
    await at(page, path)
    await next(page, 'FINALISE')
    await picture(page, 'walk-award-four-eyes')
    if (await page.getByRole('button', { name: command.FINALISE, exact: true }).count()) faults.push('who publicised the award may make it final')

    await at(colleague.page, path)
    await next(colleague.page, 'FINALISE')
    await confirmed(colleague.page, command.FINALISE)
    await next(colleague.page, 'DONE')
    await next(page, 'DONE')
    await colleague.page.getByRole('button', { name: award.step.DONE.go }).click()
    await colleague.page.locator('tbody tr').first().waitFor()
    await picture(colleague.page, 'walk-award-final')
    faults.push(...await faultsOf(colleague.page, zh))

    await at(page, path)
    await page.locator('summary', { hasText: award.side }).click()
    await confirmed(page, command.REVOKE, '中选供应商书面放弃')
    await page.getByText(award.revoked.replace('{n}', '1').replace('{reason}', '中选供应商书面放弃')).waitFor()
    await page.getByRole('button', { name: award.exclude.open }).click()
    await dialog(page).getByLabel(award.exclude.who).selectOption({ index: 1 })
    const failed = await dialog(page).locator('select option:checked').innerText()
    await dialog(page).locator('textarea').fill('中选后书面放弃，不能供货')
    await dialog(page).getByRole('button', { name: award.exclude.go, exact: true }).click()
    await dialog(page).waitFor({ state: 'hidden' })
    await picture(page, 'walk-award-revoked')
    faults.push(...await faultsOf(page, zh))
    await proposed(page)
    await confirmed(page, command.PUBLICISE)
    await next(page, 'WAIT_NOTICE')

    const anyone = await visitor(on.browser, on.base, zh)
    await at(anyone.page, `/rounds/${round.id}/award`)
    await anyone.page.getByRole('heading', { name: award.notice.byLot }).waitFor()
    const notice = await anyone.page.locator('main').innerText()
    if (!notice.includes(award.decision.version.replace('{n}', '2'))) faults.push('the notice does not say that it is the second version')
    if (notice.includes(failed)) faults.push('the winner that failed is on the next notice')
    faults.push(...await faultsOf(anyone.page, zh), ...anyone.faults, ...colleague.faults, ...same.faults)
    for (const one of [same, colleague, anyone]) await one.context.close()
    return faults
  },
}
