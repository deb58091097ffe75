import { expect, it } from 'vitest'
import { fileNameOf } from './download'

it('a Chinese name is read from the extended form', () => {
  expect(fileNameOf("attachment; filename=\"x.xlsx\"; filename*=UTF-8''%E9%9C%80%E6%B1%82.xlsx", 'f.xlsx')).toBe('需求.xlsx')
})

it('a plain name is taken as it stands, and the fallback where there is none or it is broken', () => {
  expect(fileNameOf('attachment; filename="demand.csv"', 'f')).toBe('demand.csv')
  expect(fileNameOf(null, 'f.xlsx')).toBe('f.xlsx')
  expect(fileNameOf("attachment; filename*=UTF-8''%E9%", 'f.xlsx')).toBe('f.xlsx')
})
