package org.jucai.platform.finance.nightly;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** When work is due, and when it is missed. Pure. */
final class NightRules {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** How long after its time a run may be under way before its absence is a fault. */
    static final Duration PATIENCE = Duration.ofHours(2);

    private NightRules() {}

    /** The day whose run is due by now: today's from its time on, yesterday's until then. */
    static LocalDate due(Instant now, LocalTime notBefore) {
        LocalDate today = LocalDate.ofInstant(now, BEIJING);
        return now.atZone(BEIJING).toLocalTime().isBefore(notBefore) ? today.minusDays(1) : today;
    }

    /** Whether it did not run: the last one that ended whole is older than the day that should be done by now. */
    static boolean missed(Instant now, LocalTime notBefore, Optional<LocalDate> lastWhole) {
        LocalDate should = due(now.minus(PATIENCE), notBefore);
        return lastWhole.isEmpty() || lastWhole.get().isBefore(should);
    }
}
