package org.jucai.platform.kernel;

import java.util.Map;

/** Carries a refusal from the desk to the advice that writes the problem document. It has no stack trace: it is an answer. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient Map<String, Object> facts;

    public RefusedException(Refusal refusal, Map<String, Object> facts) {
        super(refusal.name(), null, false, false);
        this.refusal = refusal;
        this.facts = Map.copyOf(facts);
    }

    public RefusedException(Refusal refusal) {
        this(refusal, Map.of());
    }

    public Refusal refusal() {
        return refusal;
    }

    /** What fills the placeholders of the message: limits, dates, names. */
    public Map<String, Object> facts() {
        return facts;
    }
}
