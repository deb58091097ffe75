package org.jucai.platform.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A grade of a material: what it promises.
 *
 * @param limits at most one per property
 * @param version grows by one with each revision
 */
public record Grade(UUID id, GradeCode code, MaterialCode material, Described described, List<Limit> limits, long version) {

    public Grade {
        limits = List.copyOf(limits);
    }

    public Optional<Limit> limit(Property property) {
        return limits.stream().filter(limit -> limit.property() == property).findFirst();
    }

    /** Whether any of its figures is to be shown as to be verified. */
    public boolean toBeVerified() {
        return limits.stream().anyMatch(limit -> limit.confidence().toBeVerified());
    }
}
