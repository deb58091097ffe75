package org.jucai.platform.membership;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Role;

/** What happened to a person, as it stands in the journal; no secret and no telephone number is in it. */
public sealed interface PersonEvent {

    record PersonInvited(UUID invitationId, UUID partyId, String name, Set<Role> roles) implements PersonEvent {}

    record InvitationAccepted(UUID invitationId, UUID partyId, Set<Role> roles) implements PersonEvent {}

    record PersonAdded(UUID partyId, String name, Set<Role> roles) implements PersonEvent {}

    record RolesChanged(UUID partyId, Set<Role> before, Set<Role> after, @Nullable UUID belongsToMemberId) implements PersonEvent {}

    record PersonDeactivated(String reason) implements PersonEvent {}

    record PasswordSet() implements PersonEvent {}

    record SecondFactorSet() implements PersonEvent {}
}
