package org.jucai.platform.membership;

import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;

/** A party that a person acts for today, and with which roles. */
public record Appointment(UUID partyId, PartyKind kind, String partyName, Set<Role> roles) {

    public Appointment {
        roles = Set.copyOf(roles);
    }
}
