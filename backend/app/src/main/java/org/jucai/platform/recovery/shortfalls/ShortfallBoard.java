package org.jucai.platform.recovery.shortfalls;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.contracts.SupplyDesk;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers what comes of each lot, what does not, and how that is divided, as far as the transaction's parties may know. */
@Service
public class ShortfallBoard {

    private final SqlShortfalls shelf;
    private final SupplyDesk supplies;
    private final Dividing dividing;

    ShortfallBoard(SqlShortfalls shelf, SupplyDesk supplies, Dividing dividing) {
        this.shelf = shelf;
        this.supplies = supplies;
        this.dividing = dividing;
    }

    /** Newest first. */
    public Mono<Page<Shortfall>> list(Tx tx, Optional<Shortfall.Status> status, @Nullable String cursor, int limit) {
        return shelf.list(tx, status, cursor, limit);
    }

    /** Refused where it does not concern these parties. */
    public Mono<Shortfall> get(Tx tx, UUID id) {
        return shelf.find(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** How it was divided, or would be now; before it is, for the finance group only, which reads all contracts of the lot. Empty where it could not be. */
    public Mono<Optional<Division>> division(Tx tx, Shortfall shortfall, UUID reader) {
        if (shortfall.division().isPresent()) return Mono.just(shortfall.division());
        if (shortfall.status() != Shortfall.Status.STATED || !reader.equals(shortfall.of().groupId())) return Mono.just(Optional.empty());
        return dividing.of(tx, shortfall).map(decided -> decided instanceof Decision.Accepted<Division>(var made) ? Optional.of(made.getFirst()) : Optional.empty());
    }

    /** Each supplier's part of each lot whose contracts stand, newest first. */
    public Mono<Page<LotSupply.Line>> supplies(Tx tx, Optional<UUID> round, @Nullable String cursor, int limit) {
        return supplies.list(tx, round, cursor, limit);
    }

    /** What this party may do next. */
    public static List<Shortfall.Act> allowed(Shortfall shortfall, UUID party) {
        return ShortfallRules.offered(shortfall, party);
    }
}
