package org.jucai.platform.settlement;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** What a day makes of a statement of which something is left to be paid; in a stream of its own for each day, for it changes nothing of the statement. */
sealed interface PayDayEvent {

    /** The stream of these events: near first, past second. */
    String STREAM = "statement-day";

    /** Made of the statement and the day alone. */
    static UUID streamOf(UUID statementId, LocalDate dueOn) {
        return UUID.nameUUIDFromBytes((STREAM + "/" + statementId + "/" + dueOn).getBytes(StandardCharsets.UTF_8));
    }

    /** Told to who pays, and to nobody else. */
    record PayDayNear(String code, UUID statementId, LocalDate dueOn) implements PayDayEvent {}

    /** Told to both sides and the finance group. */
    record LateInterestBegun(String code, UUID statementId, LocalDate dueOn) implements PayDayEvent {}
}
