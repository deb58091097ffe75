package org.jucai.platform.kernel;

import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start, in both languages and without a stack trace, why this database is refused. */
final class DemoFoundAnalyzer extends AbstractFailureAnalyzer<DemoFoundException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoFoundException cause) {
        ResourceBundle zh = words(Locale.ROOT);
        ResourceBundle en = words(Locale.ENGLISH);
        return new FailureAnalysis(both(zh, en, "start.demo-found.what"), both(zh, en, "start.demo-found.remedy"), cause);
    }

    private static String both(ResourceBundle zh, ResourceBundle en, String key) {
        return zh.getString(key) + System.lineSeparator() + en.getString(key);
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(
                "messages.start", locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
