package org.jucai.platform.rounds;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * A business rule that an award of the round keeps, in the words of the award problem (notes/award-format.md). Stated when
 * the round is tendered, public, unchanged from then on. No rule knows a place of registration (law 9): none can be written.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public sealed interface AwardRule {

    /** Names the rule within its round, where it is shown, relaxed in a scenario or clashes with others. */
    String id();

    /** The lot that the rule speaks of, where it speaks of one. */
    default Optional<UUID> lot() {
        return Optional.empty();
    }

    /** What a share is a share of. */
    enum ShareOf { LOT, ROUND }

    /** At most so many suppliers in the round. */
    @JsonTypeName("MAX_SUPPLIERS")
    record MaxSuppliers(String id, int count) implements AwardRule {}

    /** At least so many suppliers in the round. */
    @JsonTypeName("MIN_SUPPLIERS")
    record MinSuppliers(String id, int count) implements AwardRule {}

    /** At most so many suppliers in a lot, or in each. */
    @JsonTypeName("MAX_SUPPLIERS_PER_LOT")
    record MaxSuppliersPerLot(String id, int count, Optional<UUID> lot) implements AwardRule {}

    /** At least so many suppliers in a lot that is served, or in each. */
    @JsonTypeName("MIN_SUPPLIERS_PER_LOT")
    record MinSuppliersPerLot(String id, int count, Optional<UUID> lot) implements AwardRule {}

    /** No supplier gets more than this share of each lot, or of the round, in hundredths of a per cent. */
    @JsonTypeName("MAX_SUPPLIER_SHARE")
    record MaxSupplierShare(String id, int shareBp, ShareOf of) implements AwardRule {}

    /** No group of connected suppliers gets more than this share of each lot, or of the round, in hundredths of a per cent. */
    @JsonTypeName("MAX_GROUP_SHARE")
    record MaxGroupShare(String id, int shareBp, ShareOf of) implements AwardRule {}

    /** Small suppliers together get at least this share of the round, in hundredths of a per cent. */
    @JsonTypeName("MIN_SMALL_SHARE")
    record MinSmallShare(String id, int shareBp) implements AwardRule {}

    /** This supplier gets nothing of this lot, and the public is told why. */
    @JsonTypeName("EXCLUDED_PAIR")
    record ExcludedPair(String id, UUID supplierId, UUID lotId, String reason) implements AwardRule {
        @Override
        public Optional<UUID> lot() {
            return Optional.of(lotId);
        }
    }

    /** What an offer guarantees must lie within these bounds, in parts per million; in a lot, or in each. */
    @JsonTypeName("QUALITY")
    record Quality(String id, String attribute, OptionalInt atLeastPpm, OptionalInt atMostPpm, Optional<UUID> lot) implements AwardRule {}

    /** Every award and every share is a multiple of a truck load. */
    @JsonTypeName("WHOLE_TRUCKS")
    record WholeTrucks(String id, Kilograms truck) implements AwardRule {}
}
