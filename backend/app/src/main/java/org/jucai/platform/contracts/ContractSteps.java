package org.jucai.platform.contracts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Carries a command out on a contract that this transaction holds: decided, moved, recorded, and what may be called off follows. */
@Component
class ContractSteps {

    private final SqlContracts shelf;
    private final SqlCallOffs calls;
    private final ClauseCheck clauses;
    private final Journal journal;

    ContractSteps(SqlContracts shelf, SqlCallOffs calls, ClauseCheck clauses, Journal journal) {
        this.shelf = shelf;
        this.calls = calls;
        this.clauses = clauses;
        this.journal = journal;
    }

    Mono<Contract> carryOut(Asking asking, Contract before, ContractCommand command) {
        return Mono.fromCallable(() -> ContractRules.decide(before, command, new ContractRules.By(asking.actor().partyId(), asking.actor().personId()), asking.at()).orElseRefuse())
                .flatMap(events -> moved(asking, before, events));
    }

    /** Its award was revoked: what binds nobody yet ends, whoever revoked it. */
    Mono<Contract> ended(Asking asking, Contract unbound, String why) {
        return moved(asking, unbound, List.of(new ContractEvent.ContractTerminated(why)));
    }

    private Mono<Contract> moved(Asking asking, Contract before, List<ContractEvent> events) {
        Contract after = before;
        List<NewEvent> recorded = new ArrayList<>();
        for (ContractEvent event : events) {
            after = after.after(event, asking.at());
            recorded.add(event(after, event));
        }
        Contract done = after;
        return shelf.move(asking.tx(), before.version(), done)
                .filter(moved -> moved)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(follow(asking, before, done))
                .then(journal.append(asking.tx(), asking.actor(), asking.at(), recorded))
                .thenReturn(done);
    }

    private Mono<Void> follow(Asking asking, Contract before, Contract after) {
        boolean stood = before.status() == ContractStatus.EFFECTIVE;
        Mono<Void> stands = stood == (after.status() == ContractStatus.EFFECTIVE) ? Mono.empty() : calls.stands(asking.tx(), after);
        boolean restated = after.kind() == ContractKind.SUPPLY && !before.text().terms().delivery().equals(after.text().terms().delivery());
        return restated ? stands.then(calls.restate(asking.tx(), after)) : stands;
    }

    /** Of contracts of one round, those that the clause checker finds something in. */
    Mono<List<DrawingDesk.Held>> findings(List<Contract> contracts) {
        return clauses.of(contracts).map(checker -> contracts.stream()
                .map(contract -> new DrawingDesk.Held(contract.id(), contract.code(), checker.check(contract, contract.toSign().terms())))
                .filter(held -> !held.findings().isEmpty()).toList());
    }

    /** Both sides read it, and the finance group. */
    static NewEvent event(Contract after, ContractEvent event) {
        Set<UUID> readers = new HashSet<>(Set.of(after.sellerId(), after.buyerId()));
        readers.add(after.groupId());
        return new NewEvent(Contract.STREAM, after.id(), after.version(), after.roundId(), event.getClass().getSimpleName(), event, readers);
    }
}
