package org.jucai.platform.contracts;

import java.util.Optional;
import java.util.UUID;

/**
 * A party as its contracts name it.
 *
 * @param uscc credit code: one firm may be a member and a supplier under one code
 * @param large 大型企业; every other is paid as a small or medium one, also one whose size nobody stated
 */
public record Firm(UUID id, String name, Optional<String> uscc, boolean large) {

    /** Who it really is: by its credit code where it has one. */
    String itself() {
        return uscc.orElseGet(id::toString);
    }
}
