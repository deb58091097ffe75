package org.jucai.platform.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Who asks for a change, in which transaction, at what time. */
public record Asking(Tx tx, Actor actor, Instant at) {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** The day in Beijing. */
    public LocalDate today() {
        return at.atZone(BEIJING).toLocalDate();
    }
}
