// What every page must keep, whoever looks at it: no fault, nothing beside the screen, no missing glyph, no untranslated
// text, no serious finding of accessibility.
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'

export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const PARTS = readdirSync(new URL('../src/i18n/en', import.meta.url)).map(file => file.replace('.json', ''))
const KEYS = new RegExp(`\\b(?:${PARTS.join('|')})(?:\\.[a-zA-Z]+){1,}\\b`, 'g')

const GLYPHS = () => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 24
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  pen.font = '20px ' + getComputedStyle(document.body).fontFamily
  const drawn = text => {
    pen.clearRect(0, 0, 24, 24)
    pen.fillText(text, 0, 20)
    return pen.getImageData(0, 0, 24, 24).data.join()
  }
  const missing = drawn('\u{10FFFD}')
  return [...new Set(document.body.innerText)].filter(sign => sign.trim() !== '' && sign.codePointAt(0) > 127 && drawn(sign) === missing)
}

export async function faultsOf(page, { language }) {
  const faults = []
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (wide > 1) faults.push(`the page is ${wide} px wider than the screen`)
  const glyphs = await page.evaluate(GLYPHS)
  if (glyphs.length > 0) faults.push(`no glyph for ${glyphs.join(' ')}`)
  const text = await page.evaluate(() => document.body.innerText)
  const keys = text.match(KEYS)
  if (keys) faults.push(`untranslated: ${[...new Set(keys)].slice(0, 5).join(', ')}`)
  if (language === 'zh-CN' && !/[\u4e00-\u9fff]/.test(text)) faults.push('no Chinese on a Chinese page')
  if (/\bundefined\b|\bNaN\b|\[object /.test(text)) faults.push('a value that is none is shown')
  return [...faults, ...await accessibility(page)]
}

/** What a change of theme can spoil. */
export const contrastOf = page => accessibility(page, ['color-contrast'])

async function accessibility(page, rules) {
  const found = await page.evaluate(async named => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'], ...(named && { runOnly: named }) })
    return violations.filter(one => one.impact === 'serious' || one.impact === 'critical')
      .map(one => `${one.id}: ${one.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | ')}`)
  }, rules)
  return found.map(one => `accessibility ${one}`)
}

const FRAMES = 4
/** A page is settled when nothing is being asked or shown as loading any more, for some frames in a row: one answer often asks the next question. */
export async function settled(page) {
  await page.waitForLoadState('domcontentloaded')
  await page.evaluate(() => (window.quiet = 0))
  await page.waitForFunction(frames => {
    const quiet = document.querySelector('main, [role=main]') !== null && document.querySelector('[aria-busy="true"]') === null
    window.quiet = quiet ? window.quiet + 1 : 0
    return window.quiet >= frames
  }, FRAMES, { timeout: 20_000 })
  await page.evaluate(() => document.fonts.ready)
}
