package org.jucai.platform.bidding.envelope;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Bytes that do not change: keys, shares, digests, ciphertexts. Compared in constant time, and shown by their number only,
 * because some are secret and a log is not the place to tell which.
 */
public final class Bytes {

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /** A copy of these bytes. */
    public static Bytes of(byte[] value) {
        return new Bytes(value.clone());
    }

    /** These bytes themselves: for whoever made the array and keeps no hold of it. */
    static Bytes wrap(byte[] value) {
        return new Bytes(value);
    }

    /** Reads base64url without padding (RFC 4648 section 5); what would not be written the same way again is refused. */
    public static Bytes ofText(String text) {
        try {
            byte[] value = Base64.getUrlDecoder().decode(text);
            if (text.indexOf('=') < 0 && endsAsWritten(text, value)) return new Bytes(value);
        } catch (IllegalArgumentException notBase64) {
            // Refused below, as what has loose bits is.
        }
        throw new RefusedEnvelopeException(Fault.NOT_BASE64URL, "");
    }

    /** Only the last group can be written in several ways: its last character may carry bits that no byte has. */
    private static boolean endsAsWritten(String text, byte[] value) {
        int left = value.length % 3;
        if (left == 0) return true;
        byte[] last = Arrays.copyOfRange(value, value.length - left, value.length);
        return text.endsWith(Base64.getUrlEncoder().withoutPadding().encodeToString(last));
    }

    /** Base64url without padding. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    /** Lower case hexadecimal, as digests are shown to people. */
    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    /** A copy that the caller may change. */
    public byte[] copy() {
        return value.clone();
    }

    /** Not to be changed. */
    byte[] raw() {
        return value;
    }

    public int length() {
        return value.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && MessageDigest.isEqual(value, bytes.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return "[" + value.length + " bytes]";
    }
}
