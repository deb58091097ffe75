package org.jucai.platform.kernel;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What a refused start says: Chinese and English, what is wrong and what to do. */
final class StartWords {

    private StartWords() {}

    static FailureAnalysis analysis(String key, Throwable cause, Object... facts) {
        return new FailureAnalysis(both("start." + key + ".what", facts), both("start." + key + ".remedy", facts), cause);
    }

    private static String both(String key, Object... facts) {
        return in(Locale.ROOT, key, facts) + System.lineSeparator() + in(Locale.ENGLISH, key, facts);
    }

    private static String in(Locale locale, String key, Object... facts) {
        ResourceBundle words = ResourceBundle.getBundle(
                "messages.start", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(words.getString(key), Locale.ROOT).format(facts);
    }
}
