// A trustee that says what is sealed to it does not open: so that it can be walked how that ends. It signs with the trustee's own
// key, as a browser would; everything else a journey does by click. Bytes are made as backend/docs/notes/envelope.md says.
import { createPrivateKey, sign, webcrypto } from 'node:crypto'

const SUBTLE = webcrypto.subtle
/** An Ed25519 private key in PKCS#8, before its seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const bytes = text => Buffer.from(text, 'base64url')

/** RFC 8785, for what these documents hold. */
const canonical = tree => JSON.stringify(tree, (_, value) => (value && typeof value === 'object' && !Array.isArray(value)
  ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
  : value))

async function seedOf({ file, passphrase }) {
  const { sealedSecret, ...rest } = JSON.parse(file)
  const material = await SUBTLE.importKey('raw', Buffer.from(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey'])
  const key = await SUBTLE.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes(rest.salt), iterations: rest.iterations }, material, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
  const secret = await SUBTLE.decrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData: Buffer.from(canonical(rest)) }, key, bytes(sealedSecret))
  return Buffer.from(secret).subarray(32)
}

/** Says of everything of this supplier's envelope that is asked in the phase that it does not open. `trustee` is an asker. */
export async function deny(trustee, key, roundId, supplierId, phase) {
  const page = await trustee.get(`/api/rounds/${roundId}/opening/sealed-shares?phase=${phase}&limit=20`)
  const asked = page.items.find(one => one.supplierId === supplierId)
  if (!asked) throw new Error(`nothing of that envelope is asked in ${phase}`)
  const release = { format: 'jucai-release/1', round: asked.head.round, envelopeSha256: asked.envelopeSha256, trustee: page.trustee, shares: asked.shares.map(({ section }) => ({ section })) }
  const message = Buffer.concat([Buffer.from('jucai-envelope/1 signature\0'), Buffer.from(canonical(release))])
  const signature = sign(null, message, createPrivateKey({ key: Buffer.concat([PKCS8, await seedOf(key)]), format: 'der', type: 'pkcs8' }))
  return trustee.post(`/api/rounds/${roundId}/opening-shares`, { phase, releases: [{ ...release, signature: signature.toString('base64url') }] })
}
