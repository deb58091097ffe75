package org.jucai.platform.contracts;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.CountedSize;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.SizeBoard;
import org.jucai.platform.membership.SizeClass;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundTerms;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings together what the clause checker must know: all trades that stand, who the firms are, and who is connected with whom today. */
@Component
class ClauseCheck {

    private final Database database;
    private final SqlContracts shelf;
    private final Firms firms;
    private final MembershipBoard members;
    private final SizeBoard sizes;
    private final RoundBoard rounds;
    private final Clock clock;

    ClauseCheck(Database database, SqlContracts shelf, Firms firms, Known known, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.firms = firms;
        this.members = known.members;
        this.sizes = known.sizes;
        this.rounds = known.rounds;
        this.clock = clock;
    }

    /** Who knows of parties and rounds. */
    @Component
    record Known(MembershipBoard members, SizeBoard sizes, RoundBoard rounds) {}

    Mono<ClauseChecker> of(Contract contract) {
        return of(List.of(contract));
    }

    /** For contracts of one round, also where they are not written yet. */
    Mono<ClauseChecker> of(List<Contract> contracts) {
        Set<UUID> concerned = new HashSet<>();
        contracts.forEach(contract -> concerned.addAll(parties(contract)));
        RoundTerms.Mode mode = contracts.stream().anyMatch(ClauseCheck::principal) ? RoundTerms.Mode.PRINCIPAL : RoundTerms.Mode.AGENCY;
        Set<UUID> suppliers = contracts.stream().filter(contract -> contract.kind() == ContractKind.SUPPLY).map(Contract::sellerId).collect(Collectors.toSet());
        return database.read(Scope.background(), tx -> Mono.zip(shelf.trades(tx), members.circles(tx, concerned, clock.instant()), large(tx, contracts.getFirst().roundId(), suppliers)))
                .flatMap(known -> {
                    Set<ClauseChecker.Trade> trades = new HashSet<>(known.getT1());
                    contracts.stream().filter(contract -> contract.kind().sellsGoods()).forEach(contract -> trades.add(new ClauseChecker.Trade(contract.sellerId(), contract.buyerId())));
                    Set<UUID> all = new HashSet<>(concerned);
                    trades.forEach(trade -> all.addAll(List.of(trade.seller(), trade.buyer())));
                    return firms.of(all, known.getT3()).map(found -> new ClauseChecker(mode, found, known.getT2(), trades));
                });
    }

    /** Who stated to be large, and was not found otherwise; everybody else is paid as a small or medium firm. */
    private Mono<Set<UUID>> large(Tx tx, UUID roundId, Set<UUID> suppliers) {
        return rounds.get(tx, roundId).flatMap(round -> sizes.counted(tx, round.associationId(), suppliers, clock.instant()))
                .map(counted -> counted.entrySet().stream()
                        .filter(each -> each.getValue().size() == SizeClass.LARGE && each.getValue().standing() != CountedSize.Standing.REFUSED)
                        .map(Map.Entry::getKey).collect(Collectors.toSet()));
    }

    /** In principal mode the finance group buys or sells the goods itself. */
    static boolean principal(Contract contract) {
        return contract.kind() == ContractKind.RESALE || contract.kind() == ContractKind.SUPPLY && contract.buyerId().equals(contract.groupId());
    }

    static Set<UUID> parties(Contract contract) {
        Set<UUID> all = new HashSet<>(Set.of(contract.sellerId(), contract.buyerId()));
        all.add(contract.groupId());
        contract.items().forEach(item -> Stream.of(item.enterpriseId(), item.supplierId()).forEach(all::add));
        return all;
    }

    /** The firms of one contract, by id. */
    Mono<Map<UUID, Firm>> firms(Contract contract) {
        return firms.of(parties(contract), Set.of()).map(HashMap::new);
    }
}
