package org.jucai.platform.award.allocations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.award.shares.ShortShares;

/**
 * How a confirmed share changed, and why.
 *
 * @param causeId the shortfall or the swap, which {@code causeCode} names to people
 * @param supplierId whose goods they are
 * @param beforeFen and {@code afterFen}: all that the line pays, delivered, tax and fee included
 * @param by the arithmetic of a shortfall; absent where two members swapped
 */
public record Adjustment(Cause cause, UUID causeId, String causeCode, UUID supplierId, Instant at, long beforeKg, long afterKg, long beforeFen, long afterFen, @Nullable Arithmetic by) {

    /** Why. */
    public enum Cause {
        /** Less came than was contracted. */
        SHORT_DELIVERY,
        /** Passed on to another member. */
        SWAP_GIVEN,
        /** Taken over from another member. */
        SWAP_TAKEN
    }

    /**
     * How a short lot was divided, as far as a line's member may know: its own figures and the lot's sums.
     *
     * @param claimKg what it was to get
     * @param leastKg of which came or was on its way
     * @param mostKg no more than this
     * @param lotClaimsKg all that the lot's lines were to get, {@code lotComesKg} all that comes
     * @param level of the rule, see {@link ShortShares.Got}
     */
    public record Arithmetic(long claimKg, long leastKg, long mostKg, long lotClaimsKg, long lotComesKg, ShareRule rule, boolean wholeTrucks, ShortShares.How how, long level) {}
}
