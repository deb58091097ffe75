// What walks have in common: who looks in which language, where to, and what is kept of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { settled } from './look.mjs'

/** The texts of a part of the pages, as a Chinese reader finds them. */
export const words = part => JSON.parse(readFileSync(new URL(`../src/i18n/zh-CN/${part}.json`, import.meta.url), 'utf8'))
export const zh = { language: 'zh-CN' }
export const dialog = page => page.locator('dialog[open]')

/** A visitor of its own who is signed in as this account. */
export async function as(on, account, look = zh) {
  const one = await visitor(on.browser, on.base, look)
  await signIn(one.context, on.world.actor(account))
  return one
}

export async function at(page, path) {
  await page.goto(path)
  await settled(page)
}

export const pictureOf = on => async (page, name) => {
  await settled(page)
  await page.screenshot({ path: join(on.pictures, `${name}.png`), fullPage: true })
}

/** A button that asks to be confirmed: with a reason where it wants one. */
export async function confirmed(page, name, reason) {
  await page.getByRole('button', { name, exact: true }).first().click()
  const asked = dialog(page).last()
  if (reason) await asked.locator('textarea').fill(reason)
  await asked.getByRole('button', { name, exact: true }).click()
  await asked.waitFor({ state: 'hidden' })
}
