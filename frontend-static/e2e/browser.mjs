// A headless Chromium that comes inside an npm package, with a Chinese font that comes inside another: the same on
// every machine, whatever is installed there.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import bundled from '@sparticuz/chromium'
import { chromium } from 'playwright-core'
import { AXE } from './look.mjs'

const here = dirname(fileURLToPath(import.meta.url))

function fontconfig() {
  const folder = mkdtempSync(join(tmpdir(), 'jucai-fonts-'))
  const fonts = ['noto-sans-sc/400Regular', 'noto-sans-sc/700Bold', 'noto-sans/400Regular'].map(font => `<dir>${join(here, 'node_modules/@expo-google-fonts', font)}</dir>`)
  const file = join(folder, 'fonts.conf')
  writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${fonts.join('')}<cachedir>${folder}</cachedir></fontconfig>`)
  return file
}

export async function openBrowser() {
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    env: { ...process.env, FONTCONFIG_FILE: fontconfig() },
    headless: true,
  })
}

export const SIZES = { desktop: { width: 1366, height: 900 }, phone: { width: 390, height: 844 } }

/** What went wrong on each page that is still known. */
export const faultsOn = new WeakMap()

/** A fresh visitor: a size, a language, a theme. What goes wrong on a page is kept in `faults`. */
export async function visitor(browser, base, { size = 'desktop', language = 'zh-CN', theme = 'light' } = {}) {
  const context = await browser.newContext({
    baseURL: base, viewport: SIZES[size], locale: language, colorScheme: theme, timezoneId: 'Asia/Shanghai',
    isMobile: size === 'phone', hasTouch: size === 'phone', reducedMotion: 'reduce',
  })
  // Brought in beside the page, for the pages' own content policy lets no foreign script in.
  await context.addInitScript({ content: AXE })
  const page = await context.newPage()
  const faults = []
  faultsOn.set(page, faults)
  page.on('pageerror', error => faults.push(`error: ${error.message}`))
  page.on('console', message => {
    if (message.type() === 'error' && !/status of (401|404)/.test(message.text())) faults.push(`console: ${message.text()}`)
  })
  page.on('response', answer => {
    if (answer.status() >= 500) faults.push(`${answer.status()} ${answer.url()}`)
  })
  return { context, page, faults }
}

/** Signs in as one of the demo world's people, as the one-click log-in does. */
export async function signIn(context, actor) {
  const answer = await context.request.post('/api/session', { data: { account: actor.account, password: actor.password } })
  if (!answer.ok()) throw new Error(`${actor.account} could not sign in: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()).csrfToken
}
