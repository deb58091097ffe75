package org.jucai.platform.recovery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.deliveries.Reach;
import org.jucai.platform.contracts.deliveries.ReachBoard;
import org.jucai.platform.inspection.Batch;
import org.jucai.platform.inspection.InspectionBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers who received goods: forward to the members and where the goods are now, and back to the tickets they came in by. */
@Service
public class Reaching {

    /** The stream of what overseers read. */
    private static final String READING = "reach-reading";

    private final Database database;
    private final ReachBoard goods;
    private final DeliveryBoard deliveries;
    private final InspectionBoard inspections;
    private final RecallBoard recalls;
    private final SqlRecalls shelf;
    private final Journal journal;
    private final Ids ids;

    Reaching(Database database, ReachBoard goods, DeliveryBoard deliveries, InspectionBoard inspections, RecallBoard recalls, SqlRecalls shelf, Journal journal, Ids ids) {
        this.database = database;
        this.goods = goods;
        this.deliveries = deliveries;
        this.inspections = inspections;
        this.recalls = recalls;
        this.shelf = shelf;
        this.journal = journal;
        this.ids = ids;
    }

    /**
     * Which goods: exactly one of them, by what people have at hand.
     *
     * @param code of a delivery or a batch; for a laboratory, of its sample
     * @param sellerId with a source, or with days
     */
    public record Asked(Optional<UUID> recallId, Optional<String> code, Optional<UUID> lotId, Optional<UUID> sellerId, Optional<String> source, Optional<LocalDate> fromOn,
            Optional<LocalDate> toOn) {}

    /** @param trucks in the order of their ids, as far as the reader may know */
    public record Answer(ReachBoard.Totals totals, Page<DeliveryBoard.Shown> trucks) {}

    /** As far as the caller's party may ask. Who oversees others' goods reads them by background work, and those whose they are are told. */
    public Mono<Answer> answer(Asking asking, Asked asked, @Nullable String cursor, int limit) {
        Actor actor = asking.actor();
        return reach(asking, asked).flatMap(reach -> database.read(Scope.background(), tx -> Mono.zip(goods.totals(tx, reach), goods.trucks(tx, reach, cursor, limit)))
                .flatMap(found -> shown(actor, Set.copyOf(found.getT2().items()))
                        .delayUntil(trucks -> RecallRules.oversees(actor.partyKind()) ? told(asking, trucks) : Mono.empty())
                        .map(trucks -> new Answer(found.getT1(), new Page<>(trucks, found.getT2().nextCursor())))));
    }

    private Mono<List<DeliveryBoard.Shown>> shown(Actor actor, Set<UUID> trucks) {
        Scope scope = RecallRules.oversees(actor.partyKind()) ? Scope.background() : Scope.of(actor);
        return database.read(scope, tx -> deliveries.all(tx, trucks));
    }

    private Mono<Void> told(Asking asking, List<DeliveryBoard.Shown> trucks) {
        Set<UUID> readers = trucks.stream().map(each -> each.delivery().concerned().memberId()).collect(Collectors.toSet());
        if (readers.isEmpty()) return Mono.empty();
        readers.add(asking.actor().partyId());
        RecallEvent event = new RecallEvent.ReachRead(asking.actor().partyId());
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(READING, ids.next(), 1, null, event.getClass().getSimpleName(), event, readers)));
    }

    private Mono<Reach> reach(Asking asking, Asked asked) {
        if (asked.recallId().isEmpty()) return of(asked).flatMap(of -> among(asking.actor(), of));
        return recalls.get(asking.tx(), asked.recallId().get())
                .filter(_ -> asking.actor().partyKind() != PartyKind.LABORATORY)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_ALLOWED)))
                .flatMap(recall -> database.read(Scope.background(), tx -> whole(tx, recall)))
                .map(whole -> narrowed(whole, asking.actor()));
    }

    /** A recall's goods, with the trucks that its row does not name. */
    Mono<Reach> whole(Tx background, Recall recall) {
        Reach reach = recall.reach();
        if (!(reach.of() instanceof Reach.Of.Trucks)) return Mono.just(reach);
        return shelf.trucksOf(background, recall.id()).map(trucks -> new Reach(new Reach.Of.Trucks(trucks), reach.sellerId(), reach.associationId(), reach.groupId(), Optional.empty()));
    }

    private static Reach narrowed(Reach whole, Actor actor) {
        return switch (actor.partyKind()) {
            case ASSOCIATION -> whole.ofAssociation(actor.partyId());
            case FINANCE_GROUP -> whole.ofGroup(actor.partyId());
            case AUDITOR -> whole;
            case ENTERPRISE, SUPPLIER, WAREHOUSE, BANK, LABORATORY, SUPERVISOR, REGULATOR, PLATFORM -> whole.concerning(actor.partyId());
        };
    }

    private static Mono<Reach> among(Actor actor, Reach.Of of) {
        return Mono.justOrEmpty(RecallRules.among(actor, of)).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_ALLOWED)));
    }

    /** What an actor may recall; refused where nothing of it came, or nothing that the actor may speak for. */
    Mono<Reach> recallable(Actor actor, Asked asked) {
        Mono<Reach> reach = actor.partyKind() == PartyKind.LABORATORY
                ? Mono.justOrEmpty(asked.code()).switchIfEmpty(Mono.error(() -> new RefusedException(RecallRefusal.RECALL_SUBJECT_UNCLEAR)))
                        .flatMap(code -> database.read(Scope.background(), tx -> inspections.behind(tx, actor.partyId(), code))).map(trucks -> Reach.of(new Reach.Of.Trucks(Set.copyOf(trucks))))
                : of(asked).flatMap(of -> among(actor, of));
        return reach.filterWhen(found -> database.read(Scope.background(), tx -> goods.trucks(tx, found, null, 1)).map(page -> !page.items().isEmpty()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(RecallRefusal.RECALL_REACHES_NOTHING)));
    }

    Mono<List<ReachBoard.Touched>> concerned(Tx background, Reach reach) {
        return goods.concerned(background, reach);
    }

    private Mono<Reach.Of> of(Asked asked) {
        boolean days = asked.fromOn().isPresent() && asked.toOn().isPresent();
        int said = (asked.code().isPresent() ? 1 : 0) + (asked.lotId().isPresent() ? 1 : 0) + (asked.source().isPresent() ? 1 : 0) + (days ? 1 : 0);
        boolean maker = asked.source().isPresent() || days;
        if (said != 1 || maker && asked.sellerId().isEmpty()) return Mono.error(new RefusedException(RecallRefusal.RECALL_SUBJECT_UNCLEAR));
        if (asked.code().isPresent()) return database.read(Scope.background(), tx -> trucks(tx, asked.code().get()));
        Reach.Of of = asked.lotId().<Reach.Of>map(Reach.Of.Lot::new)
                .or(() -> asked.source().map(source -> new Reach.Of.Source(asked.sellerId().orElseThrow(), source)))
                .orElseGet(() -> new Reach.Of.Period(asked.sellerId().orElseThrow(), asked.fromOn().orElseThrow(), asked.toOn().orElseThrow()));
        return Mono.fromCallable(() -> RecallRules.bounded(of).orElseRefuse().getFirst());
    }

    private Mono<Reach.Of> trucks(Tx background, String code) {
        return goods.byCode(background, code).flatMap(found -> found.isPresent() ? Mono.just(Set.of(found.get()))
                        : inspections.byCode(background, code).map(shown -> shown.batch().loads().stream().map(Batch.Load::deliveryId).collect(Collectors.toSet())))
                .switchIfEmpty(Mono.error(() -> new RefusedException(RecallRefusal.RECALL_REACHES_NOTHING))).map(Reach.Of.Trucks::new);
    }
}
