package org.jucai.platform.bidding.envelope;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Where a section stands: suite, round, supplier, version, trustees, number of sections (all by the digest of the head) and its index.
 * Every key, commitment, associated datum and HPKE info of a section is made from it, so that nothing of a section has a meaning elsewhere.
 */
final class Place {

    private static final byte[] CONTENT_KEY = Digests.label("content key");
    private static final byte[] SHARE = Digests.label("share");
    private static final byte[] SEALED_SHARE = Digests.label("sealed share");
    private static final byte[] SECTION = Digests.label("section");

    private final byte[] bytes;

    private Place(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The places of one envelope. */
    record Row(byte[] head) {
        Place at(int section) {
            return new Place(ByteBuffer.allocate(head.length + Integer.BYTES).put(head).putInt(section).array());
        }
    }

    /** Associated data of the section's ciphertext. */
    byte[] associated() {
        return bytes;
    }

    /** Binding, because SHA-256 is; hiding, because the key is 256 bits of chance. */
    byte[] keyCommitment(byte[] contentKey) {
        return Digests.sha256(CONTENT_KEY, bytes, contentKey);
    }

    /** @param trustee from 1 */
    byte[] shareCommitment(int trustee, byte[] share) {
        return Digests.sha256(SHARE, bytes, new byte[] {(byte) trustee}, share);
    }

    /** What a share sealed to a trustee is bound to: the place, the trustee, the commitment. */
    Hpke.Bound bound(int trustee, byte[] commitment) {
        return new Hpke.Bound(Digests.joined(SEALED_SHARE, bytes, new byte[] {(byte) trustee}), commitment);
    }

    /** AES key and nonce of the section: HKDF-SHA256 (RFC 5869) of its content key, without salt. */
    byte[] keyAndNonce(byte[] contentKey) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(contentKey)
                    .thenExpand(Digests.joined(SECTION, bytes), Aes.KEY_BYTES + Aes.NONCE_BYTES));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("Java has HKDF since 25", absent);
        }
    }
}
