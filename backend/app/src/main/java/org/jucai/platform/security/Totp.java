package org.jucai.platform.security;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords: RFC 6238 with HMAC-SHA-1, steps of 30 seconds, six digits; secrets in Base32 (RFC 4648). */
final class Totp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_SECONDS = 30;

    private Totp() {}

    /** The step whose code this is: the present one, or a neighbour, for clocks differ. */
    static OptionalLong stepOf(String secret, String code, Instant now) {
        long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        return LongStream.rangeClosed(present - 1, present + 1).filter(step -> Secrets.same(code(secret, step), code)).findFirst();
    }

    static String code(String secret, Instant at) {
        return code(secret, Math.floorDiv(at.getEpochSecond(), STEP_SECONDS));
    }

    private static String code(String secret, long step) {
        byte[] hash = hmac(decode(secret), ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA-1", impossible);
        }
    }

    /** Base32 of a whole number of five-byte groups, so without padding. */
    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = (buffer << 8 | one & 0xFF) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5) text.append(ALPHABET.charAt(buffer >> bits - 5 & 31));
        }
        return text.toString();
    }

    private static byte[] decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            buffer = (buffer << 5 | ALPHABET.indexOf(letter)) & 0xFFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
            }
        }
        return bytes.array();
    }
}
