// Every named screen in both languages, both sizes and both themes. A page is loaded once for a language and a size, then its theme is changed as the
// reader's system would change it; Chinese pages begin light and English ones dark, so that each screen is also loaded in either.
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { contrastOf, faultsOf, settled } from './look.mjs'
import { screens } from './screens.mjs'

const THEMES = { 'zh-CN': ['light', 'dark'], en: ['dark', 'light'] }
/** So many look at the same time, each with people of its own. */
const LOOKERS = 2
/** So many screens in all may be taken again because the server said "come again" (503): it may, and the page comes back by itself. */
let again = 2

async function themed(page, theme) {
  await page.emulateMedia({ colorScheme: theme })
  await page.waitForFunction(wanted => document.documentElement.dataset.theme === wanted, theme)
  await settled(page)
}

/** One who looks as this person at one screen after the other. */
async function person(on, look, actor) {
  const one = await visitor(on.browser, on.base, { ...look, theme: look.themes[0] })
  on.kept.add(one.context)
  if (actor) await signIn(one.context, on.world.actor(actor))
  return one
}

function taken(on, look, screen, { context, page, faults }) {
  const picture = theme => page.screenshot({ path: join(on.pictures, `${screen.name}-${look.language}-${look.size}-${theme}.png`), fullPage: look.size === 'desktop', timeout: 60_000 })
  const first = async () => {
    faults.length = 0
    await page.emulateMedia({ colorScheme: look.themes[0] })
    await page.goto(await screen.path(on.world, context))
    await settled(page)
    await picture(look.themes[0])
    return [...faults, ...await faultsOf(page, look)]
  }
  const other = async theme => {
    faults.length = 0
    await themed(page, theme)
    await picture(theme)
    return [...faults, ...await contrastOf(page)]
  }
  return { first, other }
}

async function screenOf(on, look, screen, visiting) {
  const { first, other } = taken(on, look, screen, visiting)
  const named = theme => [screen.name, look.language, look.size, theme].join('-')
  await on.claim(named(look.themes[0]), async () => {
    const found = await first()
    if (!found.some(fault => fault.startsWith('503 ')) || again-- <= 0) return found
    process.stdout.write(`  … ${named(look.themes[0])} is taken again: ${found.join(', ')}` + '\n')
    return first()
  })
  for (const theme of look.themes.slice(1)) await on.claim(named(theme), () => other(theme))
}

/** All screens of some people, person after person. */
async function looker(on, look, people) {
  for (let next = people.shift(); next; next = people.shift()) {
    const visiting = await person(on, look, next.actor)
    for (const screen of next.screens) await screenOf(on, look, screen, visiting)
    on.kept.delete(visiting.context)
    await visiting.context.close()
  }
}

/** @param on what is looked at, which `only` (a look such as zh-CN-desktop-light, `none` or `all`), and which names `fits`. */
export async function lookAt(on) {
  const chosen = theme => look => on.only === 'all' || on.only === `${look.language}-${look.size}-${theme}`
  const looks = ['zh-CN', 'en'].flatMap(language => ['desktop', 'phone'].map(size => ({ language, size })))
    .map(look => ({ ...look, themes: THEMES[look.language].filter(theme => chosen(theme)(look)) })).filter(look => look.themes.length > 0)
  const fitting = screens.filter(one => on.fits(one.name))
  for (const look of looks) {
    const people = [...new Set(fitting.map(one => one.actor))].map(actor => ({ actor, screens: fitting.filter(one => one.actor === actor) }))
      .sort((one, other) => other.screens.length - one.screens.length)
    await Promise.all(Array.from({ length: LOOKERS }, () => looker(on, look, people)))
  }
}
