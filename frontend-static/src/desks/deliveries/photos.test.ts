import { expect, it } from 'vitest'
import { drawnSize, layDown, pickUp, sha256Of, sizeText, throwAway } from './photos'

it('a photo is drawn at most 2,048 pixels long and never larger than it was', () => {
  expect(drawnSize(4_032, 3_024)).toEqual({ width: 2_048, height: 1_536 })
  expect(drawnSize(3_024, 4_032)).toEqual({ width: 1_536, height: 2_048 })
  expect(drawnSize(800, 600)).toEqual({ width: 800, height: 600 })
  expect(drawnSize(20_000, 3)).toEqual({ width: 2_048, height: 1 })
})

it('sizes are said as people say them', () => {
  expect([1, 410_400, 999_499, 5_120_000].map(sizeText)).toEqual(['1 kB', '410 kB', '999 kB', '5.1 MB'])
})

it('what is laid down is picked up as it was until it is thrown away, also without a database', async () => {
  const photo = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3])], { type: 'image/jpeg' })
  await layDown('k1', photo)
  const again = await pickUp('k1')
  expect(again?.type).toBe('image/jpeg')
  expect(new Uint8Array(await (again as Blob).arrayBuffer())).toEqual(new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]))
  await throwAway(['k1'])
  expect(await pickUp('k1')).toBeNull()
})

it('the digest is that of the bytes', async () => {
  expect(await sha256Of(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
