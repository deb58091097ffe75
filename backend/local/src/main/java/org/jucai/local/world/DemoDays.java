package org.jucai.local.world;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Days and times of the demo, counted from today in Beijing. */
@Component
class DemoDays {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    DemoDays(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BEIJING);
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(BEIJING).toInstant();
    }

    /** When associations and members came: long before the first round. */
    Instant founding() {
        return at(today().minusDays(420), 9);
    }
}
