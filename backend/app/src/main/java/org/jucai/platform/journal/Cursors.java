package org.jucai.platform.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Positions of the log as clients see them: sealed, and each time another text. A bare position is a running number over
 * everything that happens, so two of them would tell how much happened in between, and to whom a line is a secret that is
 * telling too much. The key is the database's epoch: every process has it, nobody outside, and a restored database has
 * another, whose cursors mean nothing.
 */
public final class Cursors {

    public static final int LENGTH = 59;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    public Cursors(String epoch, SecureRandom random) {
        this.random = random;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(("live-cursor:" + epoch).getBytes(StandardCharsets.UTF_8));
            this.key = new SecretKeySpec(digest, "AES");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    public String seal(Position position) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] plain = ByteBuffer.allocate(2 * Long.BYTES).putLong(position.tx()).putLong(position.seq()).array();
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain);
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("a cursor could not be sealed", failure);
        }
    }

    /** Nothing where it was sealed elsewhere, or by nobody. */
    public Optional<Position> open(String cursor) {
        if (cursor.length() != LENGTH) return Optional.empty();
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            byte[] nonce = java.util.Arrays.copyOf(bytes, NONCE);
            ByteBuffer plain = ByteBuffer.wrap(cipher(Cipher.DECRYPT_MODE, nonce).doFinal(bytes, NONCE, bytes.length - NONCE));
            return Optional.of(new Position(plain.getLong(), plain.getLong()));
        } catch (GeneralSecurityException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
