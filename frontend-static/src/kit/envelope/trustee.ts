import { getPublicKeyAsync } from '@noble/ed25519'
import { EnvelopeRefused, joined, label, random, same, subtle, text64, utf8, type Bytes } from './bytes'
import { keyTree, readKey, SUITE, suiteOf, type TrusteeKey } from './documents'
import { Hpke } from './hpke'
import { canonical, Members, read, type JsonObject } from './json'
import { signed } from './sign'

// A trustee's keys, made and used in the trustee's browser only.

const FEWEST_ITERATIONS = 600_000
const ITERATIONS = 1_000_000
const MOST_ITERATIONS = 20_000_000
const SHORTEST_PASSPHRASE = 12
const DERIVATION = 'PBKDF2-HMAC-SHA-256'

/** Opens and signs as a trustee. Has no text form, and is gone with the page. */
export class TrusteeSecret {
  private constructor(readonly key: TrusteeKey, private readonly pair: CryptoKeyPair, private readonly signs: Bytes, private readonly hpke: Hpke) {}

  static async fresh(trustee: string): Promise<TrusteeSecret> {
    const hpke = await Hpke.ready()
    const pair = await hpke.pairOf(random(32))
    const signs = random(32)
    const key = { trustee, sealTo: await hpke.publicBytes(pair), signsWith: (await getPublicKeyAsync(signs)) as Bytes }
    return new TrusteeSecret(key, pair, signs, hpke)
  }

  /** @param secret X25519 private key, then Ed25519 seed */
  static async of(key: TrusteeKey, secret: Bytes): Promise<TrusteeSecret> {
    const hpke = await Hpke.ready()
    const trustee = new TrusteeSecret(key, await hpke.pair(secret.slice(0, 32), key.sealTo), secret.slice(32), hpke)
    if (!same((await getPublicKeyAsync(trustee.signs)) as Bytes, key.signsWith) || !await trustee.opensItsOwn()) throw new EnvelopeRefused('KEY_FILE_LOCKED')
    return trustee
  }

  /** Whether the private key belongs to the public one. */
  private async opensItsOwn(): Promise<boolean> {
    const bound = { info: label('own'), associated: new Uint8Array(0) }
    const ephemeral = await this.hpke.pairOf(random(32))
    const sealed = await this.hpke.seal(await this.hpke.receiver(this.key.sealTo), ephemeral, bound, new Uint8Array([1]))
    return await this.hpke.open(this.pair, await this.hpke.publicBytes(ephemeral), bound, sealed) !== undefined
  }

  async secret(): Promise<Bytes> {
    return joined(await this.hpke.privateBytes(this.pair), this.signs)
  }

  sign(document: JsonObject): Promise<JsonObject> {
    return signed(document, this.signs)
  }

  open(encapsulated: Bytes, bound: { info: Bytes, associated: Bytes }, sealed: Bytes): Promise<Bytes | undefined> {
    return this.hpke.open(this.pair, encapsulated, bound, sealed)
  }
}

/** What a trustee registers: its public keys, signed with the one that signs. */
export const cardOf = (secret: TrusteeSecret): Promise<JsonObject> => secret.sign({ format: 'jucai-trustee/1', suite: SUITE, ...keyTree(secret.key) })

/** The answer to the server's challenge, which shows that the trustee has the key. */
export async function answerChallenge(secret: TrusteeSecret, text: string): Promise<Bytes> {
  const members = new Members(read(text, 4096)).format('jucai-possession/1')
  readKey(members.object('key'))
  const encapsulated = members.bytes('encapsulated', 32)
  const sealed = members.bytes('sealed', 48)
  members.end()
  const answer = await secret.open(encapsulated, { info: label('possession'), associated: canonical(keyTree(secret.key)) }, sealed)
  if (!answer) throw new EnvelopeRefused('KEY_NOT_SHOWN')
  return answer
}

/** The keys under a passphrase of at least twelve characters, as a file's text; see envelope.md, "Trustees' keys". */
export async function writeKeyFile(secret: TrusteeSecret, passphrase: string): Promise<string> {
  if (passphrase.normalize('NFKC').length < SHORTEST_PASSPHRASE) throw new EnvelopeRefused('PASSPHRASE_TOO_WEAK')
  const salt = random(16)
  const tree: JsonObject = { ...keyTree(secret.key), format: 'jucai-trustee-key/1', suite: SUITE, derivation: DERIVATION, iterations: ITERATIONS, salt: text64(salt) }
  const key = await derive(passphrase, salt, ITERATIONS)
  const sealedSecret = await subtle().encrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData: canonical(tree) }, key, await secret.secret())
  return new TextDecoder().decode(canonical({ ...tree, sealedSecret: text64(new Uint8Array(sealedSecret)) }))
}

export async function openKeyFile(text: string, passphrase: string): Promise<TrusteeSecret> {
  const tree = read(text, 8192)
  const members = new Members(tree).format('jucai-trustee-key/1')
  suiteOf(members)
  members.text('derivation', /^PBKDF2-HMAC-SHA-256$/)
  const iterations = members.number('iterations', 1, MOST_ITERATIONS)
  if (iterations < FEWEST_ITERATIONS) throw new EnvelopeRefused('PASSPHRASE_TOO_WEAK', '/iterations')
  const salt = members.bytes('salt', 16)
  const sealedSecret = members.bytes('sealedSecret', 80)
  const key = readKey(members)
  const associated: JsonObject = { ...tree }
  delete associated.sealedSecret
  let secret: Bytes
  try {
    const aes = await derive(passphrase, salt, iterations)
    secret = new Uint8Array(await subtle().decrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData: canonical(associated) }, aes, sealedSecret))
  } catch {
    throw new EnvelopeRefused('KEY_FILE_LOCKED')
  }
  return TrusteeSecret.of(key, secret)
}

async function derive(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const material = await subtle().importKey('raw', utf8(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey'])
  return subtle().deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}
