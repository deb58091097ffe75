import { describe, expect, it } from 'vitest'
import { places } from '@/desks'
import type { Place } from '@/desks/desk'
import en from '@/i18n/en/shell.json'
import zh from '@/i18n/zh-CN/shell.json'
import type { RoleName } from '@/session'
import { barOf, entriesOf, IN_BAR, isGroup, MOST } from './rail'

const ROLES: readonly (readonly RoleName[])[] = [
  ['SECRETARIAT', 'ASSOCIATION_ADMIN'], ['SECRETARIAT'], ['ASSOCIATION_ADMIN'], ['MEMBER_BUYER', 'MEMBER_ADMIN'], ['MEMBER_BUYER'], ['SUPPLIER_SELLER', 'SUPPLIER_ADMIN'], ['SUPPLIER_SELLER'],
  ['FINANCE_OFFICER'], ['BANK_CREDIT_OFFICER'], ['WAREHOUSE_KEEPER'], ['LABORATORY_TECHNICIAN'], ['SUPERVISOR'], ['REGULATOR'], ['AUDITOR'], ['PLATFORM_ADMIN'],
]
const of = (roles: readonly RoleName[]): Place[] => places.filter(place => place.roles.some(role => roles.includes(role)))
const flat = (roles: readonly RoleName[]) => entriesOf(of(roles)).flatMap(entry => (isGroup(entry) ? [...entry.places] : [entry]))

describe('the rail', () => {
  it.each(ROLES)('shows %s few entries, and every place once', (...roles) => {
    expect(entriesOf(of(roles)).length).toBeLessThanOrEqual(MOST)
    expect(flat(roles).map(place => place.route).sort()).toEqual(of(roles).map(place => place.route).sort())
    expect(new Set(flat(roles).map(place => place.route)).size).toBe(flat(roles).length)
  })
  it('leaves those who have few places as they are', () => {
    expect(entriesOf(of(['LABORATORY_TECHNICIAN'])).every(entry => !isGroup(entry))).toBe(true)
  })
  it('begins where the day begins, and keeps the gate of a store in reach', () => {
    for (const roles of ROLES) expect(isGroup(entriesOf(of(roles))[0]!)).toBe(false)
    expect(entriesOf(of(['WAREHOUSE_KEEPER'])).slice(0, 2).map(entry => (isGroup(entry) ? entry.group : entry.route))).toEqual(['othersHome', 'gate'])
  })
  it('never hides one place alone under a name, and names each group in both languages', () => {
    for (const roles of ROLES) {
      for (const entry of entriesOf(of(roles)).filter(isGroup)) {
        expect(entry.places.length).toBeGreaterThan(1)
        expect(zh.groups[entry.group]).toBeTruthy()
        expect(en.groups[entry.group]).toBeTruthy()
      }
    }
  })
  it('loses nothing on a phone', () => {
    for (const roles of ROLES) {
      const { bar, beyond } = barOf(entriesOf(of(roles)))
      expect(bar.length).toBeLessThanOrEqual(IN_BAR)
      const shown = [...bar.flatMap(entry => (isGroup(entry) ? [...entry.places] : [entry])), ...beyond]
      expect(shown.map(place => place.route).sort()).toEqual(of(roles).map(place => place.route).sort())
    }
  })
})
