package org.jucai.platform.rounds.demand;

import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Database;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Lines that were placed under a key before, as they were then: the record of the key names the line, its first event tells it. */
@Component
class TakenBefore {

    private final Database database;
    private final Once once;
    private final Journal journal;
    private final JsonMapper json;

    TakenBefore(Database database, Once once, Journal journal, JsonMapper json) {
        this.database = database;
        this.once = once;
        this.journal = journal;
        this.json = json;
    }

    /** The line of this key; refused where the key was used for another body. */
    Mono<DemandLine> under(Once.Asked asked) {
        return database.read(asked.caller().scope(), tx -> once.recorded(tx, asked)
                .flatMap(lineId -> journal.history(tx, UUID.fromString(lineId), null, 1))
                .map(page -> json.readValue(page.items().getFirst().body(), DemandEvent.class).line()));
    }

    /** The line of this key, or nothing where the key is new. */
    Mono<DemandLine> maybeUnder(Once.Asked asked) {
        return once.wasAnswered(asked).filter(answered -> answered).flatMap(answered -> under(asked));
    }
}
