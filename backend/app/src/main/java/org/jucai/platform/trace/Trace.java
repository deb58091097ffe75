package org.jucai.platform.trace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.custody.Parcel;
import org.jucai.platform.contracts.deliveries.Delivery;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.inspection.InspectionBoard;
import org.jucai.platform.recovery.Recall;

/**
 * What a code leads to.
 *
 * @param sealed whether the label's seal was shown and is right
 * @param known what the reader may know; empty for whom it does not concern: they learn that the code is one of ours, and no more
 */
public record Trace(TraceCode code, boolean sealed, Optional<Known> known) {

    /**
     * @param trucks the goods' deliveries: one, or a batch's as far as the reader may know them
     * @param steps in the order of time
     * @param parcels what stands of the goods now
     * @param origin the item of the first truck; empty for whom its contract does not concern
     */
    public record Known(List<DeliveryBoard.Shown> trucks, Optional<InspectionBoard.Shown> batch, Optional<Parcel> parcel, Optional<ContractItem> origin, List<TraceStep> steps,
            List<Parcel> parcels, List<Recall> recalls) {

        public Known {
            trucks = List.copyOf(trucks);
            steps = List.copyOf(steps);
            parcels = List.copyOf(parcels);
            recalls = List.copyOf(recalls);
        }

        /** Whose names are said. */
        public Set<UUID> parties() {
            Set<UUID> parties = new java.util.HashSet<>();
            trucks.stream().map(DeliveryBoard.Shown::delivery).map(Delivery::concerned).forEach(concerned -> parties.addAll(concerned.all()));
            steps.forEach(step -> step.by().ifPresent(parties::add));
            parcels.forEach(each -> parties.addAll(Set.of(each.standing().place().keeperId())));
            parcels.forEach(each -> parties.add(each.standing().ownerId()));
            recalls.forEach(each -> parties.add(each.opened().partyId()));
            return parties;
        }
    }
}
