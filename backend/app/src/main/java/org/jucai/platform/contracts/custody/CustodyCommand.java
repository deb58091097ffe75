package org.jucai.platform.contracts.custody;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/** What is asked of parcels. New ids are given with the command. */
public sealed interface CustodyCommand {

    /** What the scale counted comes into the books. */
    record Enter(Parcel parcel) implements CustodyCommand {}

    /** From the truck into a yard or store, handed to its buyer and kept apart until the results pass. */
    record Unload(List<Moving> parcels, Place to, UUID ownerId) implements CustodyCommand {}

    /** The results pass: no longer kept apart. */
    record Pass(List<Moving> parcels) implements CustodyCommand {}

    /** To the member, as its own. */
    record Release(List<Moving> parcels, UUID memberId) implements CustodyCommand {}

    /** Back to the supplier, as its own again. */
    record Return(List<Moving> parcels, UUID supplierId) implements CustodyCommand {}

    /** Pledged to somebody, or to nobody any more. */
    record Pledge(List<Moving> parcels, Optional<UUID> pledgeeId) implements CustodyCommand {}

    /** One parcel becomes several that stand as it did. */
    record Part(UUID parcelId, List<Share> shares) implements CustodyCommand {}

    /** Parcels of one delivery that stand alike become one. */
    record Join(List<UUID> parcelIds, UUID newId) implements CustodyCommand {}

    /** A parcel as a whole, and the id of what it becomes. */
    record Moving(UUID parcelId, UUID newId) {}

    /** A part of a parcel. */
    record Share(UUID newId, Kilograms mass) {}
}
