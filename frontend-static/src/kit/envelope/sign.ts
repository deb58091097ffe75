import { signAsync, verifyAsync } from '@noble/ed25519'
import { bytes64, EnvelopeRefused, joined, label, text64, type Bytes } from './bytes'
import { canonical, type JsonObject } from './json'

// Ed25519 (RFC 8032) over a label and the canonical form of a document without its signature.

const message = (document: JsonObject): Bytes => joined(label('signature'), canonical(document))

export async function signed(document: JsonObject, seed: Bytes): Promise<JsonObject> {
  return { ...document, signature: text64(await signAsync(message(document), seed)) }
}

/** Refuses a document that this key did not sign as it stands. */
export async function checkSignature(document: JsonObject, key: Bytes): Promise<void> {
  const { signature, ...rest } = document
  const right = typeof signature === 'string' && await verifyAsync(bytes64(signature, '/signature'), message(rest), key, { zip215: false }).catch(() => false)
  if (!right) throw new EnvelopeRefused('SIGNATURE_WRONG', '/signature')
}
