package org.jucai.platform.finance.nightly;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import reactor.core.publisher.Mono;

/** Work that is done once a day, and again when asked. Done twice for a day it changes nothing the second time. */
public interface NightlyWork {

    RunKind kind();

    /** Not before this time of the day in Beijing. */
    LocalTime notBefore();

    /** Does it, in transactions of its own. @param day the day in Beijing on which it runs */
    Mono<Outcome> run(LocalDate day);

    /**
     * What it came to.
     *
     * @param lookedAt how many things it looked at; {@code differing}: how many are not as they should be, by {@code differenceFen} together
     * @param details the first of those, for whoever looks into it; at most 100 are kept
     */
    record Outcome(long lookedAt, long differing, long differenceFen, List<?> details) {
        public Outcome {
            details = List.copyOf(details);
        }
    }
}
