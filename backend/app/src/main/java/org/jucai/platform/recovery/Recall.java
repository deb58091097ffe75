package org.jucai.platform.recovery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.Reach;
import org.jucai.platform.contracts.deliveries.ReachBoard;
import org.jucai.platform.kernel.PartyKind;

/**
 * A recall 召回 of goods.
 *
 * @param code what people call it by
 * @param reach which goods; of trucks none where the reader may not know them
 * @param reference the code it was opened by; empty where it was not by one
 * @param concerns whom it concerns, as far as the reader may know
 * @param overseers associations whose rounds the goods are of, {@code groups}: finance groups that have part in them
 */
public record Recall(UUID id, String code, Reach reach, Optional<String> reference, Opened opened, Set<UUID> overseers, Set<UUID> groups, Status status,
        Optional<Ended> ended, long version, List<Concern> concerns) {

    /** The stream of its events. */
    static final String STREAM = "recall";

    /** Where it stands. */
    public enum Status {
        OPEN,
        /** Unfounded, or found good since: the goods are free again. */
        LIFTED,
        /** Dealt with: all whom it concerns said what became of their goods. What is left stays held back for good; it may only go back. */
        CLOSED
    }

    /** What a party did with its part. */
    public enum Handling { KEPT_APART, PARTLY_USED, USED, SENT_BACK, NONE_LEFT }

    /** @param instruction what those whom it concerns are asked to do */
    public record Opened(UUID partyId, PartyKind kind, UUID personId, Instant at, String reason, String instruction) {}

    public record Ended(UUID partyId, UUID personId, Instant at, String words) {}

    /** A party whom it concerns. */
    public record Concern(UUID id, UUID partyId, ReachBoard.As as, Instant since, Optional<Answer> answer) {}

    /** What it said of its goods. */
    public record Answer(Handling handling, String words, UUID personId, Instant at) {}

    /** What may be done with it. */
    public enum Act { ACKNOWLEDGE, LIFT, CLOSE }

    public Recall {
        overseers = Set.copyOf(overseers);
        groups = Set.copyOf(groups);
        concerns = List.copyOf(concerns);
    }

    Recall ended(Status as, Ended how) {
        return new Recall(id, code, reach, reference, opened, overseers, groups, as, Optional.of(how), version + 1, concerns);
    }

    Optional<Concern> concern(UUID party) {
        return concerns.stream().filter(each -> each.partyId().equals(party)).findFirst();
    }
}
