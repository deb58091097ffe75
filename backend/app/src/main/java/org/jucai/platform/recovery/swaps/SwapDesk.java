package org.jucai.platform.recovery.swaps;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.membership.MembershipBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Offers tonnes of a share, accepts them, and takes the word of all whose contracts they touch. */
@Service
public class SwapDesk {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 8;

    private final SqlSwaps shelf;
    private final LotShares shares;
    private final Exchange exchange;
    private final MembershipBoard members;
    private final Journal journal;
    private final Ids ids;
    private final SecureRandom chance;

    SwapDesk(SqlSwaps shelf, LotShares shares, Exchange exchange, MembershipBoard members, Journal journal, Ids ids, SecureRandom chance) {
        this.shelf = shelf;
        this.shares = shares;
        this.exchange = exchange;
        this.members = members;
        this.journal = journal;
        this.ids = ids;
        this.chance = chance;
    }

    /** @param itemId of the supply contract @param to a member's full name; empty: whoever shares the lot */
    public record Wanted(UUID itemId, Kilograms mass, Optional<String> to) {}

    /** By the member whose share it is. Nobody else but the finance group learns whose it is before it is accepted. */
    public Mono<Swap> offer(Asking asking, Wanted wanted) {
        return shares.lotOf(asking.tx(), wanted.itemId()).flatMap(shares::of).flatMap(known -> {
            LotSupply.Part part = own(asking, known.part(wanted.itemId()));
            SwapRules.gives(part, wanted.mass()).orElseRefuse();
            return named(asking, known.supply().associationId(), wanted.to()).map(to -> swap(asking, known.supply(), part, wanted, to));
        }).delayUntil(made -> shelf.add(asking.tx(), made).then(record(asking, made, new SwapEvent.SwapOffered(made.code(), made.of().lotCode(), made.mass().kg()))));
    }

    private static LotSupply.Part own(Asking asking, LotSupply.Part part) {
        if (!asking.actor().actsFor(part.item().enterpriseId())) throw new RefusedException(CommonRefusal.NOT_FOUND);
        return part;
    }

    /** Any member may be named: whether it shares the lot is not told. */
    private Mono<Optional<UUID>> named(Asking asking, UUID association, Optional<String> to) {
        if (to.isEmpty()) return Mono.just(Optional.empty());
        return members.members(association).map(all -> {
            UUID found = all.stream().filter(one -> one.nameZh().equals(to.get())).map(one -> one.id()).findFirst().orElseThrow(() -> new RefusedException(SwapRefusal.SWAP_MEMBER_UNKNOWN));
            if (asking.actor().actsFor(found)) throw new RefusedException(SwapRefusal.SWAP_WITH_ITSELF);
            return Optional.of(found);
        });
    }

    private Swap swap(Asking asking, LotSupply supply, LotSupply.Part part, Wanted wanted, Optional<UUID> to) {
        boolean agency = !part.buyerId().equals(supply.groupId());
        Swap.Of of = new Swap.Of(supply.roundId(), supply.associationId(), supply.groupId(), part.sellerId(), supply.lotId(), part.item().lotCode(), part.item().goods().grade(), agency);
        String code = "W-" + chance.ints(CODE_LENGTH, 0, LETTERS.length()).mapToObj(at -> LETTERS.substring(at, at + 1)).collect(Collectors.joining());
        return new Swap(ids.next(), code, of, wanted.mass(), to, asking.at(), new Swap.State(Swap.Status.OFFERED, Optional.empty(), false, false, Optional.empty()),
                Optional.of(side(asking, part)), Optional.empty(), 1);
    }

    private static Swap.Side side(Asking asking, LotSupply.Part part) {
        return new Swap.Side(asking.actor().partyId(), asking.actor().personId(), part.item().id(), part.item().lineId(), part.item().lineCode(), part.item().allocationId(), asking.at());
    }

    /** For a line of the same lot that the same supplier serves: the first who accepts has it. */
    public Mono<Swap> accept(Asking asking, UUID id, OptionalLong expectedVersion, UUID itemId) {
        return found(asking, id, expectedVersion).zipWhen(swap -> shares.of(swap.of().lotId())).flatMap(known -> {
            Swap swap = known.getT1();
            Swap accepted = SwapRules.accepts(swap, asking.actor().partyId()).orElseRefuse().getFirst();
            LotSupply.Part part = own(asking, known.getT2().part(itemId));
            if (!part.sellerId().equals(swap.of().sellerId())) throw new RefusedException(SwapRefusal.SWAP_OF_OTHER_GOODS);
            SwapRules.takes(known.getT2().receiver(part), swap.mass()).orElseRefuse();
            return shelf.side(asking.tx(), id, "TAKER", side(asking, part)).then(moved(asking, accepted))
                    .flatMap(after -> record(asking, after, new SwapEvent.SwapAccepted(after.code(), after.mass().kg())).thenReturn(after));
        });
    }

    /** Who offered, the supplier where it sells to the members, and last the finance group: in its transaction the shares change. */
    public Mono<Swap> agree(Asking asking, UUID id, OptionalLong expectedVersion) {
        return found(asking, id, expectedVersion).flatMap(swap -> {
            Swap agreed = SwapRules.agree(swap, asking.actor().partyId(), asking.at()).orElseRefuse().getFirst();
            boolean done = agreed.state().status() == Swap.Status.DONE;
            Mono<Void> changes = done ? exchange.carryOut(asking, swap) : Mono.empty();
            SwapEvent event = done ? new SwapEvent.SwapDone(swap.code(), swap.mass().kg()) : new SwapEvent.SwapAgreed(swap.code());
            return changes.then(moved(asking, agreed)).flatMap(after -> record(asking, after, event).thenReturn(after));
        });
    }

    /** Withdrawn, stepped back from or declined. */
    public Mono<Swap> end(Asking asking, UUID id, OptionalLong expectedVersion, String words) {
        return found(asking, id, expectedVersion).flatMap(swap -> moved(asking, SwapRules.end(swap, asking.actor().partyId(), words, asking.at()).orElseRefuse().getFirst())
                .flatMap(after -> record(asking, after, new SwapEvent.SwapEnded(after.code(), words)).thenReturn(after)));
    }

    private Mono<Swap> found(Asking asking, UUID id, OptionalLong expectedVersion) {
        return shelf.find(asking.tx(), id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .filter(swap -> expectedVersion.orElse(swap.version()) == swap.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)));
    }

    private Mono<Swap> moved(Asking asking, Swap after) {
        return shelf.move(asking.tx(), after).filter(moved -> moved).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(Mono.defer(() -> shelf.find(asking.tx(), after.id())));
    }

    /** While it is offered to anybody only who offers it and the finance group read of it in a history: an event says who acted. */
    private Mono<Void> record(Asking asking, Swap after, SwapEvent event) {
        Set<UUID> readers = after.parties().collect(Collectors.toCollection(HashSet::new));
        readers.add(after.of().groupId());
        after.to().ifPresent(readers::add);
        if (after.state().takerId().isPresent()) readers.add(after.of().sellerId());
        return journal.append(asking.tx(), asking.actor(), asking.at(),
                List.of(new NewEvent(Swap.STREAM, after.id(), after.version(), after.of().roundId(), event.getClass().getSimpleName(), event, readers)));
    }
}
