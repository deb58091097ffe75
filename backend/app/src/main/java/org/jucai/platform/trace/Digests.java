package org.jucai.platform.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jucai.platform.contracts.weighing.WeighTicket;
import org.jucai.platform.contracts.weighing.Weighing;
import org.jucai.platform.journal.RecordedEvent;

/**
 * Digests of what is kept. Who was told the same is shown the same digest, so two parties compare; who reads the records, an auditor or whoever holds
 * a backup, reckons it again. What is hashed is written in the notes and never changes. Pure.
 */
final class Digests {

    private Digests() {}

    static String of(RecordedEvent event) {
        return sha256("jucai record 1", event.stream(), event.streamId(), event.version(), event.type(), event.at(), event.partyId(), event.body());
    }

    static String of(WeighTicket ticket) {
        Weighing it = ticket.weighing();
        return sha256("jucai ticket 1", ticket.id(), ticket.deliveryId(), it.side(), it.bridge(), it.number(), it.gross().kg(), it.tare().kg(), it.statedAt(), ticket.enteredAt(),
                ticket.enteredBy());
    }

    private static String sha256(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) text.append(part).append('\n');
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
