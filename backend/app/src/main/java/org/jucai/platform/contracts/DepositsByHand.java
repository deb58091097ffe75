package org.jucai.platform.contracts;

import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.spi.DepositGate;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** While no ledger answers: a deposit is confirmed where the finance group recorded the reference of the bank's confirmation. */
@Component
class DepositsByHand implements DepositGate {

    private final SqlContracts shelf;

    DepositsByHand(SqlContracts shelf) {
        this.shelf = shelf;
    }

    @Override
    public Mono<Set<UUID>> confirmed(Tx tx, Set<UUID> contractIds) {
        return shelf.withDeposit(tx, contractIds);
    }
}
