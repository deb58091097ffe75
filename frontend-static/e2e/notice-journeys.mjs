// The bell and where it leads, what is told where, and a webhook to a receiver on this machine.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { signIn, visitor } from './browser.mjs'
import { faultsOf, settled } from './look.mjs'

const words = JSON.parse(readFileSync(new URL('../src/i18n/zh-CN/notices.json', import.meta.url), 'utf8'))
const shell = JSON.parse(readFileSync(new URL('../src/i18n/zh-CN/shell.json', import.meta.url), 'utf8'))
const zh = { language: 'zh-CN' }

async function looks(page, faults, pictures, name) {
  await settled(page)
  await page.screenshot({ path: join(pictures, `walk-${name}.png`), fullPage: true })
  faults.push(...await faultsOf(page, zh))
}

/** Others' doings go on telling people things, so the bell is held to what the server says at the same moment, not to what it said before. */
const bellTellsWhatIsSo = async () => {
  const { unread } = await (await fetch('/api/notices/unread')).json()
  const shown = [...document.querySelectorAll('a.bell .count')].find(one => one.offsetParent !== null)
  return Number(shown?.textContent ?? 0) === unread
}

const unread = async context => (await (await context.request.get('/api/notices?unreadOnly=true&limit=200')).json()).items

/** Each size as another person: what one has read is read. */
const BUYERS = { desktop: 'buyer-e019', phone: 'buyer-e023' }
const bell = size => async ({ browser, base, world, pictures }) => {
  const { context, page, faults } = await visitor(browser, base, { ...zh, size })
  await signIn(context, world.actor(BUYERS[size]))
  await page.goto('/my')
  await settled(page)
  const sign = page.locator('a.bell:visible')
  await sign.locator('.count').waitFor()
  await sign.click()
  await page.getByRole('heading', { name: words.title }).waitFor()
  const list = page.getByRole('list', { name: words.list })
  await list.getByRole('listitem').first().waitFor()
  await looks(page, faults, pictures, `notices-${size}`)
  const first = list.getByRole('link').first()
  const leads = await first.getAttribute('href')
  const opened = (await unread(context)).find(one => one.path === leads)
  if (!opened) throw new Error(`the first in the list is not unread: ${leads}`)
  await first.focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(address => address.pathname === leads)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  if (await page.getByText(shell.nowhere.title).count() > 0) faults.push(`a notice leads nowhere: ${leads}`)
  if ((await unread(context)).some(one => one.id === opened.id)) faults.push('a notice that was opened is unread')
  await page.waitForFunction(bellTellsWhatIsSo, null, { polling: 500 })
  await page.goto('/notices')
  await page.getByRole('button', { name: words.readAll }).click()
  await page.getByRole('tab', { name: words.unread }).click()
  await page.getByText(words.noneUnread, { exact: true }).waitFor()
  await looks(page, faults, pictures, `notices-read-${size}`)
  await context.close()
  return faults
}

const chooses = size => async ({ browser, base, world, pictures }) => {
  const { context, page, faults } = await visitor(browser, base, { ...zh, size })
  await signIn(context, world.actor(BUYERS[size]))
  await page.goto('/notices/choices')
  await page.getByRole('checkbox', { name: `${words.kind.CONTRACT} ${words.choices.sms}` }).check()
  await page.getByRole('checkbox', { name: `${words.kind.QUESTION} ${words.choices.inbox}` }).setChecked(false)
  await page.getByRole('checkbox', { name: words.choices.quiet }).check()
  await page.getByRole('checkbox', { name: `${words.kind.CONTRACT} ${words.choices.weCom}` }).check()
  await page.getByRole('button', { name: words.choices.save, exact: true }).click()
  await page.getByRole('alert').first().waitFor()
  await page.getByLabel(words.choices.robotLabel).fill('693a91f6-7abc-4bc4-97a0-0ec2')
  await page.getByRole('button', { name: words.choices.save, exact: true }).click()
  await page.getByText(words.choices.saved).waitFor()
  await looks(page, faults, pictures, `notice-choices-${size}`)
  await page.reload()
  if (!await page.getByRole('checkbox', { name: `${words.kind.CONTRACT} ${words.choices.sms}` }).isChecked()) faults.push('the choice is gone after a reload')
  await page.getByRole('checkbox', { name: words.choices.robotRemove }).check()
  await page.getByRole('checkbox', { name: `${words.kind.CONTRACT} ${words.choices.weCom}` }).setChecked(false)
  await page.getByRole('button', { name: words.choices.save, exact: true }).click()
  await page.getByText(words.choices.saved).waitFor()
  await page.getByRole('link', { name: words.choices.outbox }).click()
  await page.getByRole('heading', { name: words.outbox.title }).waitFor()
  await looks(page, faults, pictures, `demo-outbox-${size}`)
  await context.close()
  return faults.filter(fault => !/status of 422/.test(fault))
}

/** Keeps what comes, and checks it as the notes tell any receiver to. */
function receiver() {
  const got = []
  const server = createServer((asked, answer) => {
    let body = ''
    asked.on('data', part => (body += part))
    asked.on('end', () => {
      got.push({ headers: asked.headers, body })
      answer.writeHead(204).end()
    })
  })
  return new Promise(ready => server.listen(0, '127.0.0.1', () => ready({ got, port: server.address().port, close: () => server.close() })))
}

const verified = (one, secret) => {
  const signed = `${one.headers['webhook-id']}.${one.headers['webhook-timestamp']}.${one.body}`
  return one.headers['webhook-signature'].split(' ').includes(`v1,${createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64')).update(signed).digest('base64')}`)
}

const webhook = size => async ({ browser, base, world, pictures }) => {
  const { got, port, close } = await receiver()
  const { context, page, faults } = await visitor(browser, base, { ...zh, size })
  await signIn(context, world.actor('chief-1'))
  await page.goto('/notices')
  await page.getByRole('link', { name: words.webhooks, exact: true }).click()
  await page.getByRole('button', { name: words.hooks.make, exact: true }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel(words.hooks.name, { exact: true }).fill(`ERP ${size}`)
  await drawer.getByLabel(words.hooks.url, { exact: true }).fill('https://10.0.0.1/hooks')
  await drawer.getByRole('button', { name: words.hooks.make, exact: true }).click()
  await drawer.getByRole('alert').first().waitFor()
  await drawer.getByLabel(words.hooks.url, { exact: true }).fill(`http://localhost:${port}/hooks`)
  await drawer.getByRole('button', { name: words.hooks.make, exact: true }).click()
  await page.getByText(words.hooks.secretTitle).waitFor()
  const secret = await page.locator('code', { hasText: 'whsec_' }).textContent()
  await looks(page, faults, pictures, `webhook-made-${size}`)
  await page.getByRole('button', { name: words.hooks.kept }).click()
  await page.getByRole('link', { name: `ERP ${size}` }).last().click()
  await page.getByRole('button', { name: words.hooks.ping, exact: true }).click()
  await page.getByText(words.hooks.delivery.DELIVERED).first().waitFor()
  await page.getByRole('button', { name: words.hooks.again, exact: true }).first().click()
  for (let i = 0; i < 100 && got.length < 2; i++) await page.waitForTimeout(100)
  if (got.length !== 2) faults.push(`${got.length} messages came`)
  else if (got[0].headers['webhook-id'] !== got[1].headers['webhook-id']) faults.push('a replay has another id')
  if (!got.every(one => verified(one, secret))) faults.push('a signature does not verify')
  if (verified({ ...got[0], body: `${got[0].body} ` }, secret)) faults.push('a forged message verifies')
  await page.getByRole('button', { name: words.hooks.show, exact: true }).first().click()
  await page.getByText(got[0].headers['webhook-id']).waitFor()
  await page.keyboard.press('Escape')
  await looks(page, faults, pictures, `webhook-${size}`)
  await page.getByRole('button', { name: words.hooks.delete, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.hooks.delete, exact: true }).click()
  await page.getByRole('button', { name: words.hooks.make, exact: true }).waitFor()
  close()
  await context.close()
  return faults.filter(fault => !/status of 422/.test(fault))
}

export const noticeJourneys = {
  'the bell leads to a notice and the notice to its page': bell('desktop'),
  'the bell leads to a notice on a phone': bell('phone'),
  'somebody chooses what comes by text message and what does not come': chooses('desktop'),
  'somebody chooses where to be told on a phone': chooses('phone'),
  'a webhook is made, tested and its message posted again': webhook('desktop'),
  'a webhook is made on a phone': webhook('phone'),
}
