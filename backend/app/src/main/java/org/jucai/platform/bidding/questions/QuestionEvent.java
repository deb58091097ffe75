package org.jucai.platform.bidding.questions;

import java.util.Optional;
import java.util.UUID;

/** What happened to a question. Neither says who asked. */
sealed interface QuestionEvent {

    record QuestionAsked(int call, Optional<UUID> lotId, String text) implements QuestionEvent {}

    /** @param text the question as it is told to all */
    record QuestionAnswered(int call, String text, String answer) implements QuestionEvent {}
}
