package org.jucai.platform.finance.products;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a product's terms, as it was entered and for ever: what was agreed by it goes on by it.
 *
 * @param note why it was entered
 * @param newest the newest version there is
 */
public record ProductVersion(UUID id, long version, UUID bankId, ProductTerms terms, Optional<String> note, Instant enteredAt, long newest) {

    static final String STREAM = "finance-product";

    /** Whether somebody may begin by it. */
    public boolean isOffered() {
        return version == newest && terms.offered();
    }
}
