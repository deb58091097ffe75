package org.jucai.platform.kernel;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start, in both languages and without a stack trace, why this database is refused. */
final class DemoFoundAnalyzer extends AbstractFailureAnalyzer<DemoFoundException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DemoFoundException cause) {
        return StartWords.analysis("demo-found", cause);
    }
}
