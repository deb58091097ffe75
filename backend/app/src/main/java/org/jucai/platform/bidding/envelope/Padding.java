package org.jucai.platform.bidding.envelope;

import java.util.Arrays;
import java.util.Optional;

/** One byte 0x80, then zeros, up to the class (ISO/IEC 7816-4): every content of a class has the same length. */
final class Padding {

    private static final byte MARK = (byte) 0x80;

    private Padding() {}

    static byte[] fill(byte[] content, int length) {
        if (content.length >= length) throw new RefusedEnvelopeException(Fault.DOES_NOT_FIT, "");
        byte[] padded = Arrays.copyOf(content, length);
        padded[content.length] = MARK;
        return padded;
    }

    /** The content, or nothing where it was not padded so. */
    static Optional<byte[]> strip(byte[] padded) {
        int end = padded.length - 1;
        while (end >= 0 && padded[end] == 0) end--;
        return end < 0 || padded[end] != MARK ? Optional.empty() : Optional.of(Arrays.copyOf(padded, end));
    }
}
