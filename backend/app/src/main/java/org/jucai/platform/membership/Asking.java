package org.jucai.platform.membership;

import java.time.Instant;
import java.time.LocalDate;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Tx;

/** Who asks for a change, in which transaction, at what time. */
public record Asking(Tx tx, Actor actor, Instant at) {

    LocalDate today() {
        return Beijing.day(at);
    }
}
