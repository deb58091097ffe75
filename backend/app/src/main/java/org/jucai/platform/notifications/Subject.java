package org.jucai.platform.notifications;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing that notices are about.
 *
 * @param name what people call it: a round's title, a contract's code
 * @param leadsTo what its page shows, where that is another thing
 * @param owner the association whose round it is, of a round
 */
record Subject(UUID id, String name, @Nullable UUID roundId, @Nullable UUID leadsTo, @Nullable UUID owner) {

    static final int LONGEST_NAME = 200;

    /** Types of events that tell of a thing or of who takes part in it. */
    static final Set<String> TYPES = Set.of("RoundDrafted", "RoundEdited", "ContractDrawn", "DeliveryPlanned", "BatchFormed", "LineSubmitted", "LineEntered", "StatementDrawn",
            "PayDayNear", "LateInterestBegun", "RecallOpened", "RecallReached", "RecallAcknowledged", "ReplacementPlanned", "ShortfallStated", "SwapOffered");

    /** What an event tells of the thing it happened to; mostly nothing. */
    static Optional<Subject> of(Happening one) {
        return switch (one.event().stream() + "/" + one.event().type()) {
            case "round/RoundDrafted", "round/RoundEdited" -> named(one, one.text("terms.title"), null, one.event().partyId());
            case "statement-day/PayDayNear", "statement-day/LateInterestBegun" -> named(one, one.text("code"), one.id("statementId").orElse(null), null);
            case "replacement/ReplacementPlanned" -> named(one, one.text("code"), one.id("deliveryId").orElse(null), null);
            case "recall-concern/RecallReached", "recall-concern/RecallAcknowledged" -> named(one, one.text("code"), one.id("recallId").orElse(null), null);
            case "contract/ContractDrawn", "swap/SwapOffered", "shortfall/ShortfallStated", "delivery/DeliveryPlanned", "batch/BatchFormed", "statement/StatementDrawn", "recall/RecallOpened" -> named(one, one.text("code"), null, null);
            default -> Optional.empty();
        };
    }

    private static Optional<Subject> named(Happening one, Optional<String> name, @Nullable UUID leadsTo, @Nullable UUID owner) {
        return name.filter(text -> !text.isBlank()).map(text -> new Subject(one.event().streamId(), text.substring(0, Math.min(text.length(), LONGEST_NAME)),
                one.event().roundId(), leadsTo, owner));
    }

    /** An enterprise with demand in a round. */
    record Partaker(UUID roundId, UUID partyId) {

        static Optional<Partaker> of(Happening one) {
            UUID round = one.event().roundId();
            if (round == null || !one.event().stream().equals("demand-line")) return Optional.empty();
            return one.id("line.enterpriseId").map(enterprise -> new Partaker(round, enterprise));
        }
    }
}
