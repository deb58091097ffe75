package org.jucai.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The machine's clock, set back only while the demo's past is written: so that what the application does by itself then, such as
 * opening offers, is done at the time that the story tells.
 */
public final class DemoClock extends Clock {

    private static final Clock MACHINE = Clock.systemUTC();

    private final AtomicReference<Duration> back = new AtomicReference<>(Duration.ZERO);

    /** From now on it is this time, and time passes. */
    public void tell(Instant past) {
        back.set(Duration.between(past, MACHINE.instant()));
    }

    /** The story has come to the present. */
    public void present() {
        back.set(Duration.ZERO);
    }

    /** What the machine says, whatever is told. */
    public Instant machine() {
        return MACHINE.instant();
    }

    @Override
    public Instant instant() {
        return MACHINE.instant().minus(back.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return MACHINE.withZone(zone);
    }
}
