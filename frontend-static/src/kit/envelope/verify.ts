import { combine } from 'shamir-secret-sharing'
import { EnvelopeRefused, hex, same, utf8, type Bytes } from './bytes'
import { plainLength, sectionOf, SHARE_BYTES, TRUSTEES, type Envelope, type Section } from './documents'
import { bytesOf, Members, read, type JsonObject } from './json'
import type { Release } from './release'
import { pad, receiversOf, sealSection, type Witness } from './seal'

/**
 * Whether this plaintext, sealed again, is the section that the envelope holds, to the byte. If so it is what was sealed, the same for all three trustees,
 * and a trustee that released another share than the plaintext's lied.
 */
export async function sealsToSection(envelope: Envelope, index: number, plaintext: string): Promise<boolean> {
  const section = sectionOf(envelope, index)
  try {
    const { witness } = readPlain(plaintext)
    const key = await keyOf(witness)
    const bytes = utf8(plaintext)
    return key !== undefined && bytes.length < plainLength(section)
      && equal(section, await sealSection(envelope.place(index), await receiversOf(envelope.head.trustees), key, witness, pad(bytes, plainLength(section), index)))
  } catch (failure) {
    if (failure instanceof EnvelopeRefused) return false
    throw failure
  }
}

/** What is offered in a section. */
export const contentOf = (plaintext: string): JsonObject => readPlain(plaintext).content

function readPlain(plaintext: string): { content: JsonObject, witness: Witness } {
  const members = new Members(read(plaintext, 1 << 20))
  const content = members.tree('content')
  const inner = members.object('witness')
  const shares = inner.list('shares', TRUSTEES, TRUSTEES, (value, where) => bytesOf(value, SHARE_BYTES, where))
  const witness = { shares, ephemeral: inner.bytes('ephemeral', 32) }
  inner.end()
  members.end()
  return { content, witness }
}

/** The key on whose line all three shares lie, if they do. */
async function keyOf(witness: Witness): Promise<Bytes | undefined> {
  const [one, two, three] = witness.shares as [Bytes, Bytes, Bytes]
  const first = await secretOf(one, two)
  const others = [await secretOf(two, three), await secretOf(one, three)]
  return first && others.every(other => other && same(first, other)) ? first : undefined
}

async function secretOf(one: Bytes, other: Bytes): Promise<Bytes | undefined> {
  const x = one[SHARE_BYTES - 1]
  const y = other[SHARE_BYTES - 1]
  return x === 0 || y === 0 || x === y ? undefined : (await combine([one, other])) as Bytes
}

function equal(one: Section, other: Section): boolean {
  return same(one.keyCommitment, other.keyCommitment) && same(one.ciphertext, other.ciphertext) && same(one.encapsulated, other.encapsulated)
    && one.shares.every((share, i) => same(share.sealed, other.shares[i]!.sealed) && same(share.commitment, other.shares[i]!.commitment))
}

/** The plaintext of a section from what two or three trustees released, or nothing where no two of their shares open it. The server says who lied. */
export async function openSection(envelope: Envelope, index: number, releases: Release[]): Promise<string | undefined> {
  const section = sectionOf(envelope, index)
  const place = envelope.place(index)
  const fitting: Bytes[] = []
  for (const release of releases) {
    const share = release.shares.find(each => each.section === index)?.share
    if (share && same(await place.shareCommitment(release.trustee, share), section.shares[release.trustee - 1]!.commitment)) fitting.push(share)
  }
  const key = fitting.length < 2 ? undefined : await secretOf(fitting[0]!, fitting[1]!)
  if (!key || !same(await place.keyCommitment(key), section.keyCommitment)) return undefined
  const padded = await place.open(key, section.ciphertext)
  return padded && strip(padded)
}

function strip(padded: Bytes): string | undefined {
  let end = padded.length - 1
  while (end >= 0 && padded[end] === 0) end--
  return end < 0 || padded[end] !== 0x80 ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(padded.subarray(0, end))
}

/** What the supplier kept of its own envelope. */
export interface SealingRecord { envelopeSha256: string, sections: string[] }

export function readRecord(text: string): SealingRecord {
  const members = new Members(read(text, 64 << 20)).format('jucai-sealing-record/1')
  const record = {
    envelopeSha256: members.sha256('envelopeSha256'),
    sections: members.list('sections', 0, 2048, (value, where) => {
      if (typeof value !== 'string') throw new EnvelopeRefused('MEMBER_WRONG', where)
      return value
    }),
  }
  members.end()
  return record
}

/** Checks a record against its envelope; the index of the first section that it does not seal to, or nothing if all is right. */
export async function firstWrongSection(envelope: Envelope, record: SealingRecord): Promise<number | undefined> {
  if (record.envelopeSha256 !== hex(envelope.digest)) throw new EnvelopeRefused('OTHER_ENVELOPE', '/envelopeSha256')
  for (let i = 0; i < record.sections.length; i++) if (!await sealsToSection(envelope, i, record.sections[i]!)) return i
  return undefined
}
