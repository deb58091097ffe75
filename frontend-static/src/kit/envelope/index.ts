// Sealing, trustees' keys and checking, in the browser. Import it lazily, `await import('@/kit/envelope')`: no first page needs it.
export { EnvelopeRefused, bytes64, hex, text64, type Bytes, type Fault } from './bytes'
export { fingerprint, readEnvelope, readTerms, shapeOf, type Envelope, type SealingTerms, type TrusteeKey } from './documents'
export { canonical, type JsonObject } from './json'
export { checkReceipt, readReceipt, type Receipt } from './receipt'
export { readRelease, release, type Release } from './release'
export { contentsOf, seal, type Offer, type Sealed } from './seal'
export { answerChallenge, cardOf, openKeyFile, TrusteeSecret, writeKeyFile } from './trustee'
export { contentOf, firstWrongSection, openSection, readRecord, sealsToSection, type SealingRecord } from './verify'
