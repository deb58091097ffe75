import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256 as BrowserX25519, HkdfSha256 } from '@hpke/core'
import type { KemInterface } from '@hpke/core'
import { subtle, type Bytes } from './bytes'

// HPKE base mode (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message for each context.

/** What a message is bound to. */
export interface Bound { info: Bytes, associated: Bytes }

let prepared: Promise<CipherSuite> | undefined

/** X25519 of the browser where it has it (Chrome 133, Firefox 130, Safari 17), of @hpke/dhkem-x25519 where not; both give the same bytes. */
function suite(): Promise<CipherSuite> {
  prepared ??= hasX25519().then(async own => suiteWith(own ? new BrowserX25519() : await portableX25519()))
  return prepared
}

export const portableX25519 = async (): Promise<KemInterface> => new (await import('@hpke/dhkem-x25519')).DhkemX25519HkdfSha256()

const suiteWith = (kem: KemInterface) => new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() })

async function hasX25519(): Promise<boolean> {
  try {
    await subtle().generateKey({ name: 'X25519' }, false, ['deriveBits'])
    return true
  } catch {
    return false
  }
}

/** Key pairs and messages of one implementation of X25519. */
export class Hpke {
  private constructor(private readonly suite: CipherSuite) {}

  static async ready(): Promise<Hpke> {
    return new Hpke(await suite())
  }

  static with(kem: KemInterface): Hpke {
    return new Hpke(suiteWith(kem))
  }

  /** The key pair that 32 bytes of chance give (section 7.1.3). */
  pairOf(seed: Bytes): Promise<CryptoKeyPair> {
    return this.suite.kem.deriveKeyPair(seed)
  }

  async publicBytes(pair: CryptoKeyPair): Promise<Bytes> {
    return new Uint8Array(await this.suite.kem.serializePublicKey(pair.publicKey))
  }

  async privateBytes(pair: CryptoKeyPair): Promise<Bytes> {
    return new Uint8Array(await this.suite.kem.serializePrivateKey(pair.privateKey))
  }

  async pair(privateKey: Bytes, publicKey: Bytes): Promise<CryptoKeyPair> {
    return { privateKey: await this.suite.kem.deserializePrivateKey(privateKey), publicKey: await this.suite.kem.deserializePublicKey(publicKey) }
  }

  async receiver(publicKey: Bytes): Promise<CryptoKey> {
    return this.suite.kem.deserializePublicKey(publicKey)
  }

  async seal(receiver: CryptoKey, ephemeral: CryptoKeyPair, bound: Bound, message: Bytes): Promise<Bytes> {
    const context = await this.suite.createSenderContext({ recipientPublicKey: receiver, info: bound.info, ekm: ephemeral })
    return new Uint8Array(await context.seal(message, bound.associated))
  }

  /** The message, or nothing where it was not sealed to this key and bound to this. */
  async open(pair: CryptoKeyPair, encapsulated: Bytes, bound: Bound, sealed: Bytes): Promise<Bytes | undefined> {
    try {
      const context = await this.suite.createRecipientContext({ recipientKey: pair, enc: encapsulated, info: bound.info })
      return new Uint8Array(await context.open(sealed, bound.associated))
    } catch {
      return undefined
    }
  }
}
