import { expect, it } from 'vitest'
import { csvText } from './csv'

it('text that looks like a formula is harmless in the file', () => {
  expect(csvText([['=1+1', '@x', '-2+3', '+cmd|x']])).toBe("\ufeff'=1+1,'@x,'-2+3,'+cmd|x\r\n")
})

it('figures stay figures', () => {
  expect(csvText([['-3.5', -3.5, '1,234.5']])).toBe('\ufeff-3.5,-3.5,"1,234.5"\r\n')
})

it('commas, quotes and line breaks stay inside their cell', () => {
  expect(csvText([['a,b', 'say "x"', 'two\nlines', null]])).toBe('\ufeff"a,b","say ""x""","two\nlines",\r\n')
})
