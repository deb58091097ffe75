import { describe, expect, it } from 'vitest'
import { dayAfter, readDay, readMinute } from './dates'

describe('a day', () => {
  it('is read however it is typed, year first', () => {
    for (const typed of ['2026-03-01', '2026-3-1', '2026/3/1', '2026.03.01', '20260301', '2026年3月1日', ' ２０２６－０３－０１ ']) expect(readDay(typed)).toBe('2026-03-01')
  })
  it('is nothing where there is no such day, or it is not said which', () => {
    for (const typed of ['', '2026-02-29', '2026-13-01', '2026-04-31', '03/04/2026', '3-1', '2026-03', '2026-03-01x']) expect(readDay(typed)).toBeNull()
    expect(readDay('2028-02-29')).toBe('2028-02-29')
  })
  it('goes on and back over the ends of months and years', () => {
    expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
    expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29')
    for (let i = 0; i < 800; i++) expect(dayAfter(dayAfter('2026-01-01', i), -i)).toBe('2026-01-01')
  })
})

describe('a minute', () => {
  it('is read however it is typed, with its day', () => {
    for (const typed of ['2026-03-01 09:30', '2026-03-01T09:30', '2026/3/1 9:30', '20260301 9:30', '2026年3月1日 9时30分', ' ２０２６－０３－０１　０９：３０ ']) expect(readMinute(typed)).toBe('2026-03-01T09:30')
  })
  it('is nothing where there is no such minute or no such day', () => {
    for (const typed of ['', '2026-03-01', '2026-02-29 10:00', '2026-03-01 24:00', '2026-03-01 10:60', '09:30', '2026-03-01 9', '2026-03-01 9:3']) expect(readMinute(typed)).toBeNull()
  })
})
