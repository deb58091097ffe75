package org.jucai.platform.finance.ledger;

import java.util.Optional;
import java.util.UUID;

/** Which account: of whom, for what, kept apart by what the rules say. Absent where the role is not kept apart by it. */
public record Account(Book book, AccountRole role, UUID partyId, Optional<UUID> productId, Optional<UUID> roundId, Optional<UUID> thingId) {}
