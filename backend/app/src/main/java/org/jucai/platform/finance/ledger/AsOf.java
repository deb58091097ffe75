package org.jucai.platform.finance.ledger;

import java.time.Instant;
import java.time.LocalDate;

/** At which day's end, and by whose knowledge. */
public record AsOf(LocalDate on, Knowledge known) {

    /** What had been booked when one looked. */
    public sealed interface Knowledge {}

    /** All that is booked now. */
    public record Now() implements Knowledge {}

    /** What had been booked by this time of the system's clock. */
    public record Then(Instant at) implements Knowledge {}

    /** What had been booked at a place in the journal; the same for ever, whatever the clocks did. */
    public record Journal(long tx) implements Knowledge {}

    public static AsOf now(LocalDate on) {
        return new AsOf(on, new Now());
    }
}
