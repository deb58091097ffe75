package org.jucai.platform.inspection;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryStatus;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;

/** Decides what makes a batch, and what its buyer may say of it. Pure. */
final class BatchRules {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private BatchRules() {}

    /** What all goods of a batch have in common. */
    private record Alike(UUID contract, UUID seller, UUID buyer, UUID receiver, String grade, String size, String packing) {

        static Alike of(Delivery it) {
            return new Alike(it.of().contractId(), it.concerned().sellerId(), it.concerned().buyerId(), it.concerned().receiverId(), it.agreed().grade(), it.agreed().size(),
                    it.agreed().packing());
        }
    }

    /** The trucks of a batch that {@code party} forms of what it received. */
    static Decision<List<Batch.Load>> form(List<Delivery> deliveries, UUID party) {
        Set<UUID> once = new HashSet<>();
        for (Delivery each : deliveries) {
            if (!each.concerned().receiverId().equals(party)) return refuse(InspectionRefusal.INSPECTION_STEP_OF_ANOTHER_PARTY);
            if (each.status() != DeliveryStatus.UNLOADED) return refuse(InspectionRefusal.DELIVERY_NOT_IN_QUARANTINE, Map.of("code", each.code()));
            if (!once.add(each.id())) return refuse(InspectionRefusal.DELIVERY_IN_A_BATCH_ALREADY, Map.of("code", each.code()));
        }
        if (deliveries.stream().map(Alike::of).distinct().count() != 1) return refuse(InspectionRefusal.BATCH_OF_DIFFERENT_GOODS);
        List<Batch.Load> loads = deliveries.stream().map(BatchRules::load).toList();
        long mass = loads.stream().mapToLong(load -> load.mass().kg()).sum();
        boolean over = mass > Batch.MOST.kg();
        return over ? refuse(InspectionRefusal.BATCH_ABOVE_HUNDRED_TONNES, Map.of("overKg", mass - Batch.MOST.kg())) : accept(loads);
    }

    private static Batch.Load load(Delivery it) {
        Kilograms mass = it.settled().orElseThrow();
        LocalDate on = it.arrivedAt().map(at -> LocalDate.ofInstant(at, BEIJING)).orElse(it.planned().on());
        return new Batch.Load(it.id(), it.code(), it.of().itemId(), it.concerned().memberId(), mass, on);
    }

    /** What the final result comes to where the contract decides; nothing where the buyer has to. */
    static Optional<Batch> settled(Batch batch, QualityRules.Outcome outcome, Instant now) {
        if (batch.inspection().found().isEmpty() || batch.quality().isFinal()) return Optional.empty();
        return outcome.quality().map(as -> batch.decided(as, new Batch.Decided(Optional.empty(), Optional.empty(), now)));
    }

    /** 让步接收: goods that might be refused are taken, by the contract's own terms for it. @param outcome as if it conceded */
    static Decision<Batch> concede(Batch batch, QualityRules.Outcome outcome, Batch.Decided how) {
        if (!isOpen(batch)) return decided(batch);
        return outcome.quality().isPresent() ? accept(batch.decided(QualityStatus.ADJUSTED, how)) : refuse(InspectionRefusal.CONCESSION_HAS_NO_TERMS);
    }

    static Decision<Batch> reject(Batch batch, Batch.Decided how) {
        return isOpen(batch) ? accept(batch.decided(QualityStatus.REJECTED, how)) : decided(batch);
    }

    /** Final as a result, and for the buyer to say: what the contract accepts is accepted in the moment the result is final. */
    static boolean isOpen(Batch batch) {
        return batch.inspection().found().isPresent() && !batch.quality().isFinal();
    }

    private static Decision<Batch> decided(Batch batch) {
        return batch.quality().isFinal() ? refuse(InspectionRefusal.QUALITY_IS_DECIDED, Map.of("quality", batch.quality().name()))
                : refuse(InspectionRefusal.INSPECTION_STATE_DOES_NOT_ALLOW, Map.of("status", batch.inspection().status().name()));
    }
}
