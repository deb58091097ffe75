package org.jucai.platform.contracts;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.contracts.spi.ESealGate;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes what parties say to a contract: signatures, other terms, its end, disputes; and what deliveries call off of it. */
@Service
public class ContractDesk {

    private final SqlContracts shelf;
    private final SqlCallOffs calls;
    private final ContractSteps steps;
    private final ClauseCheck clauses;
    private final ESealGate seals;

    ContractDesk(SqlContracts shelf, SqlCallOffs calls, ContractSteps steps, ClauseCheck clauses, ESealGate seals) {
        this.shelf = shelf;
        this.calls = calls;
        this.steps = steps;
        this.clauses = clauses;
        this.seals = seals;
    }

    /** Signs the version that was read. The person has shown a second factor. */
    public Mono<Contract> sign(Asking asking, UUID id, int number, String sha256) {
        return held(asking, id).flatMap(contract -> seals
                .seal(new ESealGate.Request(id, number, sha256, asking.actor().partyId(), asking.actor().personId()))
                .flatMap(seal -> steps.carryOut(asking, contract, new ContractCommand.Sign(number, sha256, seal.by(), seal.reference()))));
    }

    /** Proposes the next version, with other terms. @param number of the version it follows, as it was read */
    public Mono<Contract> amend(Asking asking, UUID id, int number, ContractTerms wanted) {
        return held(asking, id).flatMap(contract -> {
            ContractTerms terms = kept(contract, wanted);
            return clauses.of(contract).zipWith(clauses.firms(contract)).flatMap(known -> {
                ContractDocument document = ContractDocument.of(contract, number + 1, terms, known.getT2());
                ContractText next = new ContractText(number + 1, terms, document.sha256(), asking.actor().partyId(), asking.at(), List.of());
                return steps.carryOut(asking, contract, new ContractCommand.Amend(next, known.getT1().check(contract, terms)))
                        .flatMap(after -> shelf.document(asking.tx(), after, next, document.json()).thenReturn(after));
            });
        });
    }

    /** The fee's rate was published with the round, and formulas are changed for all contracts of the award at once: neither is changed here. */
    private static ContractTerms kept(Contract contract, ContractTerms wanted) {
        ContractTerms drawn = contract.toSign().terms();
        return new ContractTerms(wanted.payment(), wanted.lateInterestPpmPerDay(), new ContractTerms.Fee(wanted.fee().basis(), drawn.fee().rateBp()), wanted.delivery(),
                drawn.formulas(), wanted.disputeDays(), wanted.approvalReference(), wanted.supplementary());
    }

    /** Steps back before anybody is bound; afterwards proposes it, or agrees to it. */
    public Mono<Contract> terminate(Asking asking, UUID id, String reason) {
        return carryOut(asking, id, new ContractCommand.Terminate(reason));
    }

    public Mono<Contract> dispute(Asking asking, UUID id, String grounds) {
        return carryOut(asking, id, new ContractCommand.Dispute(grounds));
    }

    /** Proposes how the dispute ends, or agrees to it. */
    public Mono<Contract> resolve(Asking asking, UUID id, Contract.Wish wish, String words) {
        return carryOut(asking, id, new ContractCommand.Resolve(wish, words));
    }

    /** The bank's confirmation of a member's purchase deposit, as the finance group books it; each reference counts once. */
    public Mono<Contract> recordDeposit(Asking asking, UUID id, String reference) {
        return carryOut(asking, id, new ContractCommand.RecordDeposit(reference));
    }

    private Mono<Contract> carryOut(Asking asking, UUID id, ContractCommand command) {
        return held(asking, id).flatMap(contract -> steps.carryOut(asking, contract, command));
    }

    private Mono<Contract> held(Asking asking, UUID id) {
        return shelf.findToMove(asking.tx(), id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /**
     * Calls goods off a supply contract's item, in the transaction of the delivery that needs them. Refused where it would exceed the contract
     * with its tolerance, also when two race for the last truck, or where the supply contract or the member's own does not stand.
     */
    public Mono<CalledItem> callOff(Asking asking, UUID itemId, Kilograms mass) {
        return calls.call(asking.tx(), itemId, mass).flatMap(called -> found(asking, itemId).doOnNext(item -> {
            if (called) return;
            if (!item.open()) throw new RefusedException(ContractRefusal.CALL_OFF_NOT_COVERED);
            if (item.held()) throw new RefusedException(ContractRefusal.CALL_OFF_HELD);
            throw new RefusedException(ContractRefusal.CALL_OFF_EXCEEDS_CONTRACT, Map.of("leftKg", item.left().kg()));
        }));
    }

    /** Gives back what was called off and did not come: cancelled, refused at the gate, returned, or weighed less. Also of a contract that ended. */
    public Mono<CalledItem> callOffReturned(Asking asking, UUID itemId, Kilograms mass) {
        return calls.giveBack(asking.tx(), itemId, mass)
                .filter(given -> given)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("more is given back of item " + itemId + " than was called off: " + mass)))
                .then(found(asking, itemId));
    }

    private Mono<CalledItem> found(Asking asking, UUID itemId) {
        return calls.find(asking.tx(), itemId).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }
}
