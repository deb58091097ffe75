// Photos at the gate: taken with a phone's camera, made smaller on it, sent after a lost connection, and seen with their hash by the other side.
import { createHash, randomUUID } from 'node:crypto'
import { signIn, visitor } from './browser.mjs'
import { announced, asks, contracted } from './contracted.mjs'
import { lineTo } from './line.mjs'
import { faultsOf } from './look.mjs'
import { at, dialog, pictureOf, words, zh } from './walk.mjs'

const gate = words('gate')

/** As a camera takes it: 4,032 × 3,024 pixels of a load of stones, upright, with a place written into it. */
async function cameraPhoto(page, label) {
  const drawn = await page.evaluate(async text => {
    const canvas = document.createElement('canvas')
    canvas.width = 4_032
    canvas.height = 3_024
    const paper = canvas.getContext('2d')
    paper.fillStyle = '#8aa0b4'
    paper.fillRect(0, 0, 4_032, 1_100)
    paper.fillStyle = '#5b4a3d'
    paper.fillRect(300, 900, 3_432, 1_900)
    for (let i = 0; i < 2_600; i++) {
      const shade = 90 + ((i * 37) % 120)
      paper.fillStyle = `rgb(${shade},${shade - 14},${shade - 30})`
      paper.beginPath()
      paper.ellipse(360 + ((i * 7_919) % 3_300), 960 + ((i * 104_729) % 1_780), 30 + (i % 50), 22 + (i % 37), i, 0, 7)
      paper.fill()
    }
    paper.fillStyle = '#fff'
    paper.font = '220px sans-serif'
    paper.fillText(text, 420, 700)
    const blob = await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.95))
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text64 = ''
    for (let i = 0; i < bytes.length; i += 0x8000) text64 += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
    return btoa(text64)
  }, label)
  const jpeg = Buffer.from(drawn, 'base64')
  const place = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from('GPS-34.5361N-113.3497E', 'latin1')])
  const head = Buffer.from([0xff, 0xe1, (place.length + 2) >> 8, (place.length + 2) & 0xff])
  return { name: 'IMG_2041.JPG', mimeType: 'image/jpeg', buffer: Buffer.concat([jpeg.subarray(0, 2), head, place, jpeg.subarray(2)]) }
}

async function onPhone(on, account, base = on.base) {
  const one = await visitor(on.browser, base, { ...zh, size: 'phone' })
  await signIn(one.context, on.world.actor(account))
  return one
}

const camera = page => page.locator('.photos input[capture]')

export const photoJourneys = {
  'a photo taken at the gate while the connection is lost is sent later and seen by the supplier with its hash': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const truck = await announced(world)
    const line = await lineTo(on.base)
    const { context, page, faults } = await onPhone(on, world.member.account, line.base)
    await at(page, '/gate')
    await page.getByPlaceholder(gate.code).fill(truck.code)
    await page.getByRole('button', { name: gate.look }).click()
    await page.getByRole('button', { name: gate.arrive }).click()
    await page.getByRole('button', { name: gate.look_.normal }).click()
    const photo = await cameraPhoto(page, '晋C 车尾')
    await camera(page).setInputFiles(photo)
    await page.getByText('4032×3024 → 2048×1536').waitFor()
    await page.getByRole('button', { name: gate.accept, exact: true }).scrollIntoViewIfNeeded()
    await picture(page, 'walk-gate-photo')
    faults.push(...await faultsOf(page, zh))
    await line.cut()
    await page.getByRole('button', { name: gate.accept, exact: true }).click()
    await page.getByText(gate.keptNow).waitFor()
    await page.getByText(gate.photo.waiting.replace('{n}', '1')).waitFor()
    await picture(page, 'walk-gate-photo-waiting')
    // The page is closed and opened again: what it kept is still there.
    await line.lay()
    await page.reload()
    await page.getByRole('heading', { name: gate.photo.shown }).waitFor({ timeout: 30_000 })
    await page.locator('section img').first().evaluate(image => image.decode())
    await picture(page, 'walk-gate-photo-shown')
    faults.push(...await faultsOf(page, zh))
    const files = (await asks(world.seller, `/api/deliveries/${truck.id}`)).files
    if (files.length !== 1) faults.push(`${files.length} photos instead of one`)
    const sent = await (await world.seller.context.request.get(`/api/files/${files[0].id}/content`)).body()
    if (createHash('sha256').update(sent).digest('hex') !== files[0].sha256) faults.push('the photo does not hash to what is shown')
    if (sent.includes('GPS-')) faults.push('the place went with the photo')
    if (sent.length > 1_500_000) faults.push(`the photo was not made smaller: ${sent.length} bytes`)
    const left = await page.evaluate(() => new Promise(done => {
      const asked = indexedDB.open('jucai.gate', 1)
      asked.onsuccess = () => {
        const keys = asked.result.transaction('photos').objectStore('photos').getAllKeys()
        keys.onsuccess = () => done(keys.result.length)
      }
    }))
    if (left !== 0) faults.push('a photo that was sent still lies on the phone')
    const own = faults.filter(fault => !/Failed to fetch|ERR_|net::/.test(fault))
    await context.close()
    await world.close()
    return own
  },

  'a ticket is photographed, and its supplier looks at it in full with its hash': async on => {
    const picture = pictureOf(on)
    const world = await contracted(on)
    const truck = await announced(world)
    const { context, page, faults } = await onPhone(on, world.member.account)
    await at(page, `/gate?code=${truck.code}`)
    await page.getByRole('button', { name: gate.arrive }).click()
    await page.getByRole('button', { name: gate.look_.normal }).click()
    await page.getByRole('button', { name: gate.accept, exact: true }).click()
    await page.getByLabel(new RegExp(`^${gate.gross}`)).fill('17000')
    await page.getByLabel(new RegExp(`^${gate.tare}`)).fill('16000')
    const number = `P-${randomUUID().slice(0, 8)}`
    await page.getByLabel(gate.number, { exact: true }).fill(number)
    await page.getByLabel(gate.bridge, { exact: true }).fill('1号地磅')
    await camera(page).setInputFiles(await cameraPhoto(page, `磅单 ${number}`))
    await page.getByText('4032×3024 → 2048×1536').waitFor()
    await camera(page).setInputFiles({ name: 'note.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(11 * 1_024 * 1_024, 7) })
    await page.getByRole('alert').filter({ hasText: '10 MB' }).waitFor()
    faults.push(...await faultsOf(page, zh))
    await page.getByRole('button', { name: gate.enter }).click()
    await page.getByRole('button', { name: gate.unload }).waitFor()
    const supplier = world.seller.page
    await at(supplier, `/deliveries/${truck.id}`)
    await supplier.getByRole('heading', { name: gate.photo.shown }).waitFor()
    await supplier.locator('section li img').first().evaluate(image => image.decode())
    await supplier.getByRole('heading', { name: gate.photo.shown }).scrollIntoViewIfNeeded()
    await picture(supplier, 'walk-delivery-photos')
    faults.push(...await faultsOf(supplier, zh))
    await supplier.locator('section li button').first().click()
    await dialog(supplier).getByText(gate.photo.sha).waitFor()
    await picture(supplier, 'walk-delivery-photo')
    faults.push(...await faultsOf(supplier, zh))
    const [file] = (await asks(world.seller, `/api/deliveries/${truck.id}`)).tickets[0].files
    const stranger = [...world.people.values()].find(one => ![world.seller, world.member].includes(one) && one.account.startsWith('seller'))
    const refused = await stranger.context.request.get(`/api/files/${file.id}/content`)
    if (refused.status() !== 404) faults.push(`a rival reads the photo: ${refused.status()}`)
    await context.close()
    await world.close()
    return faults
  },
}
