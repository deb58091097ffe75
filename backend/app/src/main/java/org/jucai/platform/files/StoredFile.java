package org.jucai.platform.files;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that is kept. Its bytes never change.
 *
 * @param partyId whose upload it is
 * @param sha256 of its bytes, in hex
 * @param statedAt when it was made, as whoever sent it says; nothing is judged by it
 * @param uploadedAt by the server's clock
 * @param version of its events: one when it was kept, one more each time it was attached
 */
public record StoredFile(UUID id, UUID partyId, String name, FileType type, String sha256, long bytes, Optional<Instant> statedAt, Instant uploadedAt, long version) {

    static final String STREAM = "file";
}
