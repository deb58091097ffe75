import { expect, it } from 'vitest'
import { bandWords } from './bands'

it('a band open downwards is “below”, also where it begins at zero', () => {
  expect(bandWords(null, 500_000)).toEqual({ key: 'below', from: '', to: '500' })
  expect(bandWords(0, 500_000)).toEqual({ key: 'below', from: '', to: '500' })
})

it('a band open upwards is “and more”', () => {
  expect(bandWords(3_000_000, null)).toEqual({ key: 'above', from: '3,000', to: '' })
})

it('a closed band names both ends', () => {
  expect(bandWords(500_000, 1_000_000)).toEqual({ key: 'between', from: '500', to: '1,000' })
})

it('no band is no words', () => {
  expect(bandWords(null, null)).toBeNull()
  expect(bandWords(undefined, undefined)).toBeNull()
})
