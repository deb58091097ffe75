package org.jucai.local.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jucai.local.DemoClock;
import org.springframework.stereotype.Component;

/** Days and times of the demo, counted from today in Beijing. */
@Component
class DemoDays {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final DemoClock clock;

    DemoDays(DemoClock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.machine();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.machine(), BEIJING);
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(BEIJING).toInstant();
    }

    /** When associations and members came: long before the first round. */
    Instant founding() {
        return at(today().minusDays(420), 9);
    }
}
