package org.jucai.platform.membership;

import java.util.Locale;
import java.util.Set;

/** What a password must be. Length counts, not the mixture of signs (NIST SP 800-63B). */
final class PasswordRules {

    static final int SHORTEST = 10;

    /** The patterns that guessing starts with. */
    private static final Set<String> USUAL = Set.of(
            "1234567890", "12345678910", "0123456789", "password123", "password1234", "qwertyuiop", "1q2w3e4r5t", "qwer123456",
            "a123456789", "woaini1314", "1qaz2wsx3edc", "administrator", "1234512345", "abcd123456", "abc1234567");

    private PasswordRules() {}

    static boolean isStrong(String password, String account) {
        String plain = password.toLowerCase(Locale.ROOT);
        return password.codePointCount(0, password.length()) >= SHORTEST
                && password.codePoints().distinct().count() > 3
                && !USUAL.contains(plain)
                && !plain.contains(account.toLowerCase(Locale.ROOT));
    }
}
