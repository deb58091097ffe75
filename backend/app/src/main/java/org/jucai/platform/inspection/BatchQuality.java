package org.jucai.platform.inspection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.spi.QualityGate;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells contracts what inspection found. */
@Component
class BatchQuality implements QualityGate {

    private final SqlBatches batches;
    private final SqlAdjustments adjustments;

    BatchQuality(SqlBatches batches, SqlAdjustments adjustments) {
        this.batches = batches;
        this.adjustments = adjustments;
    }

    @Override
    public Mono<FinalQuality> ofBatch(Tx tx, UUID batchId) {
        return batches.find(tx, batchId).filter(batch -> batch.quality().isFinal())
                .flatMap(batch -> adjustments.of(tx, List.of(batchId)).map(kept -> quality(batch, kept)));
    }

    private static FinalQuality quality(Batch batch, List<SqlAdjustments.Kept> kept) {
        Map<String, Long> readings = batch.inspection().found().orElseThrow().dry().entrySet().stream().collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue));
        Optional<FormulaStamp> formula = kept.stream().findFirst().map(each -> new FormulaStamp(each.formulaId(), each.formulaVersion()));
        List<ItemAdjustment> items = kept.stream().map(SqlAdjustments.Kept::adjustment)
                .map(each -> new ItemAdjustment(each.itemId(), each.mass(), new Fen(each.baseFen()), new Fen(each.payableFen()))).toList();
        return new FinalQuality(batch.id(), batch.code(), batch.of().contractId(), Track.valueOf(batch.quality().name()), batch.decision().orElseThrow().at(), formula,
                kept.stream().anyMatch(SqlAdjustments.Kept::byMonth), readings, items);
    }

    @Override
    public Mono<Map<UUID, FinalQuality>> ofDeliveries(Tx tx, Set<UUID> deliveryIds) {
        return batches.holding(tx, deliveryIds).flatMap(by -> batches.all(tx, Set.copyOf(by.values())).flatMap(found -> {
            List<Batch> decided = found.stream().filter(batch -> batch.quality().isFinal()).toList();
            return adjustments.of(tx, decided.stream().map(Batch::id).toList()).map(kept -> {
                Map<UUID, List<SqlAdjustments.Kept>> of = kept.stream().collect(Collectors.groupingBy(SqlAdjustments.Kept::batchId));
                Map<UUID, FinalQuality> finals = decided.stream().collect(Collectors.toMap(Batch::id, batch -> quality(batch, of.getOrDefault(batch.id(), List.of()))));
                return by.entrySet().stream().filter(each -> finals.containsKey(each.getValue())).collect(Collectors.toMap(Map.Entry::getKey, each -> finals.get(each.getValue())));
            });
        }));
    }

    @Override
    public Mono<Map<UUID, Track>> tracks(Tx tx, Set<UUID> deliveryIds) {
        return batches.tracks(tx, deliveryIds).map(found -> found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> Track.valueOf(each.getValue().name()))));
    }
}
