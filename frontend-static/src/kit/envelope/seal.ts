import { split } from 'shamir-secret-sharing'
import { EnvelopeRefused, hex, random, text64, type Bytes } from './bytes'
import { envelopeBytes, envelopeOf, places, TRUSTEES, type Envelope, type Head, type SealedShare, type SealingTerms, type Section, type TrusteeKey } from './documents'
import { Hpke } from './hpke'
import { canonical, type JsonObject } from './json'
import type { Place } from './place'

const NOTHING: JsonObject = { format: 'jucai-nothing/1' }

/** What a section was sealed with; lies inside it, so that whoever opens it can seal again and compare. */
export interface Witness { shares: Bytes[], ephemeral: Bytes }

/** An offer's lots and what it says across them; api-spec/envelope/offer.schema.json. */
export interface Offer { format: 'jucai-offer/1', lots: (JsonObject & { lot: string })[], totalTiers: JsonObject[], bundles: JsonObject[], validUntilOn: string, depositReference?: string }

export interface Sealed {
  envelope: Envelope
  /** Canonical form, as it is sent. */
  bytes: Bytes
  /** What the supplier keeps to itself: its proof if trustees fail. */
  record: string
}

/** Contents of the sections, header first. */
export function contentsOf(offer: Offer, terms: SealingTerms, supplier: string, version: number): JsonObject[] {
  const { lots, ...across } = offer
  const header = { ...across, format: 'jucai-offer-header/1', round: terms.round, supplier, version, lots: lots.map(lot => lot.lot) }
  return [header, ...lots]
}

/** Seals contents (header first, then a lot each) for a round; `heard` is told how many sections are done. */
export async function seal(terms: SealingTerms, supplier: string, version: number, contents: JsonObject[], heard: (done: number, of: number) => void = () => {}): Promise<Sealed> {
  const { shape } = terms
  if (contents.length > shape.sections) throw new EnvelopeRefused('DOES_NOT_FIT', `/${shape.sections}`)
  const head: Head = { round: terms.round, supplier, version, trustees: terms.trustees }
  const place = await places(head, shape.sections)
  const receivers = await receiversOf(terms.trustees)
  const sections: Section[] = []
  const plains: string[] = []
  for (let i = 0; i < shape.sections; i++) {
    const key = random(32)
    const witness: Witness = { shares: (await split(key, TRUSTEES, 2)) as Bytes[], ephemeral: random(32) }
    const plain = plaintext(contents[i] ?? NOTHING, witness)
    const padded = pad(plain, i === 0 ? shape.headerBytes : shape.sectionBytes, i)
    sections.push(await sealSection(place(i), receivers, key, witness, padded))
    if (i < contents.length) plains.push(new TextDecoder().decode(plain))
    heard(i + 1, shape.sections)
  }
  const envelope = await envelopeOf(head, sections)
  const record = canonical({ format: 'jucai-sealing-record/1', envelopeSha256: hex(envelope.digest), sections: plains })
  return { envelope, bytes: envelopeBytes(head, sections), record: new TextDecoder().decode(record) }
}

/** The trustees' keys, ready to seal to. */
export interface Receivers { hpke: Hpke, keys: CryptoKey[] }

export async function receiversOf(trustees: TrusteeKey[]): Promise<Receivers> {
  const hpke = await Hpke.ready()
  return { hpke, keys: await Promise.all(trustees.map(trustee => hpke.receiver(trustee.sealTo))) }
}

const plaintext = (content: JsonObject, witness: Witness): Bytes =>
  canonical({ content, witness: { shares: witness.shares.map(text64), ephemeral: text64(witness.ephemeral) } })

/** One byte 0x80, then zeros, up to the class: every content of a class has the same length. */
export function pad(content: Bytes, length: number, section: number): Bytes {
  if (content.length >= length) throw new EnvelopeRefused('DOES_NOT_FIT', `/${section}`)
  const padded = new Uint8Array(length)
  padded.set(content)
  padded[content.length] = 0x80
  return padded
}

/** The section that this plaintext gives: sealing uses no chance beyond key and witness. */
export async function sealSection(place: Place, receivers: Receivers, key: Bytes, witness: Witness, padded: Bytes): Promise<Section> {
  const ephemeral = await receivers.hpke.pairOf(witness.ephemeral)
  const shares: SealedShare[] = []
  for (let t = 1; t <= TRUSTEES; t++) {
    const share = witness.shares[t - 1]!
    const commitment = await place.shareCommitment(t, share)
    shares.push({ sealed: await receivers.hpke.seal(receivers.keys[t - 1]!, ephemeral, place.bound(t, commitment), share), commitment })
  }
  return { keyCommitment: await place.keyCommitment(key), ciphertext: await place.seal(key, padded), encapsulated: await receivers.hpke.publicBytes(ephemeral), shares }
}
