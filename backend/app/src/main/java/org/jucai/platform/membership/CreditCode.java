package org.jucai.platform.membership;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The unified social credit code of a legal person (GB 32100-2015): 18 characters, of which the ninth to seventeenth are
 * the organisation's subject code with a check digit of its own (GB 11714).
 */
public final class CreditCode {

    /** What a check found. Codes with a wrong check digit have been issued, so only a malformed one is surely no code. */
    public enum Verdict { RIGHT, CHECK_DIGIT_WRONG, SUBJECT_CHECK_WRONG, MALFORMED }

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] SUBJECT_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String SUBJECT_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int LENGTH = 18;
    private static final int SUBJECT_START = 8;

    private CreditCode() {}

    /** Full width becomes half width, small letters become capital, blanks and dashes go. */
    public static String normalise(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
    }

    /** Judges a code as written; it is normalised first. */
    public static Verdict check(String written) {
        String code = normalise(written);
        if (!isWellFormed(code)) return Verdict.MALFORMED;
        if (code.charAt(LENGTH - 1) != checkCharacter(code)) return Verdict.CHECK_DIGIT_WRONG;
        if (code.charAt(LENGTH - 2) != subjectCheckCharacter(code)) return Verdict.SUBJECT_CHECK_WRONG;
        return Verdict.RIGHT;
    }

    private static boolean isWellFormed(String code) {
        return code.length() == LENGTH && code.chars().limit(LENGTH - 1).allMatch(c -> ALPHABET.indexOf(c) >= 0)
                && (ALPHABET.indexOf(code.charAt(LENGTH - 1)) >= 0);
    }

    private static char checkCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }

    private static char subjectCheckCharacter(String code) {
        int sum = 0;
        for (int i = 0; i < SUBJECT_WEIGHTS.length; i++) {
            sum += SUBJECT_WEIGHTS[i] * SUBJECT_ALPHABET.indexOf(code.charAt(SUBJECT_START + i));
        }
        int check = 11 - sum % 11;
        if (check == 10) return 'X';
        return (char) ('0' + check % 11);
    }
}
