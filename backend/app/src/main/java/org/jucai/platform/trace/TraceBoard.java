package org.jucai.platform.trace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.custody.CustodyBook;
import org.jucai.platform.contracts.custody.Parcel;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.inspection.Batch;
import org.jucai.platform.inspection.InspectionBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.recovery.Recall;
import org.jucai.platform.recovery.RecallBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Follows a code, as far as whoever scans it may know. */
@Service
public class TraceBoard {

    /** Records of one thing that are shown; more than a delivery or a batch can have but for weighing without end. */
    private static final int MOST_RECORDS = 200;

    private final Database database;
    private final DeliveryBoard deliveries;
    private final InspectionBoard inspections;
    private final ContractBoard contracts;
    private final CustodyBook custody;
    private final RecallBoard recalls;
    private final Journal journal;
    private final LabelKeys keys;

    TraceBoard(Database database, DeliveryBoard deliveries, InspectionBoard inspections, ContractBoard contracts, CustodyBook custody, RecallBoard recalls, Journal journal,
            LabelKeys keys) {
        this.database = database;
        this.deliveries = deliveries;
        this.inspections = inspections;
        this.contracts = contracts;
        this.custody = custody;
        this.recalls = recalls;
        this.journal = journal;
        this.keys = keys;
    }

    /** A label as it is printed. @param seal what its QR code carries besides */
    public record Label(TraceCode code, String seal, Goods goods) {}

    /** What a label says in plain words. Neither whose goods they are nor how many: it hangs where rivals pass. */
    public record Goods(UUID sellerId, String grade, String size, String packing) {}

    /** Refused where the code was misread, its seal is forged, or nothing bears it. */
    public Mono<Trace> follow(Scope scope, String written, Optional<String> seal) {
        return Mono.fromCallable(() -> TraceCode.read(written).orElseRefuse().getFirst())
                .delayUntil(code -> seal.map(tag -> keys.verify(code, tag)).orElseGet(Mono::empty))
                .flatMap(code -> database.read(scope, tx -> known(tx, code)).map(Optional::of).defaultIfEmpty(Optional.empty())
                        .delayUntil(known -> known.isPresent() ? Mono.empty() : exists(code))
                        .map(known -> new Trace(code, seal.isPresent(), known)));
    }

    /** Somebody's, though not the reader's. */
    private Mono<Boolean> exists(TraceCode code) {
        return database.read(Scope.background(), tx -> switch (code.kind()) {
            case DELIVERY -> deliveries.byCode(tx, code.plain()).hasElement();
            case BATCH -> inspections.byCode(tx, code.plain()).hasElement();
            case PARCEL -> custody.parcel(tx, code.parcelId()).hasElement();
        }).filter(there -> there).switchIfEmpty(Mono.error(() -> new RefusedException(TraceRefusal.TRACE_CODE_UNKNOWN)));
    }

    private Mono<Trace.Known> known(Tx tx, TraceCode code) {
        return switch (code.kind()) {
            case DELIVERY -> deliveries.byCode(tx, code.plain()).flatMap(truck -> ofTruck(tx, truck, Optional.empty(), truck.parcels()));
            case BATCH -> inspections.byCode(tx, code.plain()).flatMap(batch -> ofBatch(tx, batch));
            case PARCEL -> custody.parcel(tx, code.parcelId()).flatMap(parcel -> deliveries.get(tx, parcel.deliveryId()).zipWith(custody.became(tx, parcel.id()))
                    .flatMap(known -> ofTruck(tx, known.getT1(), Optional.of(parcel), known.getT2())));
        };
    }

    private Mono<Trace.Known> ofTruck(Tx tx, DeliveryBoard.Shown truck, Optional<Parcel> parcel, List<Parcel> standing) {
        return Mono.zip(contracts.origin(tx, truck.delivery().of().itemId()).map(Optional::of).defaultIfEmpty(Optional.empty()),
                inspections.ofDelivery(tx, truck.delivery().id()).map(Optional::of).defaultIfEmpty(Optional.empty()),
                records(tx, truck.delivery().id()), recalled(tx, truck)).flatMap(known -> {
            Journey journey = new Journey().delivered(truck, known.getT3());
            known.getT1().ifPresent(journey::bought);
            return tested(tx, journey, known.getT2()).map(steps -> new Trace.Known(List.of(truck), known.getT2(), parcel, known.getT1().map(ContractBoard.Origin::item), steps, standing,
                    known.getT4()));
        });
    }

    private Mono<List<TraceStep>> tested(Tx tx, Journey journey, Optional<InspectionBoard.Shown> batch) {
        if (batch.isEmpty()) return Mono.fromCallable(journey::steps);
        return records(tx, batch.get().batch().id()).map(records -> journey.tested(batch.get().batch(), records).steps());
    }

    /** A batch's own steps and what its trucks have in common; each truck has its own way by its own code. */
    private Mono<Trace.Known> ofBatch(Tx tx, InspectionBoard.Shown batch) {
        List<UUID> ids = batch.batch().loads().stream().map(Batch.Load::deliveryId).toList();
        return deliveries.all(tx, Set.copyOf(ids)).flatMap(trucks -> {
            Mono<Optional<ContractBoard.Origin>> origin = trucks.isEmpty() ? Mono.just(Optional.empty())
                    : contracts.origin(tx, trucks.getFirst().delivery().of().itemId()).map(Optional::of).defaultIfEmpty(Optional.empty());
            return origin.flatMap(from -> {
                Journey journey = new Journey();
                from.ifPresent(journey::bought);
                return tested(tx, journey, Optional.of(batch)).zipWith(Flux.fromIterable(trucks).concatMap(truck -> recalled(tx, truck)).concatMapIterable(all -> all)
                        .distinct(Recall::id).collectList()).map(known -> new Trace.Known(trucks, Optional.of(batch), Optional.empty(), from.map(ContractBoard.Origin::item),
                                known.getT1(), trucks.stream().flatMap(truck -> truck.parcels().stream()).toList(), known.getT2()));
            });
        });
    }

    private Mono<List<RecordedEvent>> records(Tx tx, UUID stream) {
        return journal.history(tx, stream, null, MOST_RECORDS).map(Page::items);
    }

    private Mono<List<Recall>> recalled(Tx tx, DeliveryBoard.Shown truck) {
        return database.read(Scope.background(), background -> contracts.item(background, truck.delivery().of().itemId()))
                .flatMap(item -> recalls.of(tx, truck.delivery().goods(item)));
    }

    /** Labels of what concerns the reader; the others are left out. */
    public Mono<List<Label>> labels(Scope scope, List<String> codes) {
        return keys.sealing().flatMap(key -> Flux.fromIterable(codes).concatMap(written -> Mono.fromCallable(() -> TraceCode.read(written).orElseRefuse().getFirst()))
                .concatMap(code -> database.read(scope, tx -> goods(tx, code)).map(goods -> new Label(code, LabelSeal.of(key.number(), key.secret(), code).written(), goods)))
                .collectList());
    }

    private Mono<Goods> goods(Tx tx, TraceCode code) {
        return switch (code.kind()) {
            case DELIVERY -> deliveries.byCode(tx, code.plain()).map(TraceBoard::goods);
            case BATCH -> inspections.byCode(tx, code.plain()).map(InspectionBoard.Shown::batch)
                    .map(batch -> new Goods(batch.of().sellerId(), batch.goods().grade(), batch.goods().size(), batch.goods().packing()));
            case PARCEL -> custody.parcel(tx, code.parcelId()).flatMap(parcel -> deliveries.get(tx, parcel.deliveryId())).map(TraceBoard::goods);
        };
    }

    private static Goods goods(DeliveryBoard.Shown truck) {
        Delivery.Agreed agreed = truck.delivery().agreed();
        return new Goods(truck.delivery().concerned().sellerId(), agreed.grade(), agreed.size(), agreed.packing());
    }

    /** The codes of what stands of a delivery. */
    public static TraceCode code(Parcel parcel) {
        return TraceCode.ofParcel(parcel.id());
    }
}
