import { EnvelopeRefused, hex, label, sha256, text64, type Bytes } from './bytes'
import { canonical, idOf, Members, read, type JsonObject } from './json'
import { Place } from './place'

export const SUITE = 'X25519-SHA256-AES256GCM-2OF3-ED25519'
export const TRUSTEES = 3
export const SHARE_BYTES = 33
const TAG_BYTES = 16
const MOST_CHARACTERS = 64 << 20

export interface TrusteeKey { trustee: string, sealTo: Bytes, signsWith: Bytes }
export interface Shape { sections: number, headerBytes: number, sectionBytes: number }

/** What a round publishes for those who seal. */
export interface SealingTerms { round: string, lots: string[], trustees: TrusteeKey[], shape: Shape }

export interface SealedShare { sealed: Bytes, commitment: Bytes }
export interface Section { keyCommitment: Bytes, ciphertext: Bytes, encapsulated: Bytes, shares: SealedShare[] }
export interface Head { round: string, supplier: string, version: number, trustees: TrusteeKey[] }

/** A sealed offer as it travels. */
export interface Envelope { head: Head, sections: Section[], digest: Bytes, place: (section: number) => Place }

/** Thirty digits to read aloud, in six groups of five. */
export async function fingerprint(key: TrusteeKey): Promise<string> {
  const digest = await sha256(label('trustee key'), key.sealTo, key.signsWith)
  return Array.from({ length: 6 }, (_, group) => {
    let value = 0
    for (const byte of digest.subarray(group * 5, group * 5 + 5)) value = value * 256 + byte
    return String(value % 100_000).padStart(5, '0')
  }).join(' ')
}

export const keyTree = (key: TrusteeKey): JsonObject => ({ trustee: key.trustee, sealTo: text64(key.sealTo), signsWith: text64(key.signsWith) })

export function readKey(members: Members): TrusteeKey {
  const key = { trustee: members.id('trustee'), sealTo: members.bytes('sealTo', 32), signsWith: members.bytes('signsWith', 32) }
  members.end()
  return key
}

export function suiteOf(members: Members): void {
  if (members.text('suite', /^.{1,64}$/) !== SUITE) throw new EnvelopeRefused('UNKNOWN_SUITE', '/suite')
}

function readTrustees(members: Members): TrusteeKey[] {
  const keys = members.objects('trustees', TRUSTEES, TRUSTEES, readKey)
  const distinct = (values: string[]) => new Set(values).size === TRUSTEES
  if (!distinct(keys.map(key => key.trustee)) || !distinct(keys.map(key => hex(key.sealTo))) || !distinct(keys.map(key => hex(key.signsWith)))) {
    throw new EnvelopeRefused('TRUSTEES_NOT_DISTINCT', '/trustees')
  }
  return keys
}

const isClass = (value: number, least: number, most: number) => value >= least && value <= most && (value & (value - 1)) === 0

function checked(shape: Shape): Shape {
  if (!isClass(shape.sections, 8, 2048) || !isClass(shape.headerBytes, 8192, 1 << 18) || !isClass(shape.sectionBytes, 4096, 1 << 14)) {
    throw new EnvelopeRefused('OTHER_SHAPE')
  }
  return shape
}

/** The shape for a round of so many lots; see envelope.md, "Why all envelopes of a round look the same". */
export function shapeOf(lots: number): Shape {
  const classFor = (needed: number, least: number) => Math.max(least, 2 ** Math.ceil(Math.log2(needed)))
  return checked({ sections: classFor(lots + 1, 8), headerBytes: classFor(4096 + 72 * lots, 8192), sectionBytes: 4096 })
}

export function readTerms(text: string): SealingTerms {
  const members = new Members(read(text, MOST_CHARACTERS)).format('jucai-sealing-terms/1')
  suiteOf(members)
  const terms = { round: members.id('round'), lots: members.list('lots', 1, 2047, idOf), trustees: readTrustees(members), shape: readShape(members.object('shape')) }
  members.end()
  if (terms.lots.length >= terms.shape.sections) throw new EnvelopeRefused('OTHER_SHAPE', '/lots')
  return terms
}

function readShape(members: Members): Shape {
  const shape = { sections: members.number('sections', 8, 2048), headerBytes: members.number('headerBytes', 8192, 1 << 18), sectionBytes: members.number('sectionBytes', 4096, 1 << 14) }
  members.end()
  return checked(shape)
}

function headTree(head: Head): JsonObject {
  return { format: 'jucai-envelope/1', suite: SUITE, round: head.round, supplier: head.supplier, version: head.version, trustees: head.trustees.map(keyTree) }
}

export const places = (head: Head, sections: number) => Place.row({ ...headTree(head), sections })

function sectionTree(section: Section): JsonObject {
  return {
    keyCommitment: text64(section.keyCommitment), ciphertext: text64(section.ciphertext), encapsulated: text64(section.encapsulated),
    shares: section.shares.map(share => ({ sealed: text64(share.sealed), commitment: text64(share.commitment) })),
  }
}

/** The envelope's canonical form. */
export const envelopeBytes = (head: Head, sections: Section[]): Bytes => canonical({ ...headTree(head), sections: sections.map(sectionTree) })

export async function envelopeOf(head: Head, sections: Section[]): Promise<Envelope> {
  return { head, sections, digest: await sha256(envelopeBytes(head, sections)), place: await places(head, sections.length) }
}

export async function readEnvelope(text: string): Promise<Envelope> {
  const members = new Members(read(text, MOST_CHARACTERS)).format('jucai-envelope/1')
  suiteOf(members)
  const head = { round: members.id('round'), supplier: members.id('supplier'), version: members.number('version', 1, 1_000_000), trustees: readTrustees(members) }
  const sections = members.objects('sections', 8, 2048, readSection)
  members.end()
  refuseOddities(sections)
  return envelopeOf(head, sections)
}

function readSection(members: Members): Section {
  const section = {
    keyCommitment: members.bytes('keyCommitment', 32), ciphertext: members.bytes('ciphertext'), encapsulated: members.bytes('encapsulated', 32),
    shares: members.objects('shares', TRUSTEES, TRUSTEES, share => {
      const read = { sealed: share.bytes('sealed', SHARE_BYTES + TAG_BYTES), commitment: share.bytes('commitment', 32) }
      share.end()
      return read
    }),
  }
  members.end()
  return section
}

export const plainLength = (section: Section): number => section.ciphertext.length - TAG_BYTES

function refuseOddities(sections: Section[]): void {
  checked({ sections: sections.length, headerBytes: plainLength(sections[0]!), sectionBytes: plainLength(sections[1]!) })
  const seen = new Set<string>()
  sections.forEach((section, i) => {
    if (i > 1 && plainLength(section) !== plainLength(sections[1]!)) throw new EnvelopeRefused('OTHER_SHAPE', `/sections/${i}/ciphertext`)
    for (const once of [section.keyCommitment, section.ciphertext, section.encapsulated, ...section.shares.map(share => share.commitment)]) {
      const name = text64(once)
      if (seen.has(name)) throw new EnvelopeRefused('DUPLICATE_SECTION', `/sections/${i}`)
      seen.add(name)
    }
  })
}

export function sectionOf(envelope: Envelope, index: number): Section {
  const section = envelope.sections[index]
  if (!section) throw new EnvelopeRefused('NO_SUCH_SECTION', `/sections/${index}`)
  return section
}
