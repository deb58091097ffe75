import { bytes64, EnvelopeRefused, hex, same, text64, type Bytes } from './bytes'
import { places, sectionOf, SHARE_BYTES, TRUSTEES, type Envelope, type Head } from './documents'
import { Members, read, type JsonObject } from './json'
import { checkSignature } from './sign'
import type { TrusteeSecret } from './trustee'

/** What a trustee says its share of a section is; without a share, it says that what was sealed to it does not open. */
export interface ReleasedShare { section: number, share?: Bytes }

/** Shares of one envelope released by one trustee. */
export interface Release { trustee: number, shares: ReleasedShare[] }

/** A share of one section as it was sealed to one trustee. */
export interface ShareToUnseal { section: number, encapsulated: Bytes, sealed: Bytes, commitment: Bytes }

/** All that unsealing takes of an envelope: its head, the number of its sections, its digest and the trustee's own shares. */
export interface Asked { head: Head, sections: number, sha256: string, shares: ShareToUnseal[] }

type Heard = (done: number, of: number) => void

const numberOf = (secret: TrusteeSecret, head: Head): number => {
  const number = head.trustees.findIndex(key => same(key.sealTo, secret.key.sealTo) && same(key.signsWith, secret.key.signsWith)) + 1
  if (number === 0) throw new EnvelopeRefused('OTHER_TRUSTEES', '/trustees')
  return number
}

/** Unseals this trustee's shares of these sections and signs what came out; `heard` is told how many are done. */
export async function release(secret: TrusteeSecret, envelope: Envelope, sections: number[], heard: Heard = () => {}): Promise<JsonObject> {
  const number = numberOf(secret, envelope.head)
  const shares = sections.map(index => {
    const section = sectionOf(envelope, index)
    return { section: index, encapsulated: section.encapsulated, ...section.shares[number - 1]! }
  })
  return releaseAsked(secret, { head: envelope.head, sections: envelope.sections.length, sha256: hex(envelope.digest), shares }, heard)
}

/** The same where only this trustee's shares are at hand, not the whole envelope. */
export async function releaseAsked(secret: TrusteeSecret, { head, sections, sha256, shares: asked }: Asked, heard: Heard = () => {}): Promise<JsonObject> {
  const number = numberOf(secret, head)
  const place = await places(head, sections)
  const shares: JsonObject[] = []
  for (const { section, encapsulated, sealed, commitment } of asked) {
    if (section < 0 || section >= sections) throw new EnvelopeRefused('NO_SUCH_SECTION', `/sections/${section}`)
    const share = await secret.open(encapsulated, place(section).bound(number, commitment), sealed)
    shares.push(share?.length === SHARE_BYTES ? { section, share: text64(share) } : { section })
    heard(shares.length, asked.length)
  }
  return secret.sign({ format: 'jucai-release/1', round: head.round, envelopeSha256: sha256, trustee: number, shares })
}

/** Reads a sealed share as it is handed out. */
export function readShareToUnseal({ section, encapsulated, sealed, commitment }: { section: number, encapsulated: string, sealed: string, commitment: string }): ShareToUnseal {
  return { section, encapsulated: bytes64(encapsulated), sealed: bytes64(sealed), commitment: bytes64(commitment) }
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
