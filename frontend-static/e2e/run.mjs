// Usage: node run.mjs <address> <folder for pictures> [<look> [<words in journeys' names>]]. Looks at every named screen in
// both languages, both sizes and both themes, and walks the journeys; a look is zh-CN-desktop-light, `none` or `all`. Exits with
// the number of claims that failed, at most 100; which they are and why is also in failed.txt beside the pictures.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultsOn, openBrowser, signIn, visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'
import { screens } from './screens.mjs'
import { journeys } from './journeys.mjs'
import { memberJourneys } from './member-journeys.mjs'
import { accountJourneys } from './account-journeys.mjs'
import { decisionJourneys } from './decision-journeys.mjs'
import { deskJourneys } from './desk-journeys.mjs'
import { disputeJourneys } from './dispute-journeys.mjs'
import { faultJourneys } from './fault-journeys.mjs'
import { formulaJourneys } from './formula-journeys.mjs'
import { imports } from './imports.mjs'
import { awardJourneys } from './award-journeys.mjs'
import { offerJourneys } from './offer-journeys.mjs'
import { openingJourneys } from './opening-journeys.mjs'
import { keeperJourneys, trusteeJourneys } from './trustee-journeys.mjs'
import { verifyJourneys } from './verify-journeys.mjs'

const [base = 'http://localhost:8080', pictures = 'target/screens'] = process.argv.slice(2)
mkdirSync(pictures, { recursive: true })

async function readWorld() {
  const get = async path => (await fetch(base + path)).json()
  const actors = (await get('/api/demo/actors')).items
  const rounds = (await get('/api/rounds?limit=50')).items
  const actor = account => {
    const found = actors.find(one => one.account === account)
    if (!found) throw new Error(`nobody signs in as ${account} in the demo world`)
    return found
  }
  const { account, password } = actor('secretary-1')
  const session = await fetch(base + '/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account, password }) })
  const first = (await session.json()).party.partyId
  const ours = (what, fits) => {
    const found = rounds.find(one => one.associationId === first && fits(one))
    if (!found) throw new Error(`the demo world has no round that is ${what}`)
    return found
  }
  const ended = one => Date.parse(one.publicityEndsAt) <= Date.now()
  /** The newest that stands so; at public notice one whose notice runs. */
  const round = status => ours(status, one => one.status === status && !(status === 'PUBLICISED' && ended(one)))
  /** Its notice has ended, and nobody has made it final yet. */
  const noticed = () => ours('noticed', one => one.status === 'PUBLICISED' && ended(one))
  return { actors, rounds, actor, round, noticed }
}

const [only = 'all', named = ''] = process.argv.slice(4)
const looks = ['zh-CN', 'en'].flatMap(language => ['desktop', 'phone'].flatMap(size => ['light', 'dark'].map(theme => ({ language, size, theme }))))
  .filter(one => only === 'all' || `${one.language}-${one.size}-${one.theme}` === only)
const failed = []
const told = join(pictures, 'failed.txt')
writeFileSync(told, '')
let passed = 0
/** Whoever looks at screen after screen stays when one of them fails. */
const kept = new Set()

/** What stands open when a claim fails: a picture of each page, where it is, and what it says first. Then they are closed, for they would go on asking. */
async function leftOpen(number) {
  const said = []
  for (const context of browser.contexts().filter(one => !kept.has(one))) {
    for (const page of context.pages()) {
      const picture = `failed-${number}-${said.length + 1}.png`
      await page.screenshot({ path: join(pictures, picture), timeout: 5_000 }).catch(() => {})
      const words = await page.locator('main').innerText({ timeout: 2_000 }).catch(() => '')
      said.push(`${picture} ${page.url()} ${words.replace(/\s+/g, ' ').slice(0, 300)}`, ...(faultsOn.get(page) ?? []))
    }
    await context.close()
  }
  return said
}

async function claim(name, work) {
  try {
    const faults = await work()
    if (faults.length > 0) throw new Error(faults.join('\n    '))
    passed++
  } catch (fault) {
    failed.push(name)
    const why = [`  ✗ ${name}`, fault.message, ...await leftOpen(failed.length)].join('\n    ') + '\n'
    process.stdout.write(why)
    appendFileSync(told, why)
  }
}

/** So many screens in all may be taken again because the server said "come again" (503): it may, and the page comes back by itself. */
let again = 2

async function look(browser, world, look) {
  const people = new Map()
  for (const screen of screens) {
    const who = screen.actor ?? 'nobody'
    if (!people.has(who)) {
      const one = await visitor(browser, base, look)
      if (screen.actor) await signIn(one.context, world.actor(screen.actor))
      people.set(who, one)
      kept.add(one.context)
    }
    const { context, page, faults } = people.get(who)
    const name = [screen.name, look.language, look.size, look.theme].join('-')
    const take = async () => {
      faults.length = 0
      await page.goto(await screen.path(world, context))
      await settled(page)
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: look.size === 'desktop' })
      return [...faults, ...await faultsOf(page, look)]
    }
    await claim(name, async () => {
      const found = await take()
      if (!found.some(fault => fault.startsWith('503 ')) || again-- <= 0) return found
      process.stdout.write(`  … ${name} is taken again: ${found.join(', ')}` + '\n')
      return take()
    })
  }
  for (const one of people.values()) {
    kept.delete(one.context)
    await one.context.close()
  }
}

const browser = await openBrowser()
const world = await readWorld()
for (const one of looks) await look(browser, world, one)
const walks = { ...keeperJourneys, ...journeys, ...memberJourneys, ...accountJourneys, ...imports, ...deskJourneys, ...faultJourneys, ...verifyJourneys, ...formulaJourneys, ...offerJourneys, ...openingJourneys, ...disputeJourneys, ...awardJourneys, ...decisionJourneys, ...trusteeJourneys }
const chosen = Object.entries(walks).filter(([name]) => name.includes(named))
if (chosen.length === 0) await claim(named, () => ['no journey is called so'])
for (const [name, journey] of chosen) await claim(name, () => journey({ browser, base, world, pictures }))
await browser.close()
process.stdout.write(`${passed} passed, ${failed.length} failed` + '\n')
process.exit(Math.min(failed.length, 100))
