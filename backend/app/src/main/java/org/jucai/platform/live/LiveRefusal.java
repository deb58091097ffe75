package org.jucai.platform.live;

import org.jucai.platform.kernel.Refusal;

/** Why nobody is let in to listen. */
public enum LiveRefusal implements Refusal {
    TOO_MANY_STREAMS(429);

    private final int status;

    LiveRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
