package org.jucai.platform.kernel;

/** A setting without which nothing starts was not given. */
final class MissingSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String variable;

    MissingSettingException(String variable) {
        super(variable + " is missing", null, false, false);
        this.variable = variable;
    }

    String variable() {
        return variable;
    }
}
