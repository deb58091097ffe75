package org.jucai.platform.rounds.imports;

import java.util.OptionalInt;
import java.util.UUID;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Confirms an import part by part, each part in a transaction of its own, so that a large one holds up nobody's demand. It
 * goes on when the client hangs up; what was cut short is entered by confirming again.
 */
@Service
public class Confirming {

    private final Database database;
    private final ImportDesk desk;

    Confirming(Database database, ImportDesk desk) {
        this.database = database;
        this.desk = desk;
    }

    /** Enters every row that is accepted or taken; completes once the import is confirmed. */
    public Mono<Void> confirm(UUID importId, Caller caller) {
        Mono<Void> all = Mono.defer(() -> database.write(caller.scope(), tx -> desk.enterSome(tx, caller.actor(), importId, caller.now())))
                .repeat()
                .takeUntil(OptionalInt::isEmpty)
                .then();
        return Mono.fromFuture(all::toFuture, true);
    }
}
