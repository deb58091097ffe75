package org.jucai.platform.inspection;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.catalogue.GradeCode;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Forms batches of what was unloaded, by whoever received it. */
@Service
public class FormingDesk {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 8;

    private final Database database;
    private final DeliveryBoard deliveries;
    private final Terms terms;
    private final CatalogueBoard catalogue;
    private final SqlBatches shelf;
    private final Batches batches;
    private final Ids ids;
    private final SecureRandom chance;

    FormingDesk(Database database, DeliveryBoard deliveries, Terms terms, CatalogueBoard catalogue, SqlBatches shelf, Batches batches, Ids ids, SecureRandom chance) {
        this.database = database;
        this.deliveries = deliveries;
        this.terms = terms;
        this.catalogue = catalogue;
        this.shelf = shelf;
        this.batches = batches;
        this.ids = ids;
        this.chance = chance;
    }

    /** The trucks of a batch, each named once; a truck's goods are in one batch once ever, also when two form one at once. */
    public Mono<Batch> form(Asking asking, List<UUID> deliveryIds) {
        return Flux.fromIterable(deliveryIds).concatMap(id -> deliveries.get(asking.tx(), id)).map(DeliveryBoard.Shown::delivery).collectList().flatMap(found -> {
            List<Batch.Load> loads = BatchRules.form(found, asking.actor().partyId()).orElseRefuse().getFirst();
            return batch(asking, found.getFirst(), loads);
        }).flatMap(batch -> shelf.add(asking.tx(), batch)
                .then(Flux.fromIterable(batch.loads()).concatMap(load -> shelf.add(asking.tx(), batch, load).filter(added -> added)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(InspectionRefusal.DELIVERY_IN_A_BATCH_ALREADY, Map.of("code", load.code()))))).then())
                .then(batches.record(asking, batch, new BatchEvent.BatchFormed(batch.code(), batch.of().contractId(), batch.goods().grade())))
                .thenReturn(batch));
    }

    /** The contract is read by background work: a store that forms a batch may not read it, and learns of it how long a result is contested. */
    private Mono<Batch> batch(Asking asking, Delivery one, List<Batch.Load> loads) {
        return Mono.zip(database.read(Scope.background(), tx -> terms.of(tx, one.of().contractId(), one.agreed().grade())), catalogue.current()).map(known -> {
            String grade = one.agreed().grade();
            String material = known.getT2().grade(new GradeCode(grade)).map(found -> found.grade().material().code()).orElse("UNKNOWN");
            Batch.Of of = new Batch.Of(one.of().contractId(), one.of().roundId(), one.concerned().sellerId(), one.concerned().buyerId(), one.concerned().receiverId());
            return new Batch(ids.next(), code(), of, new Batch.Goods(material, grade, one.agreed().size(), one.agreed().packing()), loads, known.getT1().disputeDays(),
                    Inspection.REQUESTED, QualityStatus.UNDER_TEST, Optional.empty(), asking.at(), 1);
        });
    }

    private String code() {
        return "B-" + chance.ints(CODE_LENGTH, 0, LETTERS.length()).mapToObj(at -> LETTERS.substring(at, at + 1)).collect(Collectors.joining());
    }
}
