package org.jucai.platform.bidding.envelope;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Two-of-three secret sharing, byte by byte on a straight line over GF(2^8) modulo x^8+x^4+x^3+x+1 (A. Shamir, "How to share a secret",
 * 1979; the field of FIPS 197 section 4.2). A share is the line's values followed by its abscissa, as in HashiCorp Vault and
 * in the browser's {@code shamir-secret-sharing}. No table is looked up by a secret.
 */
final class Shamir {

    /** Parts of a secret. */
    static final int PARTS = 3;

    private Shamir() {}

    /** Three shares; any two give the secret, one gives nothing. */
    static List<byte[]> split(byte[] secret, SecureRandom chance) {
        byte[] slope = new byte[secret.length];
        chance.nextBytes(slope);
        List<byte[]> shares = new ArrayList<>(PARTS);
        for (int x = 1; x <= PARTS; x++) shares.add(share(secret, slope, x));
        return shares;
    }

    private static byte[] share(byte[] secret, byte[] slope, int x) {
        byte[] share = new byte[secret.length + 1];
        for (int i = 0; i < secret.length; i++) share[i] = (byte) (secret[i] ^ times(slope[i], x));
        share[secret.length] = (byte) x;
        return share;
    }

    /** Whether the two lie at different places other than the secret's own. */
    static boolean combine(byte[] one, byte[] other) {
        int x = abscissa(one);
        int y = abscissa(other);
        return one.length == other.length && x != 0 && y != 0 && x != y;
    }

    private static int abscissa(byte[] share) {
        return share[share.length - 1] & 0xFF;
    }

    /** The line's value at 0, which is the secret; {@link #combine} must hold. */
    static byte[] secret(byte[] one, byte[] other) {
        int x = abscissa(one);
        int y = abscissa(other);
        int scale = inverse(x ^ y);
        int first = times(y, scale);
        int second = times(x, scale);
        byte[] secret = new byte[one.length - 1];
        for (int i = 0; i < secret.length; i++) secret[i] = (byte) (times(one[i], first) ^ times(other[i], second));
        return secret;
    }

    private static int times(int a, int b) {
        int left = a & 0xFF;
        int product = 0;
        for (int bit = 0; bit < 8; bit++) {
            product ^= left & -(b >> bit & 1);
            left = left << 1 ^ (0x11B & -(left >> 7 & 1));
        }
        return product & 0xFF;
    }

    /** a^254, which is 1/a for a other than 0. */
    private static int inverse(int a) {
        int result = 1;
        int power = a;
        for (int bit = 1; bit < 8; bit++) {
            power = times(power, power);
            result = times(result, power);
        }
        return result;
    }
}
