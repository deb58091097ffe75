package org.jucai.platform.finance.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A posting as it stands in the books, for ever.
 *
 * @param bookedAt the system's time, apart from the day it counts for
 * @param reverses the posting it takes back
 */
public record Posted(UUID id, Posting posting, Instant bookedAt, Optional<UUID> reverses, List<Entry> entries) {

    public Posted {
        entries = List.copyOf(entries);
    }
}
