package org.jucai.platform.bidding.envelope;

import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * HPKE base mode (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM, one message for each context. The ephemeral key is
 * derived from given bytes (section 7.1.3, DeriveKeyPair), so that whoever learns them can seal again and compare.
 */
final class Hpke {

    static final int KEY_BYTES = 32;
    static final int SEED_BYTES = 32;

    private Hpke() {}

    /** What travels: the encapsulated key and the sealed message. */
    record Message(byte[] encapsulated, byte[] sealed) {}

    /** What it is bound to. */
    record Bound(byte[] info, byte[] associated) {}

    /** Bouncy Castle's object keeps state while it works, so each use has its own. */
    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /**
     * A key pair to seal with. A section uses one for its three trustees: each gets its own HPKE context, because the receiver's key is in it, and
     * one key for several receivers of one message keeps HPKE's security (Bellare, Boldyreva, Kurosawa, Staddon, "Multirecipient Encryption
     * Schemes", 2007; the KEM's hash takes in both public keys). It saves a third of what opening a round costs.
     */
    record Ephemeral(AsymmetricCipherKeyPair pair) {
        byte[] encapsulated() {
            return ((X25519PublicKeyParameters) pair.getPublic()).getEncoded();
        }

        byte[] seal(byte[] publicKey, Bound bound, byte[] plain) {
            HPKE hpke = hpke();
            try {
                return hpke.setupBaseS(hpke.deserializePublicKey(publicKey), bound.info, pair).seal(bound.associated, plain);
            } catch (InvalidCipherTextException impossible) {
                throw new IllegalStateException("sealing does not look at a tag", impossible);
            }
        }
    }

    /** @param seed 32 bytes of chance */
    static Ephemeral ephemeral(byte[] seed) {
        return new Ephemeral(hpke().deriveKeyPair(seed));
    }

    /** The message, or nothing where it was not sealed to this key and bound to this. */
    static Optional<byte[]> open(byte[] privateKey, Bound bound, Message message) {
        HPKE hpke = hpke();
        try {
            AsymmetricCipherKeyPair own = hpke.deserializePrivateKey(privateKey, publicKey(privateKey));
            return Optional.of(hpke.setupBaseR(message.encapsulated, own, bound.info).open(bound.associated, message.sealed));
        } catch (InvalidCipherTextException | IllegalStateException | IllegalArgumentException notSealedSo) {
            // A wrong tag, or an encapsulated key that is no point or gives the all-zero secret (RFC 9180 section 7.1.4).
            return Optional.empty();
        }
    }

    static byte[] publicKey(byte[] privateKey) {
        byte[] key = new byte[KEY_BYTES];
        X25519.generatePublicKey(privateKey, 0, key, 0);
        return key;
    }

    /** Whether everybody's secret with this key is the same: a point of small order (RFC 7748 section 6.1). */
    static boolean isWeak(byte[] publicKey) {
        byte[] any = new byte[KEY_BYTES];
        any[0] = 8;
        any[KEY_BYTES - 1] = 64;
        return !X25519.calculateAgreement(any, 0, publicKey, 0, new byte[KEY_BYTES], 0);
    }
}
