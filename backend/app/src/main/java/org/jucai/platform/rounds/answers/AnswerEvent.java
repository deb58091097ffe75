package org.jucai.platform.rounds.answers;

import java.util.UUID;

/** What happened between a round and one of its members; names of types and fields are kept for ever. */
sealed interface AnswerEvent {

    record MemberDeclined(UUID enterpriseId) implements AnswerEvent {}

    /** @param sha256 digest of the text that was signed */
    record MemberSigned(UUID enterpriseId, String sha256) implements AnswerEvent {}

    record MemberReminded(UUID enterpriseId) implements AnswerEvent {}
}
