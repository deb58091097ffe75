// The pages' build, called by Maven: install, generate the client, check, bundle. A step runs only when its inputs
// changed since it last succeeded, so that a Maven run that touches no page costs under a second.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = join(dirname(fileURLToPath(import.meta.url)), '..')
process.chdir(home)

const SPEC = '../api-spec/target/classes/openapi/openapi.json'
const CLIENT = 'src/api/schema.d.ts'
const STAMPS = 'target/steps'
const CONFIG = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'eslint.config.js', 'index.html', 'tools', 'public', 'src']

function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).sort().flatMap(name => filesUnder(join(path, name)))
}

function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesUnder)) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  if (error) fail(`${command} could not be started: ${error.message}`)
  if (status !== 0) fail(`${command} ${args.join(' ')} failed`)
}

function fail(sentence) {
  console.error(`Pages: ${sentence}`)
  process.exit(1)
}

function step(name, inputs, outputs, work) {
  const stamp = join(STAMPS, name)
  const now = fingerprint(inputs)
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === now && outputs.every(existsSync)
  if (done) return
  rmSync(stamp, { force: true })
  work()
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(stamp, fingerprint(inputs))
}

const npm = (...args) => run('npm', ['run', '--silent', ...args])

function install() {
  step('install', ['package.json', 'package-lock.json', '.npmrc'], ['node_modules/.package-lock.json'],
    () => run('npm', ['install', '--prefer-offline', '--silent']))
}

function build() {
  if (!existsSync(SPEC)) fail(`${SPEC} is missing: build the module api-spec first (mvn -pl frontend-static -am ...)`)
  step('client', ['package-lock.json', SPEC], [CLIENT], () => npm('spec'))
  step('types', CONFIG, [], () => npm('types'))
  step('lint', CONFIG, [], () => npm('lint'))
  step('bundle', CONFIG, ['target/classes/static/index.html'], () => npm('bundle'))
}

install()
const [what, ...flags] = process.argv.slice(2)
if (what === 'build') build()
else if (what === 'test') {
  if (!flags.includes('skipTests=true') && !flags.includes('skipTests=')) step('test', [...CONFIG, '../api-spec/envelope/vectors'], [], () => npm('test'))
} else fail('usage: node tools/build.mjs build|test')
