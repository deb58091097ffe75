package org.jucai.platform.contracts.spi;

import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/** What finance says of purchase deposits (保证金), before goods are bought for members. */
public interface DepositGate {

    /** Those of these members' contracts whose deposit the bank has confirmed. Asked in a background transaction. */
    Mono<Set<UUID>> confirmed(Tx tx, Set<UUID> contractIds);
}
