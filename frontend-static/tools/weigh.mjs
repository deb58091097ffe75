// What a first visit to the portal and to the log-in page must load may weigh 150 KB gzipped at most: HTML, styles,
// scripts and texts of one language. Charts and Element Plus come after, with the pages that use them.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT = 150 * 1024
const OUT = 'target/classes/static/'
const manifest = JSON.parse(readFileSync(`${OUT}.vite/manifest.json`, 'utf8'))
const weigh = file => gzipSync(readFileSync(OUT + file), { level: 6 }).length

function withImports(key, seen) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`no chunk for ${key}: did the file move? Say so in tools/weigh.mjs`)
  if (seen.has(chunk.file)) return
  seen.add(chunk.file)
  for (const css of chunk.css ?? []) seen.add(css)
  for (const imported of chunk.imports ?? []) withImports(imported, seen)
}

const pages = {
  portal: ['src/desks/public/PortalPage.vue'],
  'log-in': ['src/desks/account/LoginPage.vue'],
}
let heavy = false
for (const [name, entries] of Object.entries(pages)) {
  for (const language of ['zh-CN', 'en']) {
    const files = new Set()
    const texts = ['shell', 'kit', 'public', 'account', 'trade'].map(part => `src/i18n/${language}/${part}.json`)
    for (const key of ['index.html', 'src/shell/PublicFrame.vue', ...entries, ...texts]) withImports(key, files)
    const total = ['index.html', 'start.js', 'mark.svg', ...files].map(weigh).reduce((a, b) => a + b, 0)
    console.log(`${name} (${language}): ${(total / 1024).toFixed(1)} KB gzipped of ${LIMIT / 1024}`)
    heavy ||= total > LIMIT
  }
}
if (heavy) {
  console.error('The first pages are too heavy.')
  process.exit(1)
}
