import { joined, label, sha256, subtle, u32, type Bytes } from './bytes'
import type { Bound } from './hpke'
import { canonical, type JsonObject } from './json'

/** Where a section stands. Every key, commitment and associated datum of a section is made from it; see envelope.md, "Sealing". */
export class Place {
  private constructor(private readonly bytes: Bytes) {}

  /** @param head what the envelope says in clear, with the number of its sections */
  static async row(head: JsonObject): Promise<(section: number) => Place> {
    const digest = await sha256(label('place'), canonical(head))
    return section => new Place(joined(digest, u32(section)))
  }

  get associated(): Bytes {
    return this.bytes
  }

  keyCommitment(key: Bytes): Promise<Bytes> {
    return sha256(label('content key'), this.bytes, key)
  }

  /** @param trustee from 1 */
  shareCommitment(trustee: number, share: Bytes): Promise<Bytes> {
    return sha256(label('share'), this.bytes, new Uint8Array([trustee]), share)
  }

  bound(trustee: number, commitment: Bytes): Bound {
    return { info: joined(label('sealed share'), this.bytes, new Uint8Array([trustee])), associated: commitment }
  }

  private async keyAndNonce(key: Bytes): Promise<{ aes: CryptoKey, nonce: Bytes }> {
    const material = await subtle().importKey('raw', key, 'HKDF', false, ['deriveBits'])
    const derived = await subtle().deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: joined(label('section'), this.bytes) }, material, 44 * 8)
    return { aes: await subtle().importKey('raw', derived.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt']), nonce: new Uint8Array(derived.slice(32)) }
  }

  async seal(key: Bytes, padded: Bytes): Promise<Bytes> {
    const { aes, nonce } = await this.keyAndNonce(key)
    return new Uint8Array(await subtle().encrypt({ name: 'AES-GCM', iv: nonce, additionalData: this.bytes }, aes, padded))
  }

  /** The padded plaintext, or nothing where the tag does not fit. */
  async open(key: Bytes, ciphertext: Bytes): Promise<Bytes | undefined> {
    const { aes, nonce } = await this.keyAndNonce(key)
    try {
      return new Uint8Array(await subtle().decrypt({ name: 'AES-GCM', iv: nonce, additionalData: this.bytes }, aes, ciphertext))
    } catch {
      return undefined
    }
  }
}
