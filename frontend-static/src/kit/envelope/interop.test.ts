/// <reference types="node" />
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  answerChallenge, bytes64, canonical, cardOf, checkReceipt, contentOf, contentsOf, fingerprint, firstWrongSection, hex, openKeyFile, openSection, readEnvelope,
  readReceipt, readRecord, readRelease, readTerms, release, seal, text64, TrusteeSecret, writeKeyFile, type JsonObject, type Offer,
} from '.'
import { label, sha256 } from './bytes'

// What Java made is opened here and sealed again to the same bytes; Java's tests do the same with what was made here.
// JUCAI_WRITE_VECTORS=keys, then Java's VectorsOfOurs, then JUCAI_WRITE_VECTORS=all makes them anew.

const PLACE = `${process.cwd()}/../api-spec/envelope/vectors`
const PASSPHRASE = 'correct horse battery staple 正确'
const file = (name: string) => readFileSync(`${PLACE}/${name}`, 'utf8')
const write = (name: string, content: string) => writeFileSync(`${PLACE}/${name}`, content)
const document = (tree: JsonObject) => new TextDecoder().decode(canonical(tree))
const parsed = (name: string) => JSON.parse(file(name)) as JsonObject
const keyOf = (name: string) => openKeyFile(file(`${name}.key.json`), PASSPHRASE)
const contents = () => contentsOf(JSON.parse(file('offer.json')) as Offer, readTerms(file('terms.json')), 'supplier-1', 2)
const wait = 120_000

it.runIf(process.env.JUCAI_WRITE_VECTORS === 'keys')('writes the key file', async () => {
  if (!existsSync(`${PLACE}/bank.key.json`)) write('bank.key.json', await writeKeyFile(await TrusteeSecret.fresh('bank'), PASSPHRASE))
}, wait)

it.runIf(process.env.JUCAI_WRITE_VECTORS === 'all')('writes what the browser makes', async () => {
  const sealed = await seal(readTerms(file('terms.json')), 'supplier-1', 2, contents())
  write('browser.envelope.json', new TextDecoder().decode(sealed.bytes))
  write('browser.record.json', sealed.record)
  const bank = await keyOf('bank')
  write('browser.card.json', document(await cardOf(bank)))
  write('browser.release.json', document(await release(bank, await readEnvelope(file('java.envelope.json')), [0, 1, 2])))
  write('browser.answer.json', document({ answer: text64(await answerChallenge(bank, file('java.possession.json'))) }))
}, wait)

it('a key file that Java wrote opens, and all fingerprints agree', async () => {
  const keys = await Promise.all(['association', 'bank', 'supervisor'].map(keyOf))
  expect(await Promise.all(keys.map(secret => fingerprint(secret.key)))).toEqual(parsed('expected.json').fingerprints)
  expect(keys.map(secret => secret.key)).toEqual(readTerms(file('terms.json')).trustees)
}, wait)

for (const side of ['java', 'browser']) {
  it(`the ${side}'s envelope opens by two releases and its record seals to it again`, async () => {
    const envelope = await readEnvelope(file(`${side}.envelope.json`))
    const keys = [await keyOf('association'), await keyOf('supervisor')]
    const releases = await Promise.all(keys.map(async key => readRelease(document(await release(key, envelope, [0, 1, 2, 7])), envelope)))
    for (const [i, content] of contents().entries()) expect(contentOf((await openSection(envelope, i, releases))!)).toEqual(content)
    expect(contentOf((await openSection(envelope, 7, releases))!)).toEqual({ format: 'jucai-nothing/1' })
    expect(await firstWrongSection(envelope, readRecord(file(`${side}.record.json`)))).toBeUndefined()
  }, wait)
}

it('a release that Java signed is read, and opens together with the browser\'s', async () => {
  const envelope = await readEnvelope(file('java.envelope.json'))
  expect(hex(envelope.digest)).toBe(parsed('expected.json').javaEnvelopeSha256)
  const releases = [await readRelease(file('java.release.json'), envelope), await readRelease(file('browser.release.json'), envelope)]
  for (const [i, content] of contents().entries()) expect(contentOf((await openSection(envelope, i, releases))!)).toEqual(content)
})

it('a receipt that Java signed is read and belongs to its envelope only', async () => {
  const receipt = await readReceipt(file('java.receipt.json'))
  expect(receipt).toMatchObject({ act: 'SEALED', receivedAt: '2026-11-23T04:00:00.123Z', logPosition: 4711 })
  checkReceipt(receipt, await readEnvelope(file('java.envelope.json')), [receipt.serverKey])
  const other = await readEnvelope(file('browser.envelope.json'))
  expect(() => checkReceipt(receipt, other, [receipt.serverKey])).toThrow('OTHER_ENVELOPE')
  expect(() => checkReceipt(receipt, other, [bytes64('A'.repeat(43))])).toThrow('OTHER_SIGNER')
  await expect(readReceipt(file('java.receipt.json').replace('4711', '4712'))).rejects.toThrow('SIGNATURE_WRONG')
})

it('the challenge that Java made is answered', async () => {
  const answer = await answerChallenge(await keyOf('bank'), file('java.possession.json'))
  expect(hex(await sha256(label('possession answer'), answer))).toBe(parsed('expected.json').possessionAnswerSha256)
}, wait)
