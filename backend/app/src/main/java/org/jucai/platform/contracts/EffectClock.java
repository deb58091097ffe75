package org.jucai.platform.contracts;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** 以销定采: looks which supply contracts wait for nothing any more, and makes them effective; once, whichever of several processes is first. */
@Component
class EffectClock implements Beating {

    private static final Logger LOG = LoggerFactory.getLogger(EffectClock.class);
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final SqlContracts shelf;
    private final ContractBoard board;
    private final ContractSteps steps;
    private final Execution execution;
    private final Clock clock;

    EffectClock(Database database, SqlContracts shelf, ContractBoard board, Acts acts, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.board = board;
        this.steps = acts.steps;
        this.execution = acts.execution;
        this.clock = clock;
    }

    /** What follows when a contract moves by itself. */
    @Component
    record Acts(ContractSteps steps, Execution execution) {}

    /** How many became effective. */
    Mono<Long> tick() {
        return ready(Optional.empty())
                .expand(found -> found.size() < AT_ONCE ? Mono.empty() : ready(Optional.of(found.getLast())))
                .concatMap(found -> Flux.fromIterable(found).concatMap(this::look))
                .count();
    }

    private Mono<List<UUID>> ready(Optional<UUID> after) {
        return database.read(Scope.background(), tx -> shelf.ready(tx, after, AT_ONCE));
    }

    /** Looks again under the lock; empty where it still waits, or somebody was first. */
    private Mono<Contract> look(UUID id) {
        return database.write(Scope.background(), tx -> execution.before(tx, id).then(Mono.defer(() -> shelf.findToMove(tx, id))).flatMap(contract -> board.gate(tx, contract)
                        .filter(SupplyGate::isOpen)
                        .flatMap(gate -> steps.carryOut(new Asking(tx, Actor.ofTheClock(contract.groupId(), PartyKind.FINANCE_GROUP), clock.instant()), contract,
                                new ContractCommand.TakeEffect(gate)))
                        .flatMap(effective -> execution.began(tx, effective, clock.instant()))))
                .onErrorResume(RefusedException.class, somebodyWasFirst -> Mono.empty())
                .onErrorResume(failure -> failedAlone(id, failure));
    }

    /** What is wrong with one contract holds up none of the others. */
    static Mono<Contract> failedAlone(UUID id, Throwable failure) {
        LOG.warn("contract {} could not be moved by the clock, trying again: {}", id, failure.toString());
        return Mono.empty();
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
