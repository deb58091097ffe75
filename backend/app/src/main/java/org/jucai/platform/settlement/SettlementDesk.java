package org.jucai.platform.settlement;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.jucai.platform.contracts.Contract;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes what is said to statements: by hand they are drawn, agreed to, disputed; the end of a round's deposits is told. */
@Service
public class SettlementDesk {

    private static final int MOST_CONTRACTS = 2_000;

    private final Database database;
    private final ContractBoard contracts;
    private final SettlementClock.Hands hands;
    private final SqlClosings closings;

    SettlementDesk(Database database, ContractBoard contracts, SettlementClock.Hands hands, SqlClosings closings) {
        this.database = database;
        this.contracts = contracts;
        this.hands = hands;
        this.closings = closings;
    }

    /** What to draw. @param roundId of which all contracts; or {@code contractId}: of which it alone */
    public record Wanted(Optional<UUID> roundId, Optional<UUID> contractId, Optional<YearMonth> month, Optional<UUID> deliveryId) {}

    /** Which statement, and as which version it was read. */
    public record Which(UUID id, OptionalLong expectedVersion) {}

    /** By the finance group of the contracts, whatever is decided by now, red ones for what went back too; what is drawn already is not drawn again. */
    public Mono<List<UUID>> draw(Asking asking, Wanted wanted) {
        return mine(asking, wanted).flatMap(mine -> hands.told().follow().then(drawn(asking, wanted, mine)))
                .map(drawn -> drawn.stream().map(Statement::id).toList())
                .filter(ids -> !ids.isEmpty())
                .switchIfEmpty(Mono.error(() -> new RefusedException(SettlementRefusal.NOTHING_TO_SETTLE)));
    }

    /** Supply contracts first: they are what both sides are cut from. */
    private Mono<List<Contract>> mine(Asking asking, Wanted wanted) {
        Flux<Contract> found = wanted.contractId().isPresent() ? contracts.get(asking.tx(), wanted.contractId().get()).flux()
                : Flux.fromIterable(List.of(ContractKind.values())).concatMap(kind -> ofRound(asking, wanted.roundId().orElseThrow(() -> new RefusedException(CommonRefusal.BAD_REQUEST)), kind));
        return found.collectList().map(all -> {
            if (all.isEmpty()) throw new RefusedException(CommonRefusal.NOT_FOUND);
            if (all.stream().anyMatch(contract -> !contract.groupId().equals(asking.actor().partyId()))) throw new RefusedException(SettlementRefusal.SETTLEMENT_STEP_OF_ANOTHER_PARTY);
            return all;
        });
    }

    private Flux<Contract> ofRound(Asking asking, UUID round, ContractKind kind) {
        return contracts.list(asking.tx(), new ContractBoard.Question(Optional.of(round), Optional.of(kind), Optional.empty(), null, MOST_CONTRACTS))
                .flatMapMany(page -> Flux.fromIterable(page.items())).map(line -> line.contract());
    }

    private Mono<List<Statement>> drawn(Asking asking, Wanted wanted, List<Contract> mine) {
        DrawingUp.Wanted by = new DrawingUp.Wanted(true, wanted.month(), wanted.deliveryId());
        boolean all = wanted.month().isEmpty() && wanted.deliveryId().isEmpty();
        Flux<Statement> red = Flux.fromIterable(all ? mine : List.of())
                .concatMap(contract -> database.write(Scope.background(), tx -> hands.reversing().takeBackOf(tx, contract.id(), asking.at()).collectList())).concatMapIterable(taken -> taken);
        Flux<Statement> drawn = Flux.fromIterable(mine).filter(contract -> contract.kind() == ContractKind.SUPPLY)
                .concatMap(contract -> database.write(Scope.background(), tx -> hands.valuation().value(tx, contract.id(), asking.at())))
                .thenMany(Flux.fromIterable(mine))
                .concatMap(contract -> database.write(Scope.background(), tx -> hands.drawing().draw(tx, contract.id(), by, asking.at())))
                .concatMapIterable(found -> found);
        return red.concatWith(drawn).collectList();
    }

    public Mono<Statement> agree(Asking asking, Which which) {
        return carryOut(asking, which, new StatementCommand.Agree(asking.actor().partyId()));
    }

    /** @param fen how much of it is disputed */
    public Mono<Statement> dispute(Asking asking, Which which, String grounds, long fen) {
        return carryOut(asking, which, new StatementCommand.Challenge(asking.actor().partyId(), grounds, fen));
    }

    /** Proposes how the dispute ends, or agrees to it. @param agreedFen besides the lines; 0 where they stand */
    public Mono<Statement> resolve(Asking asking, Which which, long agreedFen, String words) {
        return carryOut(asking, which, new StatementCommand.Resolve(asking.actor().partyId(), agreedFen, words));
    }

    private Mono<Statement> carryOut(Asking asking, Which which, StatementCommand command) {
        return held(asking, which).flatMap(statement -> Mono.fromCallable(() -> StatementRules.decide(statement, command, asking.at()).orElseRefuse().getFirst())
                .flatMap(event -> hands.filing().move(asking, statement, event)));
    }

    private Mono<Statement> held(Asking asking, Which which) {
        return hands.filing().hold(asking.tx(), which.id())
                .filter(statement -> which.expectedVersion().orElse(statement.version()) == statement.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)));
    }

    /** The finance group says that each deposit of the round is ended; by hand, until the bank's ledger tells. The round is settled once all is paid. */
    public Mono<Void> closeRound(Asking asking, UUID roundId, String words) {
        return mine(asking, new Wanted(Optional.of(roundId), Optional.empty(), Optional.empty(), Optional.empty()))
                .flatMap(_ -> closings.open(asking.tx(), roundId))
                .flatMap(open -> open.isEmpty() ? closings.add(asking, roundId, words) : Mono.error(() -> new RefusedException(SettlementRefusal.ROUND_NOT_TO_BE_CLOSED,
                        new TreeMap<>(Map.of("statements", open.statements(), "notAgreed", open.notAgreed(), "notInvoiced", open.notInvoiced(), "notPaid", open.notPaid())))));
    }

}
