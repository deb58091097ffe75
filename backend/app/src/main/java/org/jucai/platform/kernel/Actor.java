package org.jucai.platform.kernel;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks: a person acting for one party, by one way of entry. Made at the edge from a session or a token and passed
 * along as a value.
 *
 * @param personId the person, or the token's owner
 * @param partyId the party the person acts for
 * @param partyKind what that party is
 * @param roles what the person may do for it
 * @param scopes what an API token may do; empty for a browser session
 * @param entry how the actor came in
 * @param secondFactor whether a second factor was shown in this session
 */
public record Actor(
        UUID personId,
        UUID partyId,
        PartyKind partyKind,
        Set<Role> roles,
        Set<String> scopes,
        Entry entry,
        boolean secondFactor) {

    /** The way in. */
    public enum Entry { SESSION, TOKEN, LINK, CLOCK }

    public Actor {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** Who acts when a deadline itself does, for the party whose deadline it is. */
    public static Actor ofTheClock(UUID party, PartyKind kind) {
        return new Actor(new UUID(0, 1), party, kind, Set.of(), Set.of(), Entry.CLOCK, false);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean actsFor(UUID party) {
        return partyId.equals(party);
    }
}
