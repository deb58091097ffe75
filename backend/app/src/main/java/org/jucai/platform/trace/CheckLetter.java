package org.jucai.platform.trace;

/**
 * The check letter of a label's code: the letters are the elements of GF(32), each place is weighed by another power of a primitive element. One letter
 * misread, or any two letters that changed places, never pass. Pure.
 */
final class CheckLetter {

    /** Without 0, 1, I and O, so that it can be read aloud; those of which deliveries' and batches' codes are drawn. */
    static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /** Of the powers of a primitive element 31 differ, one is the check letter's own. */
    static final int MOST_LETTERS = 30;

    private static final int FIELD = 32;
    /** x⁵ + x² + 1, primitive over GF(2). */
    private static final int POLYNOMIAL = 0b100101;

    private CheckLetter() {}

    /** @param letters of {@link #LETTERS} only, {@link #MOST_LETTERS} at most */
    static char of(String letters) {
        if (letters.length() > MOST_LETTERS) throw new IllegalArgumentException("too long to be checked by one letter");
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < letters.length(); i++) {
            weight = times(weight, 2);
            sum ^= times(LETTERS.indexOf(letters.charAt(i)), weight);
        }
        return LETTERS.charAt(sum);
    }

    /** The product in GF(32). */
    private static int times(int a, int b) {
        int product = 0;
        int shifted = a;
        for (int bits = b; bits > 0; bits >>= 1) {
            if ((bits & 1) == 1) product ^= shifted;
            shifted <<= 1;
            if (shifted >= FIELD) shifted ^= POLYNOMIAL;
        }
        return product;
    }
}
