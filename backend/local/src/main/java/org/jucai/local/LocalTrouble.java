package org.jucai.local;

/** Something the person at the keyboard can put right: one sentence in both languages, no stack trace. */
final class LocalTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LocalTrouble(String key, Object... facts) {
        super(Words.bothLines(key, facts), null, false, false);
    }
}
