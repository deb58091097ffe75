package org.jucai.platform.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are Beijing's. */
final class Beijing {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Beijing() {}

    static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
