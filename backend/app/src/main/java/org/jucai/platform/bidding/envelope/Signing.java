package org.jucai.platform.bidding.envelope;

import java.util.HashMap;
import java.util.Map;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 (RFC 8032) over a label and the canonical form of a document without its signature. */
final class Signing {

    static final int SEED_BYTES = 32;
    static final int KEY_BYTES = 32;
    static final int SIGNATURE_BYTES = 64;
    static final String MEMBER = "signature";

    private Signing() {}

    static byte[] publicKey(byte[] seed) {
        byte[] key = new byte[KEY_BYTES];
        Ed25519.generatePublicKey(seed, 0, key, 0);
        return key;
    }

    /** Whether signatures of this key bind nobody: no point of the curve's large group (RFC 8032 section 5.1.7). */
    static boolean isWeak(byte[] publicKey) {
        return !Ed25519.validatePublicKeyFull(publicKey, 0);
    }

    /** The signature of a document that has none yet. */
    static Bytes sign(Map<String, Object> document, byte[] seed) {
        byte[] message = message(document);
        byte[] signature = new byte[SIGNATURE_BYTES];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return Bytes.wrap(signature);
    }

    /** Refuses a document that this key did not sign as it stands. */
    static void check(Map<String, Object> signed, Bytes signature, Bytes key) {
        Map<String, Object> document = new HashMap<>(signed);
        document.remove(MEMBER);
        byte[] message = message(document);
        if (!Ed25519.verify(signature.raw(), 0, key.raw(), 0, message, 0, message.length)) throw new RefusedEnvelopeException(Fault.SIGNATURE_WRONG, "/" + MEMBER);
    }

    private static byte[] message(Map<String, Object> document) {
        return Digests.joined(Digests.label("signature"), CanonicalJson.bytes(document));
    }
}
