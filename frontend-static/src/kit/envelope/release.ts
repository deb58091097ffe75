import { EnvelopeRefused, hex, same, text64, type Bytes } from './bytes'
import { sectionOf, SHARE_BYTES, TRUSTEES, type Envelope } from './documents'
import { Members, read, type JsonObject } from './json'
import { checkSignature } from './sign'
import type { TrusteeSecret } from './trustee'

/** What a trustee says its share of a section is; without a share, it says that what was sealed to it does not open. */
export interface ReleasedShare { section: number, share?: Bytes }

/** Shares of one envelope released by one trustee. */
export interface Release { trustee: number, shares: ReleasedShare[] }

/** Unseals this trustee's shares of these sections and signs what came out; `heard` is told how many are done. */
export async function release(secret: TrusteeSecret, envelope: Envelope, sections: number[], heard: (done: number, of: number) => void = () => {}): Promise<JsonObject> {
  const number = envelope.head.trustees.findIndex(key => same(key.sealTo, secret.key.sealTo) && same(key.signsWith, secret.key.signsWith)) + 1
  if (number === 0) throw new EnvelopeRefused('OTHER_TRUSTEES', '/trustees')
  const shares: JsonObject[] = []
  for (const section of sections) {
    const share = await unseal(secret, envelope, section, number)
    shares.push(share ? { section, share: text64(share) } : { section })
    heard(shares.length, sections.length)
  }
  return secret.sign({ format: 'jucai-release/1', round: envelope.head.round, envelopeSha256: hex(envelope.digest), trustee: number, shares })
}

async function unseal(secret: TrusteeSecret, envelope: Envelope, index: number, number: number): Promise<Bytes | undefined> {
  const section = sectionOf(envelope, index)
  const { sealed, commitment } = section.shares[number - 1]!
  const share = await secret.open(section.encapsulated, envelope.place(index).bound(number, commitment), sealed)
  return share?.length === SHARE_BYTES ? share : undefined
}

/** Reads a release of shares of this envelope; refuses another's, and one that the trustee did not sign. */
export async function readRelease(text: string, envelope: Envelope): Promise<Release> {
  const tree = read(text, 4096 + envelope.sections.length * 128)
  const members = new Members(tree).format('jucai-release/1')
  if (members.id('round') !== envelope.head.round) throw new EnvelopeRefused('OTHER_ROUND', '/round')
  if (members.sha256('envelopeSha256') !== hex(envelope.digest)) throw new EnvelopeRefused('OTHER_ENVELOPE', '/envelopeSha256')
  const trustee = members.number('trustee', 1, TRUSTEES)
  const shares = members.objects('shares', 1, 2048, share => {
    const section = share.number('section', 0, envelope.sections.length - 1)
    const released: ReleasedShare = share.has('share') ? { section, share: share.bytes('share', SHARE_BYTES) } : { section }
    share.end()
    return released
  })
  members.bytes('signature', 64)
  members.end()
  await checkSignature(tree, envelope.head.trustees[trustee - 1]!.signsWith)
  return { trustee, shares }
}
