/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { faultsOf, faultsOfLot, type JsonObject } from '.'

interface Change { fault: string, where: string, from: string, to: string }

// The same file holds the server's reader to the same names.
const faults = JSON.parse(readFileSync(`${process.cwd()}/../api-spec/envelope/vectors/offer-faults.json`, 'utf8')) as
  { lots: string[], lot: string, offer: string, lotCases: Change[], offerCases: Change[] }
const changed = (base: string, { from, to }: Change) => JSON.parse(base.replaceAll(from, to)) as JsonObject

it('an offer without fault has none', () => {
  expect(faultsOfLot(JSON.parse(faults.lot))).toEqual([])
  expect(faultsOf(JSON.parse(faults.offer), faults)).toEqual([])
})

it.each(faults.lotCases)('of a lot: $to for $from is $fault', change => {
  expect(faultsOfLot(changed(faults.lot, change))).toEqual([{ fault: change.fault, where: change.where }])
})

it.each(faults.offerCases)('across lots: $to for $from is $fault', change => {
  expect(faultsOf(changed(faults.offer, change), faults)).toEqual([{ fault: change.fault, where: change.where }])
})

it('everything that is wrong is found at once', () => {
  const bad = faults.lot.replace('182000', '0').replace('2000000', '1').replace('1300', '1').replace('96000', '-1')
  expect(faultsOfLot(JSON.parse(bad)).map(faulty => faulty.fault).sort()).toEqual(['CAPACITY_BELOW_MINIMUM', 'DELIVERY_RATE_NOT_POSITIVE', 'PRICE_NOT_POSITIVE', 'VAT_RATE_UNKNOWN'])
})
