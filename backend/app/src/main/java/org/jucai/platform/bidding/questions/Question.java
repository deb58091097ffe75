package org.jucai.platform.bidding.questions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A supplier's question about what a call for offers asks for.
 *
 * @param lotId the lot it is about; empty where it is about the round
 * @param text as asked, or as the association told it to all
 * @param asker who asked, as far as the transaction's parties may know
 * @param version counts its asking and its answers
 */
public record Question(UUID id, UUID roundId, int call, UUID associationId, Optional<UUID> lotId, String text, Instant askedAt,
        Optional<Answer> answer, Optional<UUID> asker, long version) {

    /** The stream of its events. */
    static final String STREAM = "question";

    /** What all suppliers are told. */
    public record Answer(String text, Instant at) {}

    Question answered(Optional<String> restated, String words, Instant at) {
        return new Question(id, roundId, call, associationId, lotId, restated.orElse(text), askedAt, Optional.of(new Answer(words, at)), asker, version + 1);
    }
}
