package org.jucai.platform.trace;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a label's QR code carries besides its code, by which a forged one is told: the number of a key and the first 80 bits of HMAC-SHA256 over the
 * code. RFC 2104 names 80 bits as the least that a tag is cut to; who guesses has one trial in 2⁸⁰, and each trial is a request. Pure.
 */
record LabelSeal(int key, String tag) {

    private static final String HMAC = "HmacSHA256";
    private static final String PURPOSE = "jucai label 1\n";
    private static final int TAG_LETTERS = 16;
    private static final Pattern WRITTEN = Pattern.compile("(?<key>[1-9][0-9]{0,5})\\.(?<tag>[2-9A-HJ-NP-Z]{16})");

    static LabelSeal of(int key, byte[] secret, TraceCode code) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            return new LabelSeal(key, letters(mac.doFinal((PURPOSE + code.printed()).getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + HMAC, impossible);
        }
    }

    private static String letters(byte[] hash) {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < TAG_LETTERS; at++) {
            int bit = at * 5;
            int two = (hash[bit / 8] & 255) << 8 | hash[bit / 8 + 1] & 255;
            letters.append(CheckLetter.LETTERS.charAt(two >> 11 - bit % 8 & 31));
        }
        return letters.toString();
    }

    static Optional<LabelSeal> read(String written) {
        Matcher found = WRITTEN.matcher(written);
        return found.matches() ? Optional.of(new LabelSeal(Integer.parseInt(found.group("key")), found.group("tag"))) : Optional.empty();
    }

    /** Compared in constant time: nobody learns a tag letter by letter. */
    boolean isRight(byte[] secret, TraceCode code) {
        return MessageDigest.isEqual(of(key, secret, code).tag().getBytes(StandardCharsets.UTF_8), tag.getBytes(StandardCharsets.UTF_8));
    }

    String written() {
        return key + "." + tag;
    }
}
