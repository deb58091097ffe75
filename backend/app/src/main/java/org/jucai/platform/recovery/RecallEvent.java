package org.jucai.platform.recovery;

import java.util.UUID;

/** What happened to a recall. No party but the opener is named: those whom it concerns do not know each other. */
sealed interface RecallEvent {

    record RecallOpened(String code, String subject, String reason, String instruction) implements RecallEvent {}

    /** Goods of it came to somebody later. */
    record RecallReached(String code, UUID recallId) implements RecallEvent {}

    record RecallAcknowledged(String code, UUID recallId, Recall.Handling handling) implements RecallEvent {}

    record RecallLifted(String code, String words) implements RecallEvent {}

    record RecallClosed(String code, String words) implements RecallEvent {}

    /** An association or a finance group read whom goods reached; told to the members whose goods were among them. */
    record ReachRead(UUID readerId) implements RecallEvent {}
}
