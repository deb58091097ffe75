package org.jucai.platform.contracts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * What comes of each lot, and who is to get how much of it: the contracts stay as they were signed, for by their mass a shortfall is measured; what may
 * be called off follows the shares.
 */
@Service
public class SupplyDesk {

    private final SqlSupplies shelf;

    SupplyDesk(SqlSupplies shelf) {
        this.shelf = shelf;
    }

    /** @param movedKg more, or less, that the item's member is entitled to; {@code shortKg} of all that it is entitled to does not come */
    public record Change(UUID itemId, long movedKg, long shortKg) {}

    /** Each supplier's part of each lot, newest first. */
    public Mono<Page<LotSupply.Line>> list(Tx tx, Optional<UUID> round, @Nullable String cursor, int limit) {
        return shelf.list(tx, round, cursor, limit);
    }

    /** Refused where these parties read no contract of it. */
    public Mono<LotSupply> of(Tx tx, UUID lot) {
        return shelf.ofLot(tx, lot).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** Nobody calls off of these until the transaction ends. */
    public Mono<Void> hold(Tx tx, Set<UUID> items) {
        return shelf.hold(tx, items);
    }

    /** Nothing more is called off of these until {@code by} lets go; refused where another holds one of them. What is on its way comes as ever. */
    public Mono<Void> freeze(Tx tx, Set<UUID> items, UUID by) {
        return shelf.freeze(tx, items, by).filter(all -> all).switchIfEmpty(Mono.error(() -> new RefusedException(ContractRefusal.CALL_OFF_HELD))).then();
    }

    public Mono<Void> thaw(Tx tx, UUID by) {
        return shelf.thaw(tx, by);
    }

    /** All at once; refused where more was called off of one than it would allow. */
    public Mono<Void> keep(Tx tx, List<Change> changes) {
        return shelf.keep(tx, changes).onErrorMap(DataIntegrityViolationException.class, called -> new RefusedException(ContractRefusal.CALL_OFF_EXCEEDS_CONTRACT, Map.of("leftKg", 0)));
    }
}
