package org.jucai.platform.contracts.deliveries;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.CalledItem;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractDesk;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks contracts for deliveries. */
@Component
class ContractCallOffs implements CallOffs {

    private final ContractBoard board;
    private final ContractDesk desk;
    private final RoundBoard rounds;
    private final SqlCallRoom room;

    ContractCallOffs(ContractBoard board, ContractDesk desk, RoundBoard rounds, SqlCallRoom room) {
        this.board = board;
        this.desk = desk;
        this.rounds = rounds;
        this.room = room;
    }

    @Override
    public Mono<ContractedItem> item(Tx tx, UUID itemId) {
        return board.item(tx, itemId).flatMap(called -> items(tx, List.of(called))).map(List::getFirst);
    }

    @Override
    public Mono<List<ContractedItem>> items(Tx tx, UUID contractId) {
        return board.called(tx, contractId).flatMap(called -> items(tx, called.values()));
    }

    private Mono<List<ContractedItem>> items(Tx tx, Collection<CalledItem> called) {
        return Flux.fromStream(called.stream().map(CalledItem::roundId).distinct())
                .concatMap(round -> rounds.get(tx, round).map(found -> Map.entry(round, found.associationId())))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .map(associations -> called.stream().map(each -> item(each, Objects.requireNonNull(associations.get(each.roundId()))))
                        .sorted(Comparator.comparing(each -> each.of().itemId())).toList());
    }

    private static ContractedItem item(CalledItem called, UUID association) {
        ContractItem item = called.item();
        ContractItem.Destination to = item.destination();
        Delivery.Agreed agreed = new Delivery.Agreed(item.goods().grade(), item.goods().size(), item.goods().packing(), to.zone(), to.place(), to.fromOn(), to.toOn(),
                called.terms().ticket(), called.terms().weighingDifferencePermille());
        return new ContractedItem(new Delivery.Item(called.contractId(), item.id(), called.roundId(), association), agreed,
                new Concerned(called.sellerId(), called.buyerId(), item.enterpriseId(), Optional.empty()),
                new CallOffTerms(called.share(), called.called(), called.terms().toleranceBp()));
    }

    @Override
    public Mono<Void> hold(Tx tx, Set<UUID> itemIds) {
        return room.hold(tx, itemIds);
    }

    @Override
    public Mono<Void> callOff(Asking asking, UUID itemId, Kilograms mass) {
        return desk.callOff(asking, itemId, mass).then();
    }

    @Override
    public Mono<Kilograms> room(Tx tx, UUID itemId) {
        return room.room(tx, itemId);
    }

    @Override
    public Mono<Void> move(Asking asking, UUID itemId, long byKg) {
        return room.move(asking.tx(), itemId, byKg).filter(moved -> moved)
                .switchIfEmpty(Mono.error(() -> new RefusedException(DeliveryRefusal.DELIVERED_ABOVE_CONTRACT, Map.of("roomKg", 0, "overKg", byKg)))).then();
    }
}
