package org.jucai.platform.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Kilograms;

/**
 * A batch 检验批: goods of several trucks that are judged by one result; of one supplier, contract and grade, in one receiver's hands.
 *
 * @param loads those that the asking party may know of; a member knows its own
 * @param disputeDays within how many days a result is contested, as the contract said when the batch was formed
 * @param decision what quality came to; empty before the final result
 */
public record Batch(UUID id, String code, Of of, Goods goods, List<Load> loads, int disputeDays, Inspection inspection, QualityStatus quality,
        Optional<Decided> decision, Instant formedAt, long version) {

    /** The stream of its events. */
    static final String STREAM = "batch";

    /** GB/T 17617 and the trade: one class, one lot, a hundred tonnes at most. */
    static final Kilograms MOST = Kilograms.tonnes(100);

    /** The supply contract, and who trades by it. @param receiverId the store, or the member, in whose hands the goods are */
    public record Of(UUID contractId, UUID roundId, UUID sellerId, UUID buyerId, UUID receiverId) {}

    /** What its goods have in common. @param material the family of the catalogue */
    public record Goods(String material, String grade, String size, String packing) {}

    /** One truck's goods. @param on the day they came, in Beijing */
    public record Load(UUID deliveryId, String code, UUID itemId, UUID memberId, Kilograms mass, LocalDate on) {}

    /** @param by the party who conceded or rejected; empty where the contract itself decides */
    public record Decided(Optional<UUID> by, Optional<String> reason, Instant at) {}

    public Batch {
        loads = List.copyOf(loads);
    }

    /** Whom it concerns, each once. */
    public Set<UUID> concerned() {
        Set<UUID> all = loads.stream().map(Load::memberId).collect(Collectors.toCollection(TreeSet::new));
        all.addAll(Set.of(of.sellerId()));
        all.add(of.buyerId());
        all.add(of.receiverId());
        return all;
    }

    public Kilograms mass() {
        return loads.stream().map(Load::mass).reduce(Kilograms.ZERO, Kilograms::plus);
    }

    /** Seller and buyer contest; so does the member, for whom it is bought. */
    boolean mayContest(UUID party) {
        return party.equals(of.sellerId()) || party.equals(of.buyerId()) || loads.stream().anyMatch(load -> load.memberId().equals(party));
    }

    Batch went(InspectionEvent event, Instant at) {
        Inspection next = inspection.after(event, at);
        return new Batch(id, code, of, goods, loads, disputeDays, next, quality(next.status()), decision, formedAt, version + 1);
    }

    private QualityStatus quality(InspectionStatus status) {
        return switch (status) {
            case REQUESTED -> QualityStatus.UNDER_TEST;
            case SAMPLED, IN_TEST, VERIFIED -> QualityStatus.SAMPLED;
            case ISSUED, CONTESTED, UMPIRE, FINAL -> QualityStatus.TESTED;
        };
    }

    Batch decided(QualityStatus as, Decided how) {
        return new Batch(id, code, of, goods, loads, disputeDays, inspection, as, Optional.of(how), formedAt, version + 1);
    }
}
