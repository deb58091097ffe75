package org.jucai.platform.contracts.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/** What recalls 召回 say of goods, before they leave quarantine or a store: no release of what is recalled. */
public interface RecallGate {

    /**
     * What a recall may be of.
     *
     * @param source 料源, where the supplier named one
     * @param cameOn the day they came, in Beijing; empty before
     */
    record Goods(UUID deliveryId, UUID lotId, Optional<String> source, UUID sellerId, UUID associationId, UUID groupId, Optional<LocalDate> cameOn) {}

    /**
     * Codes of the recalls that hold these goods back. Until the transaction ends none is opened, so what is answered stays true for what it does.
     */
    Mono<List<String>> holding(Tx tx, Goods goods);
}
