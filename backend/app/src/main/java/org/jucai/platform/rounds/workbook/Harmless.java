package org.jucai.platform.rounds.workbook;

/** Texts that a spreadsheet program might take for a formula. */
final class Harmless {

    private Harmless() {}

    /** Worth a warning on the way in: begins with = + or @. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+@".indexOf(text.charAt(0)) >= 0;
    }

    /** Made inert on the way out: also minus, tab and line breaks, in any width. A leading apostrophe tells programs "text". */
    static String inert(String text) {
        String folded = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC).stripLeading();
        boolean risky = !folded.isEmpty() && "=+-@".indexOf(folded.charAt(0)) >= 0;
        boolean control = !text.isEmpty() && text.charAt(0) < ' ';
        return risky || control ? "'" + text : text;
    }
}
