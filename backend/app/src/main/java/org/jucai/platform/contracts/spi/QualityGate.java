package org.jucai.platform.contracts.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/** What inspection says of delivered goods, by which they pass and are paid. Answers as far as the transaction's parties may know. */
public interface QualityGate {

    /** Where goods stand on the quality track (lifecycle: delivery). */
    enum Track {
        /** In a batch that nothing was drawn of yet. */
        UNDER_TEST,
        SAMPLED, TESTED, ACCEPTED,
        /** 让步接收, or accepted at a price that quality changed. */
        ADJUSTED,
        REJECTED
    }

    /**
     * A batch whose quality is decided for good: no contest can change it any more.
     *
     * @param formula the version of the formula that was stamped on the contract; empty where none was
     * @param byMonth the contract settles lots of a month by their mean: the readings count, the amounts are those of the batch alone
     * @param readings on the dry basis, moisture of what came; by the property's name in the catalogue and in its unit
     * @param adjustments one for each item of the supply contract in the batch; none where no formula was stamped or the goods are rejected
     */
    record FinalQuality(UUID batchId, String batchCode, UUID contractId, Track track, Instant finalAt, Optional<FormulaStamp> formula, boolean byMonth,
            Map<String, Long> readings, List<ItemAdjustment> adjustments) {
        public FinalQuality {
            readings = Map.copyOf(readings);
            adjustments = List.copyOf(adjustments);
        }
    }

    /** Which formula. */
    record FormulaStamp(UUID id, int version) {}

    /**
     * What quality makes of an item's goods in a batch, tax included as the item's price is.
     *
     * @param delivered with its moisture
     * @param base at the contract's price by delivered mass
     * @param payable by the formula, rounded once for each delivery
     */
    record ItemAdjustment(UUID itemId, Kilograms delivered, Fen base, Fen payable) {

        /** What is paid more than the base amount; negative where less. */
        public Fen adjustment() {
            return payable.minus(base);
        }
    }

    /** The batch's final adjustment; empty while anything may still change it, and for whom it does not concern. */
    Mono<FinalQuality> ofBatch(Tx tx, UUID batchId);

    /** The final adjustment of the batch that each of these deliveries is in; those of no batch, and those that may still change, are left out. */
    Mono<Map<UUID, FinalQuality>> ofDeliveries(Tx tx, Set<UUID> deliveryIds);

    /** Where these deliveries stand; those that no batch was made of are left out. */
    Mono<Map<UUID, Track>> tracks(Tx tx, Set<UUID> deliveryIds);
}
