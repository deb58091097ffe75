package org.jucai.platform.kernel;

/** This database holds the demo world and the process was not started for it. */
final class DemoFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFoundException() {
        super("The database holds the demo world", null, false, false);
    }
}
