// Bytes and the ways they are written in documents; see backend/docs/notes/envelope.md, "Words".

export type Bytes = Uint8Array<ArrayBuffer>

/** Why something is not taken; the names are those of the server's. */
export type Fault =
  | 'NOT_JSON' | 'TOO_LARGE' | 'MEMBER_MISSING' | 'MEMBER_UNKNOWN' | 'MEMBER_WRONG' | 'NOT_BASE64URL' | 'UNKNOWN_FORMAT' | 'UNKNOWN_SUITE'
  | 'OTHER_ROUND' | 'OTHER_TRUSTEES' | 'OTHER_SHAPE' | 'DUPLICATE_SECTION' | 'DOES_NOT_FIT' | 'OTHER_ENVELOPE' | 'NO_SUCH_SECTION'
  | 'SIGNATURE_WRONG' | 'OTHER_SIGNER' | 'PASSPHRASE_TOO_WEAK' | 'KEY_FILE_LOCKED' | 'KEY_NOT_SHOWN' | 'TRUSTEES_NOT_DISTINCT' | 'NO_SECURE_CONTEXT'

/** A document that is not taken: what is wrong and where (a JSON pointer). */
export class EnvelopeRefused extends Error {
  constructor(readonly fault: Fault, readonly where = '') {
    super(where ? `${fault} at ${where}` : fault)
  }
}

const encoder = new TextEncoder()

export const utf8 = (text: string): Bytes => encoder.encode(text) as Bytes

/** Starts every hash and info, so that nothing made for one purpose can stand for another. */
export const label = (purpose: string): Bytes => utf8(`jucai-envelope/1 ${purpose}\0`)

export function joined(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export const u32 = (value: number): Bytes => new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value])

/** Base64url without padding. */
export function text64(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** Reads base64url; what would not be written the same way again is refused. */
export function bytes64(text: string, where = ''): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) throw new EnvelopeRefused('NOT_BASE64URL', where)
  const bytes = Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), char => char.charCodeAt(0))
  if (text64(bytes) !== text) throw new EnvelopeRefused('NOT_BASE64URL', where)
  return bytes
}

export const hex = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** Compares without stopping at the first difference. */
export function same(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length
  for (let i = 0; i < Math.min(one.length, other.length); i++) difference |= one[i]! ^ other[i]!
  return difference === 0
}

/** The browser's cryptography; there is none outside HTTPS (and localhost). */
export function subtle(): SubtleCrypto {
  const found = globalThis.crypto?.subtle
  if (!found) throw new EnvelopeRefused('NO_SECURE_CONTEXT')
  return found
}

export const sha256 = async (...parts: Uint8Array[]): Promise<Bytes> => new Uint8Array(await subtle().digest('SHA-256', joined(...parts)))

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))
