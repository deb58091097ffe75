package org.jucai.platform.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.contracts.deliveries.Concerned;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryStatus;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Refusal;
import org.junit.jupiter.api.Test;

class BatchRulesTest {

    private static final Instant NOW = Instant.parse("2027-05-12T16:30:00Z");
    private static final UUID SELLER = new UUID(1, 1);
    private static final UUID BUYER = new UUID(1, 2);
    private static final UUID STORE = new UUID(1, 3);
    private static final UUID MEMBER = new UUID(1, 4);

    private static Delivery truck(int number, long kg, DeliveryStatus status, String grade, UUID seller) {
        return new Delivery(new UUID(2, number), "D-" + number, new Delivery.Item(new UUID(3, 1), new UUID(3, number), new UUID(3, 2), new UUID(3, 3)),
                new Delivery.Agreed(grade, "LUMP", "BULK", "XM-A", "料场", LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 20), DeliveryTerms.Ticket.DESTINATION, 3),
                new Concerned(seller, BUYER, MEMBER, Optional.of(STORE)), new Delivery.Planned(Kilograms.tonnes(32), LocalDate.of(2027, 5, 12), Optional.empty()), status, 1,
                Optional.empty(), Optional.of(NOW), Optional.of(new Kilograms(kg)), Optional.empty(), Optional.empty());
    }

    private static Delivery unloaded(int number, long kg) {
        return truck(number, kg, DeliveryStatus.UNLOADED, "GL-85A", SELLER);
    }

    private static Optional<Refusal> refused(List<Delivery> trucks, UUID by) {
        return BatchRules.form(trucks, by) instanceof Decision.Refused<List<Batch.Load>>(var refusal, var _) ? Optional.of(refusal) : Optional.empty();
    }

    @Test
    void aHundredTonnesAreABatchAndAKilogramMoreIsNot() {
        assertThat(refused(List.of(unloaded(1, 60_000), unloaded(2, 40_000)), STORE)).isEmpty();
        assertThat(refused(List.of(unloaded(1, 60_000), unloaded(2, 40_001)), STORE)).contains(InspectionRefusal.BATCH_ABOVE_HUNDRED_TONNES);
    }

    @Test
    void aBatchIsOfOneSupplierAndGradeInTheHandsOfWhoFormsItAndInQuarantine() {
        assertThat(refused(List.of(unloaded(1, 30_000), truck(2, 30_000, DeliveryStatus.UNLOADED, "GL-80", SELLER)), STORE)).contains(InspectionRefusal.BATCH_OF_DIFFERENT_GOODS);
        assertThat(refused(List.of(unloaded(1, 30_000), truck(2, 30_000, DeliveryStatus.UNLOADED, "GL-85A", new UUID(1, 9))), STORE))
                .contains(InspectionRefusal.BATCH_OF_DIFFERENT_GOODS);
        assertThat(refused(List.of(unloaded(1, 30_000)), MEMBER)).contains(InspectionRefusal.INSPECTION_STEP_OF_ANOTHER_PARTY);
        assertThat(refused(List.of(truck(1, 30_000, DeliveryStatus.WEIGHED, "GL-85A", SELLER)), STORE)).contains(InspectionRefusal.DELIVERY_NOT_IN_QUARANTINE);
        assertThat(refused(List.of(unloaded(1, 30_000), unloaded(1, 30_000)), STORE)).as("the same truck twice").contains(InspectionRefusal.DELIVERY_IN_A_BATCH_ALREADY);
    }

    @Test
    void goodsCameOnTheirDayInBeijing() {
        assertThat(BatchRules.form(List.of(unloaded(1, 30_000)), STORE).orElseRefuse().getFirst().getFirst().on()).isEqualTo(LocalDate.of(2027, 5, 13));
    }

    private static Batch batch(Optional<Found> found, QualityStatus quality) {
        Inspection inspection = new Inspection(found.isPresent() ? InspectionStatus.FINAL : InspectionStatus.ISSUED, List.of(), Map.of(), Optional.empty(), found);
        return new Batch(new UUID(5, 1), "B-1", new Batch.Of(new UUID(3, 1), new UUID(3, 2), SELLER, BUYER, STORE), new Batch.Goods("CALCINED_BAUXITE", "GL-85A", "LUMP", "BULK"),
                List.of(), 7, inspection, quality, Optional.empty(), NOW, 4);
    }

    @Test
    void theBuyerDecidesOnlyAfterTheFinalResultAndOnce() {
        Optional<Found> found = Optional.of(new Found(Found.Because.UNCONTESTED, new UUID(9, 1), Map.of(), NOW));
        Batch.Decided how = new Batch.Decided(Optional.of(BUYER), Optional.of("铁超标"), NOW);
        assertThat(BatchRules.reject(batch(Optional.empty(), QualityStatus.TESTED), how)).isInstanceOf(Decision.Refused.class);
        Batch rejected = BatchRules.reject(batch(found, QualityStatus.TESTED), how).orElseRefuse().getFirst();
        assertThat(rejected.quality()).isEqualTo(QualityStatus.REJECTED);
        QualityRules.Outcome conceded = new QualityRules.Outcome(List.of(), Optional.of(QualityStatus.ADJUSTED));
        assertThat(BatchRules.concede(rejected, conceded, how)).isInstanceOf(Decision.Refused.class);
        assertThat(BatchRules.settled(rejected, conceded, NOW)).isEmpty();
        assertThat(BatchRules.concede(batch(found, QualityStatus.TESTED), new QualityRules.Outcome(List.of(), Optional.empty()), how))
                .isEqualTo(Decision.refuse(InspectionRefusal.CONCESSION_HAS_NO_TERMS));
    }
}
