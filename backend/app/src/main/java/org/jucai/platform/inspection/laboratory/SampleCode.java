package org.jucai.platform.inspection.laboratory;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What is written on a sample: twelve letters drawn by lot, of which there are 31¹² (2⁵⁹), and a check letter. It is made of nothing, so it tells
 * nothing of whose sample it is; without 0, 1, I, O and U, so that it can be read aloud.
 *
 * <p>The check is that of GB 32100: places weighed by powers of 3 modulo the prime 31. One wrong letter, or two letters that changed places, never pass.
 */
public record SampleCode(String code) implements Comparable<SampleCode> {

    static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ";
    static final int DRAWN = 12;
    private static final int PRIME = LETTERS.length();

    public SampleCode {
        if (!isRight(code)) throw new IllegalArgumentException("not a sample's code");
    }

    /** A new one. @param chance nobody can foresee */
    public static SampleCode draw(RandomGenerator chance) {
        String drawn = chance.ints(DRAWN, 0, PRIME).mapToObj(at -> LETTERS.substring(at, at + 1)).collect(Collectors.joining());
        return new SampleCode(drawn + check(drawn));
    }

    /** As people write or scan it, with blanks, dashes, small or full-width letters; empty where it is none, or was misread. */
    public static Optional<SampleCode> read(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return isRight(plain) ? Optional.of(new SampleCode(plain)) : Optional.empty();
    }

    private static boolean isRight(String code) {
        return code.length() == DRAWN + 1 && code.chars().allMatch(letter -> LETTERS.indexOf(letter) >= 0) && code.charAt(DRAWN) == check(code.substring(0, DRAWN));
    }

    private static char check(String drawn) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < drawn.length(); i++) {
            sum += LETTERS.indexOf(drawn.charAt(i)) * weight;
            weight = weight * 3 % PRIME;
        }
        return LETTERS.charAt((PRIME - sum % PRIME) % PRIME);
    }

    @Override
    public int compareTo(SampleCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
