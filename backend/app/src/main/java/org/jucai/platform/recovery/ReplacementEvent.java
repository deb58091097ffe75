package org.jucai.platform.recovery;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** What happens to the goods that went back; whom either truck concerns reads it. */
sealed interface ReplacementEvent {

    /** The stream of these events, one for each truck that comes in place of another. */
    String STREAM = "replacement";

    /** Made of the truck alone. */
    static UUID streamOf(UUID deliveryId) {
        return UUID.nameUUIDFromBytes((STREAM + "/" + deliveryId).getBytes(StandardCharsets.UTF_8));
    }

    record ReplacementPlanned(String code, UUID deliveryId, UUID replacesId, String replacesCode, LocalDate on) implements ReplacementEvent {}
}
