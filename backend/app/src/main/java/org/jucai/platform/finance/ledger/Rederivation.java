package org.jucai.platform.finance.ledger;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jucai.platform.finance.nightly.NightlyWork;
import org.jucai.platform.finance.nightly.RunKind;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Derives what moved and stands on every account and day anew, from the journal and from the entries, and holds it against the closings: no difference, to the fen. */
@Component
class Rederivation implements NightlyWork {

    private final Database database;
    private final SqlRederivation shelf;

    Rederivation(Database database, SqlRederivation shelf) {
        this.database = database;
        this.shelf = shelf;
    }

    @Override
    public RunKind kind() {
        return RunKind.REDERIVATION;
    }

    @Override
    public LocalTime notBefore() {
        return LocalTime.of(2, 0);
    }

    @Override
    public Mono<Outcome> run(LocalDate day) {
        return database.read(Scope.background(), shelf::derive);
    }
}
