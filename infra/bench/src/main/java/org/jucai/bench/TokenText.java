package org.jucai.bench;

/** Token secrets in the form the application issues. */
final class TokenText {

    private TokenText() {}

    static String of(int i) {
        return "jucai_" + "B".repeat(39) + "%04d".formatted(i);
    }
}
