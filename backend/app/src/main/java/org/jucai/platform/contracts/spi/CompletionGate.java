package org.jucai.platform.contracts.spi;

import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/**
 * Whether a supply contract was carried out, as far as somebody else knows: deliveries of the goods, settlement of the money. All who
 * answer must agree, and where nobody answers the contract stays open.
 */
public interface CompletionGate {

    /**
     * Asked in a background transaction that holds the contract.
     *
     * @param least what must have come at least, by item: the contracted mass less the tolerance 数量允差; nothing where the member's contract ended
     */
    Mono<Boolean> isCarriedOut(Tx tx, UUID contractId, Map<UUID, Kilograms> least);
}
