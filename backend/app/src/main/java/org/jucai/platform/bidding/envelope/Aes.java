package org.jucai.platform.bidding.envelope;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM (NIST SP 800-38D), tag of 128 bits behind the ciphertext. */
final class Aes {

    static final int KEY_BYTES = 32;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;

    private Aes() {}

    /** @param keyAndNonce a key, then a nonce, used for this one message and never again */
    static byte[] seal(byte[] keyAndNonce, byte[] associated, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, keyAndNonce, associated).doFinal(plain);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has AES-GCM", absent);
        }
    }

    /** The plaintext, or nothing where the tag does not fit. */
    static Optional<byte[]> open(byte[] keyAndNonce, byte[] associated, byte[] sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, keyAndNonce, associated).doFinal(sealed));
        } catch (AEADBadTagException wrong) {
            return Optional.empty();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("every Java has AES-GCM", absent);
        }
    }

    private static Cipher cipher(int mode, byte[] keyAndNonce, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = Arrays.copyOfRange(keyAndNonce, KEY_BYTES, KEY_BYTES + NONCE_BYTES);
        cipher.init(mode, new SecretKeySpec(keyAndNonce, 0, KEY_BYTES, "AES"), new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }
}
