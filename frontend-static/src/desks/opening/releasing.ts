/*
 * What a trustee's browser does at an opening: unlocks the key file, unseals this trustee's shares and signs them. The key
 * lives where this runs, in a worker of the page, and is gone with it; only signed releases come out.
 */
import { bytes64, EnvelopeRefused, fingerprint, openKeyFile, readShareToUnseal, releaseAsked, text64, type TrusteeSecret } from '@/kit/envelope'

export interface KeyShown { trustee: string; sealTo: string; signsWith: string; fingerprint: string }
export interface PublicKey { trustee: string; sealTo: string; signsWith: string }

/** Why an unlocked key is not the one that is wanted: another party's, or one that this round's offers are not sealed to. */
export function misfit(key: KeyShown, wanted: { partyId: string; sealTo: string; signsWith: string }): 'OTHER_PARTY' | 'OTHER_KEY' | null {
  if (key.trustee !== wanted.partyId) return 'OTHER_PARTY'
  return key.sealTo === wanted.sealTo && key.signsWith === wanted.signsWith ? null : 'OTHER_KEY'
}

/** One envelope's shares that are asked for; `call` is the round as envelopes name it, so that none of another round is touched. */
export interface ReleaseOrder {
  call: string
  trustees: readonly PublicKey[]
  head: { round: string; supplier: string; version: number; sections: number }
  sha256: string
  shares: readonly { section: number; encapsulated: string; sealed: string; commitment: string }[]
}

export type Order = { kind: 'open'; file: string; passphrase: string } | { kind: 'release'; order: ReleaseOrder }
export type Reply = { id: number; done: KeyShown | string } | { id: number; fault: string } | { id: number; broke: string }

export class Releaser {
  private secret: TrusteeSecret | null = null

  async open(file: string, passphrase: string): Promise<KeyShown> {
    this.secret = null
    const secret = await openKeyFile(file, passphrase)
    this.secret = secret
    const { trustee, sealTo, signsWith } = secret.key
    return { trustee, sealTo: text64(sealTo), signsWith: text64(signsWith), fingerprint: await fingerprint(secret.key) }
  }

  /** The signed release as text. */
  async release({ call, trustees, head, sha256, shares }: ReleaseOrder): Promise<string> {
    if (!this.secret) throw new EnvelopeRefused('KEY_FILE_LOCKED')
    if (head.round !== call) throw new EnvelopeRefused('OTHER_ROUND', '/head/round')
    const keys = trustees.map(key => ({ trustee: key.trustee, sealTo: bytes64(key.sealTo), signsWith: bytes64(key.signsWith) }))
    const asked = { head: { round: head.round, supplier: head.supplier, version: head.version, trustees: keys }, sections: head.sections, sha256, shares: shares.map(readShareToUnseal) }
    return JSON.stringify(await releaseAsked(this.secret, asked))
  }

  async answer(order: Order): Promise<KeyShown | string> {
    return order.kind === 'open' ? this.open(order.file, order.passphrase) : this.release(order.order)
  }
}
