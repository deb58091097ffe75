package org.jucai.platform.recovery.shortfalls;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.LotSupply;
import org.jucai.platform.contracts.SupplyDesk;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** States that less comes than was contracted, divides what comes, or insists on all of it. */
@Service
public class ShortfallDesk {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 8;

    private final SqlShortfalls shelf;
    private final SupplyDesk supplies;
    private final DeliveryBoard deliveries;
    private final Dividing dividing;
    private final Journal journal;
    private final Ids ids;
    private final SecureRandom chance;

    ShortfallDesk(SqlShortfalls shelf, SupplyDesk supplies, DeliveryBoard deliveries, Dividing dividing, Journal journal, Ids ids, SecureRandom chance) {
        this.shelf = shelf;
        this.supplies = supplies;
        this.deliveries = deliveries;
        this.dividing = dividing;
        this.journal = journal;
        this.ids = ids;
        this.chance = chance;
    }

    /** @param comes in all, with what came already and what is on its way */
    public record Said(UUID lotId, UUID sellerId, Kilograms comes, String reason) {}

    /** From here on nothing more is called off of that part, so that nobody is served before the others while it waits. */
    public Mono<Shortfall> state(Asking asking, Said said) {
        return supplies.of(asking.tx(), said.lotId()).map(supply -> items(supply, said.sellerId()))
                .filter(items -> !items.isEmpty())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(items -> supplies.hold(asking.tx(), items).then(supplies.of(asking.tx(), said.lotId()))
                        .flatMap(supply -> isOver(asking, supply.of(said.sellerId())).map(over -> ShortfallRules.state(
                                new ShortfallRules.Asked(supply, said.sellerId(), said.comes(), over), asking.actor().partyId()).orElseRefuse().getFirst()))
                        .map(asked -> shortfall(asking, asked, said))
                        .delayUntil(made -> shelf.add(asking.tx(), made).then(supplies.freeze(asking.tx(), items, made.id()))
                                .then(record(asking, made, new ShortfallEvent.ShortfallStated(made.code(), made.of().lotCode(), made.entitled().kg(), made.comes().kg(), said.reason())))));
    }

    private static Set<UUID> items(LotSupply supply, UUID seller) {
        return supply.of(seller).stream().map(part -> part.item().id()).collect(Collectors.toSet());
    }

    /** Whether the term of all that may still come is over, with the days that control periods blocked. */
    private Mono<Boolean> isOver(Asking asking, List<LotSupply.Part> parts) {
        Set<UUID> open = parts.stream().filter(part -> !part.isClosed()).map(part -> part.item().id()).collect(Collectors.toSet());
        LocalDate today = asking.today();
        return Flux.fromStream(parts.stream().map(LotSupply.Part::contractId).distinct()).concatMap(contract -> deliveries.progress(asking.tx(), contract)).concatMapIterable(all -> all)
                .filter(item -> open.contains(item.item().of().itemId())).all(item -> today.isAfter(item.dueOn()));
    }

    private Shortfall shortfall(Asking asking, ShortfallRules.Asked asked, Said said) {
        LotSupply lot = asked.supply();
        LotSupply.Part first = asked.own().getFirst();
        Shortfall.Of of = new Shortfall.Of(lot.roundId(), lot.roundCode(), lot.associationId(), lot.groupId(), said.sellerId(), lot.lotId(), first.item().lotCode(), first.item().goods().grade());
        String code = "S-" + chance.ints(CODE_LENGTH, 0, LETTERS.length()).mapToObj(at -> LETTERS.substring(at, at + 1)).collect(Collectors.joining());
        return new Shortfall(ids.next(), code, of, new Shortfall.Stated(asking.actor().partyId(), asking.actor().personId(), asking.at(), said.reason()),
                new Kilograms(asked.sum(part -> part.figures().entitled().kg())), said.comes(), Shortfall.Status.STATED, Optional.empty(), Optional.empty(), 1);
    }

    /** What comes is divided by the lot's published rule; shares and what may be called off change together. */
    public Mono<Shortfall> divide(Asking asking, UUID id, OptionalLong expectedVersion) {
        return held(asking, id, expectedVersion).flatMap(found -> {
            ShortfallRules.mayDivide(found, asking.actor().partyId()).orElseRefuse();
            return dividing.carryOut(asking, found).flatMap(division -> {
                Shortfall after = ShortfallRules.divide(found, asking.actor(), division, asking.at()).orElseRefuse().getFirst();
                return ended(asking, after, new ShortfallEvent.ShortfallDivided(after.code(), after.comes().kg(), division.rows().size()));
            });
        });
    }

    /** What was agreed is to come: the declaration changes nothing, and calls off go on. */
    public Mono<Shortfall> insist(Asking asking, UUID id, OptionalLong expectedVersion, String words) {
        return end(asking, held(asking, id, expectedVersion), found -> ShortfallRules.insist(found, asking.actor(), words, asking.at()),
                after -> new ShortfallEvent.ShortfallInsisted(after.code(), words));
    }

    public Mono<Shortfall> withdraw(Asking asking, UUID id, OptionalLong expectedVersion, String words) {
        return end(asking, held(asking, id, expectedVersion), found -> ShortfallRules.withdraw(found, asking.actor(), words, asking.at()),
                after -> new ShortfallEvent.ShortfallWithdrawn(after.code(), words));
    }

    private Mono<Shortfall> end(Asking asking, Mono<Shortfall> held, Function<Shortfall, Decision<Shortfall>> decide, Function<Shortfall, ShortfallEvent> event) {
        return held.map(found -> decide.apply(found).orElseRefuse().getFirst()).flatMap(after -> ended(asking, after, event.apply(after)));
    }

    /** Holds what may be called off before anything else, as whoever plans a truck does. */
    private Mono<Shortfall> held(Asking asking, UUID id, OptionalLong expectedVersion) {
        return found(asking, id).flatMap(it -> supplies.of(asking.tx(), it.of().lotId()).flatMap(supply -> supplies.hold(asking.tx(), items(supply, it.of().sellerId()))))
                .then(found(asking, id))
                .filter(it -> expectedVersion.orElse(it.version()) == it.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)));
    }

    private Mono<Shortfall> found(Asking asking, UUID id) {
        return Mono.defer(() -> shelf.find(asking.tx(), id)).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    private Mono<Shortfall> ended(Asking asking, Shortfall after, ShortfallEvent event) {
        return shelf.end(asking.tx(), after).filter(moved -> moved)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(supplies.thaw(asking.tx(), after.id())).then(record(asking, after, event)).thenReturn(after);
    }

    /** The supplier and the finance group read it; members read of it at their own shares. */
    private Mono<Void> record(Asking asking, Shortfall after, ShortfallEvent event) {
        Set<UUID> readers = Set.of(after.of().sellerId(), after.of().groupId());
        return journal.append(asking.tx(), asking.actor(), asking.at(),
                List.of(new NewEvent(Shortfall.STREAM, after.id(), after.version(), after.of().roundId(), event.getClass().getSimpleName(), event, readers)));
    }
}
