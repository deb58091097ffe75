import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { EnvelopeRefused, hex, openKeyFile, readEnvelope, readRelease, release, text64, type Envelope } from '@/kit/envelope'
import { misfit, Releaser, type ReleaseOrder } from './releasing'

const vector = (name: string) => readFileSync(`${process.cwd()}/../api-spec/envelope/vectors/${name}`, 'utf8')
const PASSPHRASE = 'correct horse battery staple 正确'
const wait = 120_000
const fault = (work: Promise<unknown>) => work.then(() => 'none', (thrown: unknown) => (thrown instanceof EnvelopeRefused ? thrown.fault : String(thrown)))

/** What the server hands a trustee of an envelope that Java sealed. */
function handed(envelope: Envelope, trustee: number, sections: number[]): ReleaseOrder {
  const { round, supplier, version, trustees } = envelope.head
  return {
    call: round, head: { round, supplier, version, sections: envelope.sections.length }, sha256: hex(envelope.digest),
    trustees: trustees.map(key => ({ trustee: key.trustee, sealTo: text64(key.sealTo), signsWith: text64(key.signsWith) })),
    shares: sections.map(section => {
      const { encapsulated, shares } = envelope.sections[section]!
      const { sealed, commitment } = shares[trustee - 1]!
      return { section, encapsulated: text64(encapsulated), sealed: text64(sealed), commitment: text64(commitment) }
    }),
  }
}

describe('a trustee that releases', () => {
  let envelope: Envelope
  const releaser = new Releaser()
  beforeAll(async () => {
    envelope = await readEnvelope(vector('java.envelope.json'))
    await releaser.open(vector('bank.key.json'), PASSPHRASE)
  }, wait)

  it('says of the shares it was handed what it would say of the whole envelope', async () => {
    const order = handed(envelope, 2, [0, 1, 2])
    const one = await readRelease(await releaser.release(order), envelope)
    const whole = await release(await openKeyFile(vector('bank.key.json'), PASSPHRASE), envelope, [0, 1, 2])
    expect(one).toEqual(await readRelease(JSON.stringify(whole), envelope))
    expect(one.shares.every(share => share.share)).toBe(true)
  }, wait)

  it('says that a share sealed to another trustee does not open, and signs that', async () => {
    const { shares } = await readRelease(await releaser.release(handed(envelope, 1, [0])), envelope)
    expect(shares).toEqual([{ section: 0 }])
  })

  it('touches no envelope of another round, and none sealed to other keys', async () => {
    const order = handed(envelope, 2, [0])
    expect(await fault(releaser.release({ ...order, call: 'another:1' }))).toBe('OTHER_ROUND')
    expect(await fault(releaser.release({ ...order, trustees: order.trustees.filter((_, i) => i !== 1) }))).toBe('OTHER_TRUSTEES')
    expect(await fault(releaser.release({ ...order, shares: [{ ...order.shares[0]!, section: 4096 }] }))).toBe('NO_SUCH_SECTION')
  })

  it('opens nothing under a wrong passphrase, keeps nothing of the key before, and knows what is no key file', async () => {
    const other = new Releaser()
    await other.open(vector('bank.key.json'), PASSPHRASE)
    expect(await fault(other.open(vector('bank.key.json'), `${PASSPHRASE}.`))).toBe('KEY_FILE_LOCKED')
    expect(await fault(other.release(handed(envelope, 2, [0])))).toBe('KEY_FILE_LOCKED')
    expect(await fault(other.open(vector('java.receipt.json'), PASSPHRASE))).toBe('UNKNOWN_FORMAT')
    expect(await fault(other.open('not json', PASSPHRASE))).toBe('NOT_JSON')
  }, wait)
})

describe('an unlocked key', () => {
  const key = { trustee: 'bank', sealTo: 'a', signsWith: 'b', fingerprint: '' }
  it('must be this party\'s, and the one that the offers are sealed to', () => {
    expect(misfit(key, { partyId: 'bank', sealTo: 'a', signsWith: 'b' })).toBeNull()
    expect(misfit(key, { partyId: 'supervisor', sealTo: 'a', signsWith: 'b' })).toBe('OTHER_PARTY')
    expect(misfit(key, { partyId: 'bank', sealTo: 'other', signsWith: 'b' })).toBe('OTHER_KEY')
  })
})
