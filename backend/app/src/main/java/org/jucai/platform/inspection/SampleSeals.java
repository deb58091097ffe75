package org.jucai.platform.inspection;

import java.text.Normalizer;
import java.util.Locale;

/** Numbers of seals, however their letters are written. */
final class SampleSeals {

    private SampleSeals() {}

    static String key(String seal) {
        return Normalizer.normalize(seal, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    }
}
