package org.jucai.platform.inspection;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to a batch besides its inspection; no mass of it, for each member reads it. */
sealed interface BatchEvent {

    record BatchFormed(String code, UUID contractId, String grade) implements BatchEvent {}

    /** @param decidedBy the buyer; null where the contract itself decides */
    record QualityDecided(QualityStatus quality, @Nullable UUID decidedBy, @Nullable String reason, List<UUID> adjustedItems) implements BatchEvent {
        public QualityDecided {
            adjustedItems = List.copyOf(adjustedItems);
        }
    }
}
