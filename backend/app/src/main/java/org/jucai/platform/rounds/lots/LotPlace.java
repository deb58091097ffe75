package org.jucai.platform.rounds.lots;

import java.util.UUID;

/**
 * A line's place in its lot and why it is there.
 *
 * @param reason name of a {@link org.jucai.platform.rounds.pooling.Placement.Reason}
 * @param shortKg the mass that the reason speaks of
 * @param rank place of the lot's grade in the member's order, 0 for the first choice
 */
public record LotPlace(
        UUID lotId, UUID roundId, UUID lineId, UUID associationId, UUID enterpriseId, int ordinal, String reason, long shortKg, int rank) {}
