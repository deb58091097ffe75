import { EnvelopeRefused, hex, same, type Bytes } from './bytes'
import type { Envelope } from './documents'
import { Members, read } from './json'
import { checkSignature } from './sign'

/** The server's word that it has an envelope, or that it was withdrawn. */
export interface Receipt {
  act: 'SEALED' | 'WITHDRAWN'
  round: string
  supplier: string
  version: number
  envelopeSha256: string
  receivedAt: string
  logPosition: number
  serverKey: Bytes
}

/** Reads a receipt whose signature holds; whether its key is the server's, checkReceipt says. */
export async function readReceipt(text: string): Promise<Receipt> {
  const tree = read(text, 4096)
  const members = new Members(tree).format('jucai-receipt/1')
  const receipt: Receipt = {
    act: members.text('act', /^(SEALED|WITHDRAWN)$/) as Receipt['act'], round: members.id('round'), supplier: members.id('supplier'),
    version: members.number('version', 1, Number.MAX_SAFE_INTEGER), envelopeSha256: members.sha256('envelopeSha256'),
    receivedAt: members.text('receivedAt', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/), logPosition: members.number('logPosition', 0, Number.MAX_SAFE_INTEGER),
    serverKey: members.bytes('serverKey', 32),
  }
  members.bytes('signature', 64)
  members.end()
  await checkSignature(tree, receipt.serverKey)
  return receipt
}

/** Refuses a receipt of another server or of another envelope. */
export function checkReceipt(receipt: Receipt, envelope: Envelope, published: Bytes[]): void {
  if (!published.some(key => same(key, receipt.serverKey))) throw new EnvelopeRefused('OTHER_SIGNER', '/serverKey')
  if (receipt.envelopeSha256 !== hex(envelope.digest)) throw new EnvelopeRefused('OTHER_ENVELOPE', '/envelopeSha256')
  const { round, supplier, version } = envelope.head
  if (receipt.round !== round || receipt.supplier !== supplier || receipt.version !== version) throw new EnvelopeRefused('OTHER_ENVELOPE', '/round')
}
