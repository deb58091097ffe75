// Usage: node run.mjs <address> <folder for pictures> [<look> [<words in journeys' names> [<words in screens' names>]]], of words several with | between. Looks at every named screen in
// both languages, both sizes and both themes, and walks the journeys; a look is zh-CN-desktop-light, `none` or `all`; journeys `none` walks none. Exits with
// the number of claims that failed, at most 100; which they are and why is also in failed.txt beside the pictures.
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faultsOn, openBrowser } from './browser.mjs'
import { lookAt } from './looks.mjs'
import { journeys } from './journeys.mjs'
import { memberJourneys } from './member-journeys.mjs'
import { accountJourneys } from './account-journeys.mjs'
import { contractJourneys } from './contract-journeys.mjs'
import { decisionJourneys } from './decision-journeys.mjs'
import { deskJourneys } from './desk-journeys.mjs'
import { disputeJourneys } from './dispute-journeys.mjs'
import { faultJourneys } from './fault-journeys.mjs'
import { gateJourneys } from './gate-journeys.mjs'
import { photoJourneys } from './photo-journeys.mjs'
import { settlementJourneys } from './settlement-journeys.mjs'
import { formulaJourneys } from './formula-journeys.mjs'
import { noticeJourneys } from './notice-journeys.mjs'
import { imports } from './imports.mjs'
import { inspectionJourneys } from './inspection-journeys.mjs'
import { awardJourneys } from './award-journeys.mjs'
import { offerJourneys } from './offer-journeys.mjs'
import { openingJourneys } from './opening-journeys.mjs'
import { recoveryJourneys } from './recovery-journeys.mjs'
import { remedyJourneys } from './remedy-journeys.mjs'
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

const [only = 'all', named = '', shown = ''] = process.argv.slice(4)
const isNamed = (name, words) => words.split('|').some(some => name.includes(some))
const failed = []
const told = join(pictures, 'failed.txt')
writeFileSync(told, '')
let passed = 0
/** How long each took, so that whoever wants the run shorter knows where to begin. */
const took = []
const SLOWEST = 12
/** Whoever looks at screen after screen stays when another claim fails. */
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
  const began = performance.now()
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
  took.push({ name, seconds: (performance.now() - began) / 1000 })
}

const browser = await openBrowser()
const world = await readWorld()
await lookAt({ browser, base, world, pictures, claim, kept, only, fits: name => isNamed(name, shown) })
const walks = { ...keeperJourneys, ...journeys, ...memberJourneys, ...accountJourneys, ...imports, ...deskJourneys, ...faultJourneys, ...verifyJourneys, ...formulaJourneys, ...offerJourneys, ...openingJourneys, ...disputeJourneys, ...awardJourneys, ...decisionJourneys, ...trusteeJourneys, ...contractJourneys, ...gateJourneys, ...photoJourneys, ...inspectionJourneys, ...noticeJourneys, ...settlementJourneys, ...recoveryJourneys, ...remedyJourneys }
const chosen = Object.entries(walks).filter(([name]) => named !== 'none' && isNamed(name, named))
if (chosen.length === 0 && named !== 'none') await claim(named, () => ['no journey is called so'])
for (const [name, journey] of chosen) await claim(name, () => journey({ browser, base, world, pictures }))
await browser.close()
for (const { name, seconds } of took.sort((one, other) => other.seconds - one.seconds).slice(0, SLOWEST)) process.stdout.write(`  ${seconds.toFixed(1)} s ${name}` + '\n')
process.stdout.write(`${passed} passed, ${failed.length} failed` + '\n')
process.exit(Math.min(failed.length, 100))
