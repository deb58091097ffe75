/*
 * What a receipt, an envelope and what was opened of it prove, offline. Each claim holds, does not, or cannot be told from
 * what is there; nothing is left out because it went wrong.
 */
import {
  EnvelopeRefused, contentOf, firstWrongSection, fingerprint, hex, openSection, readEnvelope, readReceipt, readRecord, readRelease, sealsToSection, text64,
  type Envelope, type JsonObject, type Receipt, type Release,
} from '@/kit/envelope'
import { AWARD_FORMATS } from './award'

export type Kind = 'receipt' | 'envelope' | 'record' | 'release' | 'keys' | 'bundle' | 'problem' | 'result' | 'publicAward' | 'revealed'
export type Claim =
  | 'RECEIPT_SIGNED' | 'RECEIPT_BY_SERVER' | 'ENVELOPE_WHOLE' | 'ENVELOPE_IS_RECEIPTS' | 'TRUSTEES_REGISTERED' | 'RECORD_IS_ENVELOPES' | 'RELEASE_SIGNED' | 'RELEASES_OPEN' | 'CONTENT_AS_SEALED'
export type Verdict = 'holds' | 'fails' | 'unknown'
/** `why` is a fault of the kit or a word of ours; `facts` go into the sentence. */
export interface Finding { claim: Claim; verdict: Verdict; why?: string; facts?: Record<string, string | number> }

export interface ReceiptKey { publicKey: string; validFrom: string; validUntil?: string }
export interface PublishedKeys { receiptKeys: readonly ReceiptKey[]; trusteeKeys: readonly { card: { sealTo: string; signsWith: string } }[] }

/** What was put on the table, as text; releases by trustee may be several. */
export interface Given { receipt?: string; envelope?: string; record?: string; releases: readonly string[]; keys?: PublishedKeys }

export interface Checked {
  findings: Finding[]
  receipt: Receipt | null
  envelope: Envelope | null
  fingerprints: { trustee: string; fingerprint: string }[]
  /** What was opened, header first; only what seals to the envelope again. */
  contents: JsonObject[]
}

const FORMATS: Readonly<Record<string, Kind>> = { 'jucai-receipt/1': 'receipt', 'jucai-envelope/1': 'envelope', 'jucai-sealing-record/1': 'record', 'jucai-release/1': 'release', ...AWARD_FORMATS }

/** What a file is, by what it says of itself. */
export function kindOf(text: string): Kind | null {
  try {
    const tree = JSON.parse(text) as { format?: unknown; receiptKeys?: unknown; trusteeKeys?: unknown }
    if (typeof tree !== 'object' || tree === null) return null
    if (Array.isArray(tree.receiptKeys) && Array.isArray(tree.trusteeKeys)) return 'keys'
    return typeof tree.format === 'string' ? FORMATS[tree.format] ?? null : null
  } catch {
    return null
  }
}

function whyOf(thrown: unknown): string {
  if (thrown instanceof EnvelopeRefused) return thrown.fault
  throw thrown
}

/** Whether the key that signed was one of the server's when it signed. */
function serversKey(receipt: Receipt, keys: PublishedKeys | undefined): Finding {
  const claim = 'RECEIPT_BY_SERVER'
  if (!keys) return { claim, verdict: 'unknown', why: 'NO_KEYS' }
  const key = keys.receiptKeys.find(one => one.publicKey === text64(receipt.serverKey))
  if (!key) return { claim, verdict: 'fails', why: 'OTHER_SIGNER' }
  const at = Date.parse(receipt.receivedAt)
  const inTime = at >= Date.parse(key.validFrom) && (key.validUntil === undefined || at <= Date.parse(key.validUntil))
  return inTime ? { claim, verdict: 'holds' } : { claim, verdict: 'fails', why: 'KEY_NOT_VALID_THEN' }
}

function belongs(receipt: Receipt | null, envelope: Envelope): Finding {
  const claim = 'ENVELOPE_IS_RECEIPTS'
  if (!receipt) return { claim, verdict: 'unknown', why: 'NO_RECEIPT' }
  const { round, supplier, version } = envelope.head
  if (receipt.envelopeSha256 !== hex(envelope.digest)) return { claim, verdict: 'fails', why: 'OTHER_ENVELOPE' }
  return receipt.round === round && receipt.supplier === supplier && receipt.version === version ? { claim, verdict: 'holds' } : { claim, verdict: 'fails', why: 'OTHER_HEAD' }
}

function registered(envelope: Envelope, keys: PublishedKeys | undefined): Finding {
  const claim = 'TRUSTEES_REGISTERED'
  if (!keys) return { claim, verdict: 'unknown', why: 'NO_KEYS' }
  const known = new Set(keys.trusteeKeys.map(key => `${key.card?.sealTo} ${key.card?.signsWith}`))
  const strangers = envelope.head.trustees.filter(key => !known.has(`${text64(key.sealTo)} ${text64(key.signsWith)}`)).length
  return strangers === 0 ? { claim, verdict: 'holds' } : { claim, verdict: 'fails', why: 'STRANGE_TRUSTEES', facts: { n: strangers } }
}

async function fromRecord(envelope: Envelope, text: string): Promise<{ finding: Finding; contents: JsonObject[] }> {
  const claim = 'RECORD_IS_ENVELOPES'
  try {
    const record = readRecord(text)
    const wrong = await firstWrongSection(envelope, record)
    if (wrong !== undefined) return { finding: { claim, verdict: 'fails', why: 'SECTION_DIFFERS', facts: { n: wrong } }, contents: [] }
    return { finding: { claim, verdict: 'holds', facts: { n: record.sections.length } }, contents: record.sections.map(contentOf) }
  } catch (thrown) {
    return { finding: { claim, verdict: 'fails', why: whyOf(thrown) }, contents: [] }
  }
}

async function readReleases(envelope: Envelope, texts: readonly string[]): Promise<{ findings: Finding[]; releases: Release[] }> {
  const findings: Finding[] = []
  const releases: Release[] = []
  for (const text of texts) {
    try {
      const release = await readRelease(text, envelope)
      if (releases.some(one => one.trustee === release.trustee)) continue
      releases.push(release)
      findings.push({ claim: 'RELEASE_SIGNED', verdict: 'holds', facts: { n: release.trustee } })
    } catch (thrown) {
      findings.push({ claim: 'RELEASE_SIGNED', verdict: 'fails', why: whyOf(thrown) })
    }
  }
  return { findings, releases }
}

async function fromReleases(envelope: Envelope, releases: Release[], heard: (done: number, of: number) => void): Promise<{ findings: Finding[]; contents: JsonObject[] }> {
  if (releases.length === 0) return { findings: [], contents: [] }
  if (releases.length === 1) return { findings: [{ claim: 'RELEASES_OPEN', verdict: 'unknown', why: 'ONE_RELEASE' }], contents: [] }
  const sections = [...new Set(releases.flatMap(release => release.shares.map(share => share.section)))].sort((one, other) => one - other)
  const both = sections.filter(section => releases.filter(release => release.shares.some(share => share.section === section)).length >= 2)
  const contents: JsonObject[] = []
  const shut: number[] = []
  const other: number[] = []
  for (const section of both) {
    const plaintext = await openSection(envelope, section, releases)
    if (plaintext === undefined) shut.push(section)
    else if (!await sealsToSection(envelope, section, plaintext)) other.push(section)
    else contents.push(contentOf(plaintext))
    heard(shut.length + other.length + contents.length, both.length)
  }
  const opened: Finding = shut.length ? { claim: 'RELEASES_OPEN', verdict: 'fails', why: 'STAYS_SHUT', facts: { list: shut.join(', ') } } : { claim: 'RELEASES_OPEN', verdict: 'holds', facts: { n: both.length } }
  const same: Finding = other.length ? { claim: 'CONTENT_AS_SEALED', verdict: 'fails', why: 'TWO_FACED', facts: { list: other.join(', ') } } : { claim: 'CONTENT_AS_SEALED', verdict: contents.length ? 'holds' : 'unknown', ...(contents.length === 0 && { why: 'NOTHING_OPENED' }) }
  return { findings: [opened, same], contents }
}

export async function check(given: Given, heard: (done: number, of: number) => void = () => undefined): Promise<Checked> {
  const findings: Finding[] = []
  let receipt: Receipt | null = null
  let envelope: Envelope | null = null
  if (given.receipt !== undefined) {
    try {
      receipt = await readReceipt(given.receipt)
      findings.push({ claim: 'RECEIPT_SIGNED', verdict: 'holds' }, serversKey(receipt, given.keys))
    } catch (thrown) {
      findings.push({ claim: 'RECEIPT_SIGNED', verdict: 'fails', why: whyOf(thrown) })
    }
  }
  if (given.envelope !== undefined) {
    try {
      envelope = await readEnvelope(given.envelope)
      findings.push({ claim: 'ENVELOPE_WHOLE', verdict: 'holds', facts: { n: envelope.sections.length } })
    } catch (thrown) {
      findings.push({ claim: 'ENVELOPE_WHOLE', verdict: 'fails', why: whyOf(thrown) })
    }
  }
  if (!envelope) return { findings, receipt, envelope, fingerprints: [], contents: [] }
  findings.push(belongs(receipt, envelope), registered(envelope, given.keys))
  const { findings: signed, releases } = await readReleases(envelope, given.releases)
  const opened = await fromReleases(envelope, releases, heard)
  const recorded = given.record === undefined ? null : await fromRecord(envelope, given.record)
  findings.push(...signed, ...opened.findings, ...(recorded ? [recorded.finding] : []))
  const fingerprints = await Promise.all(envelope.head.trustees.map(async key => ({ trustee: key.trustee, fingerprint: await fingerprint(key) })))
  return { findings, receipt, envelope, fingerprints, contents: opened.contents.length ? opened.contents : recorded?.contents ?? [] }
}
