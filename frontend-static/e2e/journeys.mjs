// What people do, click by click.
import { visitor } from './browser.mjs'
import { settled } from './look.mjs'
import { roundJourneys } from './round-journeys.mjs'

export const journeys = {
  'a visitor signs in as a demo actor with one click and out again': async ({ browser, base, world }) => {
    const { context, page, faults } = await visitor(browser, base)
    await page.goto('/login')
    await settled(page)
    await page.getByRole('button', { name: world.actor('buyer-e019').who }).first().click()
    await page.waitForURL(url => !url.pathname.startsWith('/login'))
    await settled(page)
    const who = await context.request.get('/api/session')
    if (who.status() !== 200) faults.push(`the session answers ${who.status()}`)
    await context.close()
    return faults
  },

  'a wrong password is refused in words and keeps what was typed': async ({ browser, base }) => {
    const { context, page, faults } = await visitor(browser, base, { language: 'en' })
    await page.goto('/login')
    await settled(page)
    await page.locator('input[autocomplete="username"]').fill('nobody-here')
    await page.locator('input[type="password"]').fill('not the password')
    await page.locator('form button[type="submit"]').first().click()
    await page.getByRole('alert').first().waitFor()
    if (await page.locator('input[autocomplete="username"]').inputValue() !== 'nobody-here') faults.push('the account was forgotten')
    await context.close()
    return faults.filter(fault => !fault.includes('401'))
  },

  ...roundJourneys,
}
