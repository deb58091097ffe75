package org.jucai.platform.membership;

import java.time.Instant;
import java.util.Optional;

/** What of a supplier's size counts in an association's round. @param judgedAt absent while it stands as the supplier stated it */
public record CountedSize(SizeClass size, Instant statedAt, Standing standing, Optional<Instant> judgedAt) {

    /** As the supplier stated it, confirmed by the association, or found otherwise by it. */
    public enum Standing { STATED, CONFIRMED, REFUSED }

    /** A supplier's word counts until the association found otherwise. */
    public boolean isSmall() {
        return size.isSmall() && standing != Standing.REFUSED;
    }
}
