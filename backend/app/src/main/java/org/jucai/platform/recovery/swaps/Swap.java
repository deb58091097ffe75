package org.jucai.platform.recovery.swaps;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Kilograms;

/**
 * A swap 调剂 between two members of a lot.
 *
 * @param code what people call it by
 * @param to the only member who may accept; empty: whoever shares the lot
 * @param giver who offers; empty where the reader may not know
 */
public record Swap(UUID id, String code, Of of, Kilograms mass, Optional<UUID> to, Instant offeredAt, State state, Optional<Side> giver, Optional<Side> taker, long version) {

    /** The stream of its events. */
    static final String STREAM = "swap";

    /** Where it stands. */
    public enum Status { OFFERED, ACCEPTED, DONE, ENDED }

    /** What may be done with it. */
    public enum Act { ACCEPT, AGREE, END }

    /** Whose goods of which lot. @param sellerAgrees 代理: the supplier's own contracts with the members change hands */
    public record Of(UUID roundId, UUID associationId, UUID groupId, UUID sellerId, UUID lotId, String lotCode, String grade, boolean sellerAgrees) {}

    /** @param confirmed by who offered, who learns only then who accepted; {@code agreed}: by the supplier */
    public record State(Status status, Optional<UUID> takerId, boolean confirmed, boolean agreed, Optional<Ended> ended) {}

    public record Ended(UUID partyId, Instant at, String words) {}

    /** One of the two. @param itemId of the supply contract, {@code allocationId}: its share */
    public record Side(UUID partyId, UUID personId, UUID itemId, UUID lineId, String lineCode, UUID allocationId, Instant at) {}

    /** Whether the party offers it, as far as the reader may know. */
    boolean isGivenBy(UUID party) {
        return giver.filter(side -> side.partyId().equals(party)).isPresent();
    }

    boolean isTakenBy(UUID party) {
        return state.takerId().filter(party::equals).isPresent();
    }

    /** Both sides, as far as they are known. */
    Stream<UUID> parties() {
        return Stream.concat(giver.stream().map(Side::partyId), state.takerId().stream());
    }

    Swap to(State next) {
        return new Swap(id, code, of, mass, to, offeredAt, next, giver, taker, version + 1);
    }

    Swap between(Optional<Side> giver, Optional<Side> taker) {
        return new Swap(id, code, of, mass, to, offeredAt, state, giver, taker, version);
    }
}
