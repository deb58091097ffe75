package org.jucai.platform.live;

/** A client reads slower than it is told; it is cut off and resumes from where it was. */
public final class SlowReaderException extends RuntimeException {

    SlowReaderException() {
        super("the client reads slower than it is told", null, false, false);
    }
}
