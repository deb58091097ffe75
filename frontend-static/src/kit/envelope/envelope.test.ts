import { DhkemX25519HkdfSha256 } from '@hpke/core'
import { combine, split } from 'shamir-secret-sharing'
import { expect, it } from 'vitest'
import {
  canonical, contentOf, contentsOf, EnvelopeRefused, fingerprint, firstWrongSection, openKeyFile, openSection, readEnvelope, readRecord, readRelease, readTerms,
  release, seal, sealsToSection, shapeOf, TrusteeSecret, writeKeyFile, type JsonObject, type Offer, type SealingTerms,
} from '.'
import { bytes64, random, same, text64, type Bytes } from './bytes'
import { Hpke, portableX25519 } from './hpke'
import { read } from './json'

const fromHex = (hex: string): Bytes => Uint8Array.from(hex.match(/../g)!, byte => parseInt(byte, 16))
const text = (tree: JsonObject) => new TextDecoder().decode(canonical(tree))

async function round(): Promise<{ terms: SealingTerms, trustees: TrusteeSecret[] }> {
  const trustees = await Promise.all(['association', 'bank', 'supervisor'].map(name => TrusteeSecret.fresh(name)))
  return { terms: { round: 'R-1', lots: ['lot-1', 'lot-2'], trustees: trustees.map(trustee => trustee.key), shape: shapeOf(2) }, trustees }
}

const offer = (priceFenPerTonne: number, ...lots: string[]): Offer => ({
  format: 'jucai-offer/1', totalTiers: [], bundles: [], validUntilOn: '2026-12-31',
  lots: lots.map(lot => ({ format: 'jucai-lot-offer/1', lot, tiers: [{ fromKg: 0, priceFenPerTonne }] })),
})

it('any two of three trustees open what was sealed, one opens nothing', async () => {
  const { terms, trustees } = await round()
  const contents = contentsOf(offer(182_000, 'lot-2'), terms, 'S-1', 1)
  const heard: number[] = []
  const sealed = await seal(terms, 'S-1', 1, contents, done => heard.push(done))
  expect(heard.at(-1)).toBe(8)
  const envelope = await readEnvelope(new TextDecoder().decode(sealed.bytes))
  expect(same(envelope.digest, sealed.envelope.digest)).toBe(true)
  const releases = await Promise.all(trustees.map(async trustee => readRelease(text(await release(trustee, envelope, [0, 1, 2])), envelope)))
  for (const pair of [[0, 1], [0, 2], [1, 2]]) {
    const two = pair.map(i => releases[i]!)
    expect(contentOf((await openSection(envelope, 0, two))!)).toMatchObject({ format: 'jucai-offer-header/1', supplier: 'S-1', version: 1, lots: ['lot-2'] })
    expect(contentOf((await openSection(envelope, 1, two))!)).toEqual(contents[1])
    expect(contentOf((await openSection(envelope, 2, two))!)).toEqual({ format: 'jucai-nothing/1' })
  }
  for (const alone of releases) expect(await openSection(envelope, 0, [alone])).toBeUndefined()
})

it('the record seals to its own envelope, and to no other', async () => {
  const { terms } = await round()
  const one = await seal(terms, 'S-1', 1, contentsOf(offer(1000, 'lot-1'), terms, 'S-1', 1))
  const other = await seal(terms, 'S-1', 1, contentsOf(offer(1000, 'lot-1'), terms, 'S-1', 1))
  const record = readRecord(one.record)
  expect(await firstWrongSection(one.envelope, record)).toBeUndefined()
  await expect(firstWrongSection(other.envelope, record)).rejects.toThrow('OTHER_ENVELOPE')
  expect(await sealsToSection(other.envelope, 1, record.sections[1]!)).toBe(false)
  expect(await sealsToSection(one.envelope, 2, record.sections[1]!)).toBe(false)
  expect(await sealsToSection(one.envelope, 1, record.sections[1]!.replace('1000', '1001'))).toBe(false)
  expect(await sealsToSection(one.envelope, 1, '{"content":{}}')).toBe(false)
})

it('every envelope of a round has the same length', async () => {
  const { terms } = await round()
  const small = await seal(terms, 'S-1', 1, contentsOf(offer(1000, 'lot-1'), terms, 'S-1', 1))
  const large = await seal(terms, 'S-1', 1, contentsOf(offer(99_999_999, 'lot-1', 'lot-2'), terms, 'S-1', 1))
  expect(large.bytes.length).toBe(small.bytes.length)
  expect(large.envelope.sections.map(section => section.ciphertext.length)).toEqual(small.envelope.sections.map(section => section.ciphertext.length))
})

it('what does not fit is not sealed, and shapes are those of the note', async () => {
  const { terms } = await round()
  await expect(seal(terms, 'S-1', 1, [{ format: 'x'.repeat(9000) }])).rejects.toThrow('DOES_NOT_FIT at /0')
  expect(shapeOf(7)).toEqual({ sections: 8, headerBytes: 8192, sectionBytes: 4096 })
  expect(shapeOf(8).sections).toBe(16)
  expect(shapeOf(120)).toEqual({ sections: 128, headerBytes: 16_384, sectionBytes: 4096 })
  expect(shapeOf(2047)).toEqual({ sections: 2048, headerBytes: 262_144, sectionBytes: 4096 })
  expect(() => shapeOf(2048)).toThrow('OTHER_SHAPE')
})

it('an envelope that was changed or is none is refused by name', async () => {
  const { terms } = await round()
  const json = new TextDecoder().decode((await seal(terms, 'S-1', 1, contentsOf(offer(1000, 'lot-1'), terms, 'S-1', 1))).bytes)
  const refusals: [string, string][] = [
    [json.slice(0, -1), 'NOT_JSON'], [json.replace('"version":1', '"version":1.5'), 'NOT_JSON'], [json.replace('"version":1', '"version":null'), 'NOT_JSON'],
    [json.replace('jucai-envelope/1', 'jucai-envelope/2'), 'UNKNOWN_FORMAT'], [json.replace('X25519', 'SM2'), 'UNKNOWN_SUITE'],
    [json.replace('"version":1', '"version":0'), 'MEMBER_WRONG'], [json.replace('"version":1', '"note":1,"version":1'), 'MEMBER_UNKNOWN'],
    [json.replace(text64(terms.trustees[0]!.sealTo), text64(terms.trustees[1]!.sealTo)), 'TRUSTEES_NOT_DISTINCT'],
  ]
  for (const [changed, fault] of refusals) await expect(readEnvelope(changed), fault).rejects.toThrow(fault)
})

it('a key file opens with its passphrase only', async () => {
  const { trustees } = await round()
  const file = await writeKeyFile(trustees[0]!, 'café to go １２')
  await expect(writeKeyFile(trustees[0]!, 'elevenchars')).rejects.toThrow('PASSPHRASE_TOO_WEAK')
  const opened = await openKeyFile(file, 'cafe\u0301 to go 12')
  expect(await fingerprint(opened.key)).toBe(await fingerprint(trustees[0]!.key))
  await expect(openKeyFile(file, 'cafe to go 12')).rejects.toThrow('KEY_FILE_LOCKED')
  await expect(openKeyFile(file.replace('association', 'bank'), 'café to go 12')).rejects.toThrow('KEY_FILE_LOCKED')
  await expect(openKeyFile(file.replace('1000000', '1000'), 'café to go 12')).rejects.toThrow('PASSPHRASE_TOO_WEAK')
}, 60_000)

it('a trustee of another round releases nothing, and a changed release is refused', async () => {
  const { terms, trustees } = await round()
  const { envelope } = await seal(terms, 'S-1', 1, contentsOf(offer(1000, 'lot-1'), terms, 'S-1', 1))
  const stranger = await TrusteeSecret.fresh('bank')
  await expect(release(stranger, envelope, [0])).rejects.toThrow('OTHER_TRUSTEES')
  const signed = text(await release(trustees[1]!, envelope, [0, 1]))
  await expect(readRelease(signed.replace('"trustee":2', '"trustee":1'), envelope)).rejects.toThrow('SIGNATURE_WRONG')
  await expect(readRelease(signed.replace('"section":1', '"section":2'), envelope)).rejects.toThrow('SIGNATURE_WRONG')
})

it('X25519 of the browser and of the library seal to the same bytes, those that others published', async () => {
  const bound = { info: fromHex('4f6465206f6e2061204772656369616e2055726e'), associated: fromHex('436f756e742d30') }
  const seed = fromHex('7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234')
  for (const hpke of [Hpke.with(new DhkemX25519HkdfSha256()), Hpke.with(await portableX25519())]) {
    // RFC 9180 appendix A.1.1
    expect(await hpke.publicBytes(await hpke.pairOf(seed))).toEqual(fromHex('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431'))
    // BoringSSL's vector for this suite
    const secret = fromHex('28e212563a8b6f068af7ff17400ff1baf23612b7a738bbaf5dfb321b2b5b431a')
    const base = fromHex('0900000000000000000000000000000000000000000000000000000000000000')
    const receiver = await hpke.receiver(fromHex('ac66bae9ffa270cf4a89ed9f274e30c0456babae2572aaaf002ff0d8884ab018'))
    const ephemeral = await hpke.pair(secret, await publicOf(secret, base))
    expect(await hpke.seal(receiver, ephemeral, bound, fromHex('4265617574792069732074727574682c20747275746820626561757479')))
      .toEqual(fromHex('23ded2d5d90ea89d975dac4792b297240f194952d7421aacbff0474100052b6bb8aa58d18ef6c42b6960e2e28f'))
  }
})

/** The public key of a private one, by the browser: X25519 of the base point. */
async function publicOf(secret: Bytes, base: Bytes): Promise<Bytes> {
  const pkcs8 = new Uint8Array([...fromHex('302e020100300506032b656e04220420'), ...secret])
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits'])
  const publicKey = await crypto.subtle.importKey('raw', base, 'X25519', false, [])
  return new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: publicKey }, privateKey, 256))
}

it('any two shares give the secret, and JSON is written as RFC 8785 writes it', async () => {
  const secret = random(32)
  const [one, two, three] = await split(secret, 3, 2)
  for (const pair of [[one, two], [one, three], [two, three]]) expect(await combine(pair as Uint8Array[])).toEqual(secret)
  expect(text({ '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 })).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}')
  expect(text({ s: '\u20ac$\u000f\nA\'B"\\\\"/' })).toBe('{"s":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
  expect(() => text({ s: '\ud800' })).toThrow(EnvelopeRefused)
  expect(() => read('{"a":1e400}', 100)).toThrow('NOT_JSON')
})

it('base64url is written in one way only', () => {
  expect(bytes64('AAE')).toEqual(new Uint8Array([0, 1]))
  for (const other of ['AAF', 'AAE=', 'AA+', 'A', 'AA/_']) expect(() => bytes64(other)).toThrow('NOT_BASE64URL')
})

it('terms that are not the round\'s to publish are refused', () => {
  expect(() => readTerms('{"format":"jucai-sealing-terms/2"}')).toThrow('UNKNOWN_FORMAT')
})
