/// <reference types="node" />
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { check, kindOf, type Checked, type Given, type PublishedKeys } from './check'

const file = (name: string) => readFileSync(new URL(`../../../../api-spec/envelope/vectors/${name}`, import.meta.url), 'utf8')
const parsed = <T>(name: string) => JSON.parse(file(name)) as T
const serverKey = parsed<{ serverKey: string }>('java.receipt.json').serverKey
const trustees = parsed<{ trustees: { sealTo: string; signsWith: string }[] }>('terms.json').trustees
const keys: PublishedKeys = { receiptKeys: [{ publicKey: serverKey, validFrom: '2026-01-01T00:00:00Z' }], trusteeKeys: trustees.map(card => ({ card })) }
const all: Given = { receipt: file('java.receipt.json'), envelope: file('java.envelope.json'), record: file('java.record.json'), releases: [file('java.release.json'), file('browser.release.json')], keys }
const said = ({ findings }: Checked) => findings.map(one => [one.claim, one.verdict, one.why].filter(Boolean).join(' '))
const wait = 60_000

test('what belongs together holds in every claim, and what was offered is shown', async () => {
  const checked = await check(all)
  expect(said(checked)).toEqual([
    'RECEIPT_SIGNED holds', 'RECEIPT_BY_SERVER holds', 'ENVELOPE_WHOLE holds', 'ENVELOPE_IS_RECEIPTS holds', 'TRUSTEES_REGISTERED holds', 'RELEASE_SIGNED holds', 'RELEASE_SIGNED holds',
    'RELEASES_OPEN holds', 'CONTENT_AS_SEALED holds', 'RECORD_IS_ENVELOPES holds',
  ])
  expect(checked.contents.map(one => one.format)).toEqual(['jucai-offer-header/1', 'jucai-lot-offer/1', 'jucai-lot-offer/1'])
  expect(checked.fingerprints.map(one => one.fingerprint)).toEqual(parsed<{ fingerprints: string[] }>('expected.json').fingerprints)
}, wait)

test('a receipt that says one thing else is not signed, and then nothing is said of its signer', async () => {
  for (const [one, other] of [['4711', '4712'], ['SEALED', 'WITHDRAWN'], ['00.123Z', '00.124Z'], ['supplier-1', 'supplier-2']] as const) {
    expect(said(await check({ receipt: all.receipt!.replace(one, other), releases: [], keys }))).toEqual(['RECEIPT_SIGNED fails SIGNATURE_WRONG'])
  }
})

test('a signature that holds is not yet the server’s', async () => {
  const by = async (published: PublishedKeys | undefined) => said(await check({ receipt: all.receipt!, releases: [], ...(published && { keys: published }) })).at(-1)
  expect(await by(undefined)).toBe('RECEIPT_BY_SERVER unknown NO_KEYS')
  expect(await by({ ...keys, receiptKeys: [{ publicKey: 'A'.repeat(43), validFrom: '2026-01-01T00:00:00Z' }] })).toBe('RECEIPT_BY_SERVER fails OTHER_SIGNER')
  expect(await by({ ...keys, receiptKeys: [{ publicKey: serverKey, validFrom: '2026-01-01T00:00:00Z', validUntil: '2026-11-23T03:59:59Z' }] })).toBe('RECEIPT_BY_SERVER fails KEY_NOT_VALID_THEN')
  expect(await by({ ...keys, receiptKeys: [{ publicKey: serverKey, validFrom: '2026-11-23T04:00:01Z' }] })).toBe('RECEIPT_BY_SERVER fails KEY_NOT_VALID_THEN')
})

test('another envelope than the receipt’s is told, and so is one to strangers, and one that was cut', async () => {
  expect(said(await check({ ...all, envelope: file('browser.envelope.json'), record: undefined, releases: [] }))).toContain('ENVELOPE_IS_RECEIPTS fails OTHER_ENVELOPE')
  expect(said(await check({ ...all, keys: { ...keys, trusteeKeys: keys.trusteeKeys.slice(1) }, record: undefined, releases: [] }))).toContain('TRUSTEES_REGISTERED fails STRANGE_TRUSTEES')
  expect(said(await check({ ...all, envelope: all.envelope!.slice(0, -9) }))).toContain('ENVELOPE_WHOLE fails NOT_JSON')
}, wait)

test('a record with one figure changed does not seal to the envelope, and shows nothing', async () => {
  const checked = await check({ ...all, record: all.record!.replace('182000', '181000'), releases: [] })
  expect(said(checked)).toContain('RECORD_IS_ENVELOPES fails SECTION_DIFFERS')
  expect(checked.contents).toEqual([])
  expect(said(await check({ ...all, record: file('browser.record.json'), releases: [] }))).toContain('RECORD_IS_ENVELOPES fails OTHER_ENVELOPE')
}, wait)

test('one trustee’s word opens nothing, also when it is said twice, and a changed word is not the trustee’s', async () => {
  const once = await check({ ...all, record: undefined, releases: [all.releases[0]!, all.releases[0]!] })
  expect(said(once).slice(-2)).toEqual(['RELEASE_SIGNED holds', 'RELEASES_OPEN unknown ONE_RELEASE'])
  expect(once.contents).toEqual([])
  const changed = all.releases[0]!.replace('"share":"C', '"share":"D')
  expect(said(await check({ ...all, record: undefined, releases: [changed, all.releases[1]!] }))).toContain('RELEASE_SIGNED fails SIGNATURE_WRONG')
}, wait)

test('a file is known by what it says of itself', () => {
  expect(['receipt', 'envelope', 'record', 'release'].map(name => kindOf(file(`java.${name}.json`)))).toEqual(['receipt', 'envelope', 'record', 'release'])
  expect(kindOf(JSON.stringify(keys))).toBe('keys')
  expect([kindOf('{"format":"jucai-offer/1"}'), kindOf('[]'), kindOf('null'), kindOf('{')]).toEqual([null, null, null, null])
  expect(kindOf('{"receiptKeys":[]}')).toBeNull()
})
