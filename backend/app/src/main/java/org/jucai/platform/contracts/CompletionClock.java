package org.jucai.platform.contracts;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.spi.CompletionGate;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Looks which contracts are carried out: supply contracts of which enough was called off and of which all who are asked say that nothing is
 * to come, then members' contracts all of whose goods they were. Once, whichever of several processes is first.
 */
@Component
class CompletionClock implements Beating {

    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int AT_ONCE = 100;

    private final Database database;
    private final SqlContracts shelf;
    private final SqlCompletions completions;
    private final EffectClock.Acts acts;
    private final List<CompletionGate> gates;
    private final Clock clock;

    CompletionClock(Database database, Shelves shelves, EffectClock.Acts acts, List<CompletionGate> gates, Clock clock) {
        this.database = database;
        this.shelf = shelves.contracts;
        this.completions = shelves.completions;
        this.acts = acts;
        this.gates = List.copyOf(gates);
        this.clock = clock;
    }

    /** Where contracts and what is left of them stand. */
    @Component
    record Shelves(SqlContracts contracts, SqlCompletions completions) {}

    /** How many were completed. */
    Mono<Long> tick() {
        return all(ContractKind.SUPPLY).concatMap(this::supply).count().flatMap(supplies ->
                Flux.concat(all(ContractKind.SERVICE), all(ContractKind.RESALE)).concatMap(id -> look(id, (tx, _) -> Mono.just(true))).count().map(members -> supplies + members));
    }

    private Flux<UUID> all(ContractKind kind) {
        return ready(kind, Optional.empty())
                .expand(found -> found.size() < AT_ONCE ? Mono.empty() : ready(kind, Optional.of(found.getLast())))
                .concatMapIterable(found -> found);
    }

    private Mono<List<UUID>> ready(ContractKind kind, Optional<UUID> after) {
        return database.read(Scope.background(), tx -> completions.ready(tx, kind, after, AT_ONCE));
    }

    private Mono<Contract> supply(UUID id) {
        return look(id, (tx, contract) -> completions.least(tx, contract.id()).flatMap(least -> carriedOut(tx, contract, least)));
    }

    /** All who answer must agree; where nobody answers nothing is completed. */
    private Mono<Boolean> carriedOut(Tx tx, Contract contract, Map<UUID, Kilograms> least) {
        if (gates.isEmpty()) return Mono.just(false);
        return Flux.fromIterable(gates).concatMap(gate -> gate.isCarriedOut(tx, contract.id(), least)).all(agreed -> agreed);
    }

    private interface Question {
        Mono<Boolean> ask(Tx tx, Contract contract);
    }

    /** Looks again under the lock; empty where something is still to come, or somebody was first. */
    private Mono<Contract> look(UUID id, Question question) {
        return database.write(Scope.background(), tx -> shelf.find(tx, id)
                        .flatMap(found -> acts.execution().hold(tx, found).then(Mono.defer(() -> shelf.findToMove(tx, id))))
                        .flatMap(contract -> question.ask(tx, contract)
                                .flatMap(done -> acts.steps().carryOut(asking(tx, contract), contract, new ContractCommand.Complete(done))))
                        .flatMap(after -> after.kind() == ContractKind.SUPPLY ? acts.execution().completed(tx, after, clock.instant()) : Mono.just(after)))
                .onErrorResume(RefusedException.class, notYet -> Mono.empty())
                .onErrorResume(failure -> EffectClock.failedAlone(id, failure));
    }

    private Asking asking(Tx tx, Contract contract) {
        return new Asking(tx, Actor.ofTheClock(contract.groupId(), PartyKind.FINANCE_GROUP), clock.instant());
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
