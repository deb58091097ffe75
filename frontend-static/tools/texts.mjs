// Texts live in src/i18n only. Finds: text written into a template or a script, keys used but not written, keys that
// one language lacks, placeholders that differ between the languages, and keys nobody uses.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'vue/compiler-sfc'

const LANGUAGES = ['zh-CN', 'en']
const SPOKEN_ATTRIBUTES = new Set(['title', 'alt', 'label', 'placeholder', 'aria-label', 'aria-description', 'description', 'summary', 'unit', 'content'])
const WORD = /[\p{Script=Han}\p{Script=Latin}]/u
const HAN = /\p{Script=Han}/u
const findings = []

const walk = dir => readdirSync(dir).flatMap(name => {
  const path = join(dir, name)
  return statSync(path).isDirectory() ? walk(path) : [path]
})

function flatten(tree, prefix, into) {
  for (const [key, value] of Object.entries(tree)) {
    const path = `${prefix}.${key}`
    if (typeof value === 'object') flatten(value, path, into)
    else into.set(path, value)
  }
  return into
}

const texts = Object.fromEntries(LANGUAGES.map(language => {
  const dir = `src/i18n/${language}`
  const all = new Map()
  for (const file of readdirSync(dir)) flatten(JSON.parse(readFileSync(join(dir, file), 'utf8')), file.replace('.json', ''), all)
  return [language, all]
}))

const placeholders = text => [...new Set([...text.matchAll(/\{\s*([\w@]+)\s*\}/g)].map(m => m[1]))].sort().join()
const [first, second] = LANGUAGES
for (const [key, text] of texts[first]) {
  const other = texts[second].get(key)
  if (other === undefined) findings.push(`${key}: not in ${second}`)
  else if (placeholders(text) !== placeholders(other)) findings.push(`${key}: placeholders differ between the languages`)
  if (text.trim() === '' || other?.trim() === '') findings.push(`${key}: empty`)
}
for (const key of texts[second].keys()) if (!texts[first].has(key)) findings.push(`${key}: not in ${first}`)
for (const [key, text] of texts.en) if (HAN.test(text) && !/^(shell\.(brand|language))/.test(key)) findings.push(`${key}: Chinese in the English texts`)

const used = new Set()
const usedPrefixes = new Set()
const keyPattern = /\b(?:t|te|tm|rt|\$t|n|words?)\(\s*(['"])([\w.-]+)\1/g
const dynamicPattern = /\b(?:t|te|tm|\$t|words?)\(\s*`([^`$]+)\$\{/g
const quotedPattern = /(['"`])([a-z][\w-]*(?:\.[\w-]+)+)\1/g

function readScript(file, source) {
  for (const [, , key] of source.matchAll(keyPattern)) {
    used.add(key)
    if (key.includes('.') && !texts[first].has(key)) findings.push(`${file}: ${key} is written nowhere`)
  }
  for (const [, prefix] of source.matchAll(dynamicPattern)) {
    usedPrefixes.add(prefix)
    if (prefix.includes('.') && ![...texts[first].keys()].some(key => key.startsWith(prefix))) findings.push(`${file}: nothing begins with ${prefix}`)
  }
  // Keys handed on as data (`title: 'shell.places.rounds'`) count as used too.
  for (const [, , key] of source.matchAll(quotedPattern)) if (texts[first].has(key)) used.add(key)
}

const stripComments = source => source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1')

function readTemplate(file, node) {
  if (node.type === 2 && WORD.test(node.content)) findings.push(`${file}:${node.loc.start.line}: text in the template: "${node.content.trim().slice(0, 40)}"`)
  if (node.type === 5 && /(['"`])[^'"`]*\p{Script=Han}[^'"`]*\1/u.test(node.loc.source)) findings.push(`${file}:${node.loc.start.line}: Chinese in an expression`)
  for (const prop of node.props ?? []) {
    if (prop.type === 6 && SPOKEN_ATTRIBUTES.has(prop.name) && prop.value && WORD.test(prop.value.content)) {
      findings.push(`${file}:${prop.loc.start.line}: text in ${prop.name}: "${prop.value.content.slice(0, 40)}"`)
    }
  }
  for (const child of node.children ?? []) readTemplate(file, child)
}

for (const file of walk('src').filter(f => /\.(vue|ts)$/.test(f) && !f.endsWith('.d.ts') && !f.endsWith('.test.ts'))) {
  const source = readFileSync(file, 'utf8')
  const bare = stripComments(source)
  readScript(file, bare)
  if (file.endsWith('.vue')) {
    const { descriptor } = parse(source, { filename: file })
    if (descriptor.template?.ast) readTemplate(file, descriptor.template.ast)
    const script = stripComments((descriptor.script?.content ?? '') + (descriptor.scriptSetup?.content ?? ''))
    if (HAN.test(script)) findings.push(`${file}: Chinese in the script`)
  } else if (HAN.test(bare)) findings.push(`${file}: Chinese in the script`)
}
// kit and trade are vocabularies for every desk, also for those to come.
const vocabulary = key => key.startsWith('kit.') || key.startsWith('trade.')
for (const key of texts[first].keys()) {
  if (!vocabulary(key) && !used.has(key) && ![...usedPrefixes].some(prefix => key.startsWith(prefix))) findings.push(`${key}: nobody uses it`)
}

if (findings.length > 0) {
  console.error(`Texts: ${findings.length} finding(s)\n  ${findings.join('\n  ')}`)
  process.exit(1)
}
