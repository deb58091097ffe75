package org.jucai.platform.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.spi.DepositGate;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about contracts, as far as the transaction's parties may know. */
@Service
public class ContractBoard {

    private final Database database;
    private final SqlContracts shelf;
    private final SqlCallOffs calls;
    private final DepositGate deposits;
    private final ClauseCheck clauses;

    ContractBoard(Database database, SqlContracts shelf, SqlCallOffs calls, DepositGate deposits, ClauseCheck clauses) {
        this.database = database;
        this.shelf = shelf;
        this.calls = calls;
        this.deposits = deposits;
        this.clauses = clauses;
    }

    /** What may be done with a contract. */
    public enum Act { SEND, AMEND, SIGN, TERMINATE, DISPUTE, RESOLVE, RECORD_DEPOSIT }

    /** A version's text and its digest. */
    public record Written(int number, String sha256, String document) {}

    /** Which contracts are asked for. */
    public record Question(Optional<UUID> roundId, Optional<ContractKind> kind, Optional<ContractStatus> status, @Nullable String cursor, int limit) {}

    /** Newest first. */
    public Mono<Page<ContractLine>> list(Tx tx, Question asked) {
        return shelf.list(tx, asked);
    }

    /** With its items; refused where it does not concern these parties. */
    public Mono<Contract> get(Tx tx, UUID id) {
        return shelf.find(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** An item of a supply contract with what was called off of it; refused where it does not concern these parties. */
    public Mono<CalledItem> item(Tx tx, UUID itemId) {
        return calls.find(tx, itemId).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** Where an item's goods come from. @param contracts by which they are traded, those that these parties may read, without their items; the supply contract first */
    public record Origin(ContractItem item, List<Contract> contracts) {
        public Origin {
            contracts = List.copyOf(contracts);
        }
    }

    /** Empty where these parties may not read the item: a store holds goods whose contract is not its own. */
    public Mono<Origin> origin(Tx tx, UUID itemId) {
        return calls.find(tx, itemId).flatMap(called -> shelf.ofGoods(tx, itemId).map(contracts -> new Origin(called.item(), contracts)));
    }

    /** By which formula the quality of a supply contract's item turns into money, as both sides signed it; empty where none was agreed. */
    public Mono<Optional<ContractTerms.StampedFormula>> formula(Tx tx, UUID itemId) {
        return item(tx, itemId).flatMap(called -> get(tx, called.contractId()).map(contract -> contract.text().terms().formula(called.item().goods().grade())));
    }

    /** What stands downstream for an item: the member's contract and its item. */
    public record Covering(UUID contractId, ContractItem item) {}

    /** What stands downstream for the goods of a supply contract, by its items. */
    public Mono<Map<UUID, Covering>> coverings(Tx tx, UUID supplyId) {
        return shelf.coverings(tx, supplyId);
    }

    /** Items of which goods may be called off, by id. */
    public Mono<Page<CalledItem>> openItems(Tx tx, Optional<UUID> roundId, @Nullable String cursor, int limit) {
        return calls.open(tx, roundId, cursor, limit);
    }

    /** What a supply contract still waits for (以销定采); how much and how many, not whose: other members' contracts are theirs. */
    public Mono<SupplyGate> gate(Contract supply) {
        return database.read(Scope.background(), tx -> gate(tx, supply));
    }

    Mono<SupplyGate> gate(Tx background, Contract supply) {
        return shelf.covering(background, supply).flatMap(covering -> Mono.zip(calls.uncovered(background, supply.id()), deposits.confirmed(background, covering),
                (uncovered, confirmed) -> new SupplyGate(uncovered, (int) covering.stream().filter(id -> !confirmed.contains(id)).count())));
    }

    /** What this party may do next. */
    public static List<Act> allowed(Contract contract, UUID party, Instant now) {
        return ContractRules.allowed(contract, party, now);
    }

    /** What was called off of a supply contract, by item. */
    public Mono<Map<UUID, CalledItem>> called(Tx tx, UUID contractId) {
        return calls.of(tx, contractId).map(all -> all.stream().collect(Collectors.toMap(each -> each.item().id(), Function.identity())));
    }

    /** A version as it was hashed. */
    public Mono<Written> document(Tx tx, UUID contractId, int number) {
        return shelf.document(tx, contractId, number).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** What the clause checker says to the version that waits, or stands. */
    public Mono<List<Finding>> findings(Contract contract) {
        return clauses.of(contract).map(checker -> checker.check(contract, contract.toSign().terms()));
    }
}
