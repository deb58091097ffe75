package org.jucai.platform.inspection;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings what laboratories issued to the batches it is of, and concludes what nobody can contest any more; once, whichever of several processes is
 * first. It is the only one who goes from a code to goods without being of the goods' parties.
 */
@Component
class InspectionClock implements Beating {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final SqlBatches shelf;
    private final Batches batches;
    private final Terms terms;
    private final Clock clock;

    InspectionClock(Database database, SqlBatches shelf, Batches batches, Terms terms, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.batches = batches;
        this.terms = terms;
        this.clock = clock;
    }

    /** How many it looked at. */
    Mono<Long> tick() {
        return underWay(Optional.empty())
                .expand(found -> found.size() < AT_ONCE ? Mono.empty() : underWay(Optional.of(found.getLast())))
                .concatMap(found -> Flux.fromIterable(found).concatMap(this::look))
                .count();
    }

    private Mono<List<UUID>> underWay(Optional<UUID> after) {
        return database.read(Scope.background(), tx -> shelf.underWay(tx, after, AT_ONCE));
    }

    /** Under the lock: whoever contests at the same moment is before or after. */
    private Mono<Batch> look(UUID id) {
        return database.write(Scope.background(), tx -> shelf.hold(tx, id).flatMap(batch -> {
                    Asking now = asking(tx, batch);
                    return batches.observed(now, batch)
                            .flatMap(seen -> batches.take(now, seen, new InspectionCommand.Conclude()))
                            .flatMap(seen -> settle(now, seen));
                }))
                .onErrorResume(RefusedException.class, somebodyWasFirst -> Mono.empty());
    }

    /** The time is read once the row is held. */
    private Asking asking(Tx tx, Batch batch) {
        return new Asking(tx, Actor.ofTheClock(batch.of().sellerId(), PartyKind.SUPPLIER), clock.instant());
    }

    private Mono<Batch> settle(Asking asking, Batch batch) {
        if (!BatchRules.isOpen(batch)) return Mono.just(batch);
        return terms.of(asking.tx(), batch.of().contractId(), batch.goods().grade()).flatMap(said -> {
            QualityRules.Outcome outcome = QualityRules.settle(said.asked(batch, false));
            return Mono.justOrEmpty(BatchRules.settled(batch, outcome, asking.at()))
                    .flatMap(after -> batches.decide(asking, batch, after, said, outcome.adjustments()))
                    .defaultIfEmpty(batch);
        });
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Void> beat() {
        return tick().then();
    }
}
