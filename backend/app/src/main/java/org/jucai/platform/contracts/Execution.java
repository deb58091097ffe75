package org.jucai.platform.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundDesk;
import org.jucai.platform.rounds.RoundStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a round how far its contracts are carried out, in the transaction in which a contract moves. */
@Component
class Execution {

    private final SqlContracts shelf;
    private final SqlCompletions completions;
    private final RoundBoard rounds;
    private final RoundDesk desk;

    Execution(SqlContracts shelf, SqlCompletions completions, RoundBoard rounds, RoundDesk desk) {
        this.shelf = shelf;
        this.completions = completions;
        this.rounds = rounds;
        this.desk = desk;
    }

    /** Holds the round of a contract that may be its first, before the contract itself is held: whoever revokes the award takes them in the same order. */
    Mono<Void> before(Tx tx, UUID contract) {
        return shelf.find(tx, contract).flatMap(found -> rounds.get(tx, found.roundId()))
                .filter(round -> round.status() == RoundStatus.AWARDED)
                .flatMap(round -> rounds.hold(tx, round.id()))
                .then();
    }

    /** Holds the round before the contract, as everybody does. */
    Mono<Void> hold(Tx tx, Contract contract) {
        return rounds.hold(tx, contract.roundId()).then();
    }

    /** The first supply contract that takes effect begins the round's execution. */
    Mono<Contract> began(Tx tx, Contract effective, Instant at) {
        return rounds.get(tx, effective.roundId())
                .filter(round -> round.status() == RoundStatus.AWARDED)
                .flatMap(round -> desk.executionBegan(tx, round.id(), at))
                .thenReturn(effective);
    }

    /** Lots of which no supply contract runs any more are completed. */
    Mono<Contract> completed(Tx tx, Contract done, Instant at) {
        List<UUID> lots = done.items().stream().map(ContractItem::lotId).distinct().toList();
        return completions.runningLots(tx, done.roundId())
                .map(running -> without(lots, running))
                .filter(over -> !over.isEmpty())
                .flatMap(over -> desk.lotsCompleted(tx, done.roundId(), over, at))
                .thenReturn(done);
    }

    private static List<UUID> without(List<UUID> lots, Set<UUID> running) {
        return lots.stream().filter(lot -> !running.contains(lot)).toList();
    }
}
