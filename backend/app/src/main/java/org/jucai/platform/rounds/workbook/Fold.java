package org.jucai.platform.rounds.workbook;

import java.text.Normalizer;
import java.util.Locale;

/** How texts are made comparable before anything else is asked of them. */
public final class Fold {

    private Fold() {}

    /** NFKC (full width becomes half), every kind of space one space, trimmed. What people read. */
    public static String text(String raw) {
        if (plain(raw)) return raw.strip();
        String folded = Normalizer.normalize(raw, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(folded.length());
        folded.codePoints().filter(c -> !invisible(c)).forEach(c -> out.appendCodePoint(space(c) ? ' ' : c));
        return out.toString().strip();
    }

    /** {@link #text}, upper case, without spaces, dashes and underscores. What codes, names and grades are compared by. */
    public static String key(String raw) {
        String folded = text(raw).toUpperCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(folded.length());
        folded.codePoints().filter(c -> c != ' ' && c != '_' && !dash(c)).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean plain(String raw) {
        return raw.chars().allMatch(c -> c >= ' ' && c < 127);
    }

    private static boolean space(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean invisible(int c) {
        return Character.getType(c) == Character.FORMAT || (Character.getType(c) == Character.CONTROL && !space(c));
    }

    /** Hyphen, dashes of any length, minus signs, and the prolonged sound mark people type for a dash. */
    static boolean dash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == '\u2212' || c == '\u30FC' || c == '\u2500';
    }
}
