package org.jucai.platform.contracts.deliveries;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/** What deliveries ask of contracts: what may be called off, and what was. */
interface CallOffs {

    /** Refused where no such item concerns these parties, or none that goods are delivered for. */
    Mono<ContractedItem> item(Tx tx, UUID itemId);

    /** All of a contract. */
    Mono<List<ContractedItem>> items(Tx tx, UUID contractId);

    /** How much more of an item may be called off; readable by whoever receives the goods. */
    Mono<Kilograms> room(Tx tx, UUID itemId);

    /** Nobody else claims of these until the transaction ends; held in one order, whoever asks. */
    Mono<Void> hold(Tx tx, Set<UUID> itemIds);

    /** Claims so much for a truck that is planned; refused where the contract does not stand or does not let it in, also when two claim at once. */
    Mono<Void> callOff(Asking asking, UUID itemId, Kilograms mass);

    /** A truck weighed more or less than planned, or did not come or stay; refused where the contract does not let in more. */
    Mono<Void> move(Asking asking, UUID itemId, long byKg);
}
