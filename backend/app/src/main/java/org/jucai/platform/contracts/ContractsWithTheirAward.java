package org.jucai.platform.contracts;

import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundEvent;
import org.jucai.platform.rounds.RoundReaction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What becomes of contracts when their award is revoked, in the same transaction: what binds nobody ends with it. Once a contract binds
 * somebody the award is revoked no more; the whole command is refused.
 */
@Component
@Order(50)
class ContractsWithTheirAward implements RoundReaction {

    private final SqlContracts shelf;
    private final ContractSteps steps;

    ContractsWithTheirAward(SqlContracts shelf, ContractSteps steps) {
        this.shelf = shelf;
        this.steps = steps;
    }

    @Override
    public Mono<Void> after(Tx tx, Actor actor, Round round, RoundEvent event, Instant now) {
        return switch (event) {
            case RoundEvent.AwardRevoked(_, var why) -> end(new Asking(tx, actor, now), round.id(), why);
            case RoundEvent.RoundFailed(var why) -> end(new Asking(tx, actor, now), round.id(), why);
            case RoundEvent.RoundCancelled(var why) -> end(new Asking(tx, actor, now), round.id(), why);
            case RoundEvent.RoundDrafted _, RoundEvent.RoundEdited _, RoundEvent.RoundAnnounced _, RoundEvent.CollectingOpened _, RoundEvent.CollectingEndMoved _,
                    RoundEvent.RoundLocked _, RoundEvent.RoundPooled _, RoundEvent.RoundReopened _, RoundEvent.GapClosed _, RoundEvent.RoundFrozen _,
                    RoundEvent.RoundSuspended _, RoundEvent.RoundResumed _, RoundEvent.RoundTendered _, RoundEvent.SecondQuoteCalled _, RoundEvent.OffersDueMoved _, RoundEvent.TenderClosed _,
                    RoundEvent.OffersOpened _, RoundEvent.TenderFailed _, RoundEvent.OffersEvaluated _, RoundEvent.AwardPublicised _, RoundEvent.AwardFinalised _,
                    RoundEvent.ExecutionBegan _, RoundEvent.LotsCompleted _, RoundEvent.RoundSettled _ -> Mono.empty();
        };
    }

    /** A drawing that is being written is waited for, and then found; a signature too. */
    private Mono<Void> end(Asking asking, UUID round, String why) {
        return shelf.alone(asking.tx(), round)
                .then(shelf.ids(asking.tx(), round, EnumSet.of(ContractStatus.DRAFTED, ContractStatus.SIGNING, ContractStatus.EFFECTIVE, ContractStatus.COMPLETED, ContractStatus.DISPUTED)))
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> shelf.findToMove(asking.tx(), id))
                .concatMap(contract -> ended(asking, contract, why))
                .then();
    }

    private Mono<Contract> ended(Asking asking, Contract contract, String why) {
        return switch (contract.status()) {
            case DRAFTED, SIGNING -> steps.ended(asking, contract, why);
            case TERMINATED -> Mono.just(contract);
            case EFFECTIVE, COMPLETED, DISPUTED -> Mono.error(new RefusedException(ContractRefusal.CONTRACTS_BEGAN));
        };
    }
}
