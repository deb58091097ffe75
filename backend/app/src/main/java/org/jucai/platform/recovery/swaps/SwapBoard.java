package org.jucai.platform.recovery.swaps;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.CalledItem;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers what is offered to be swapped and what a member has to offer, as far as the transaction's parties may know. */
@Service
public class SwapBoard {

    private final SqlSwaps shelf;
    private final ContractBoard contracts;

    SwapBoard(SqlSwaps shelf, ContractBoard contracts) {
        this.shelf = shelf;
        this.contracts = contracts;
    }

    /** Newest first. */
    public Mono<Page<Swap>> list(Tx tx, Optional<Swap.Status> status, @Nullable String cursor, int limit) {
        return shelf.list(tx, status, cursor, limit);
    }

    /** Refused where these parties may not know of it. */
    public Mono<Swap> get(Tx tx, UUID id) {
        return shelf.find(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** What a member is to get of each supplier by contracts that stand. */
    public Mono<Page<CalledItem>> shares(Tx tx, @Nullable String cursor, int limit) {
        return contracts.openItems(tx, Optional.empty(), cursor, limit);
    }

    /** What this actor may do next. */
    public static List<Swap.Act> allowed(Swap swap, Actor actor) {
        return SwapRules.offered(swap, actor.partyId(), actor.partyKind() == PartyKind.ENTERPRISE);
    }
}
