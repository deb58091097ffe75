package org.jucai.platform.membership;

import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;

/** Somebody who acts for a party today, to whom something may be told. */
public record Addressee(UUID personId, UUID partyId, PartyKind kind, Set<Role> roles, String phone) {

    public Addressee {
        roles = Set.copyOf(roles);
    }

    public boolean hasOneOf(Set<Role> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }

    /** The number stays out of logs. */
    @Override
    public String toString() {
        return "Addressee[" + personId + "]";
    }
}
