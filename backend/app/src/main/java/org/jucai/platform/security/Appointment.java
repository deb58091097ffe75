package org.jucai.platform.security;

import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;

/** A party that a person acts for, and with which roles. */
public record Appointment(UUID partyId, PartyKind kind, String partyName, Set<Role> roles) {}
