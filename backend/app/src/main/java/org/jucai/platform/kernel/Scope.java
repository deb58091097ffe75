package org.jucai.platform.kernel;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** In whose name the database is asked. Row-level security follows it. */
public sealed interface Scope {

    /** A request: rows of these parties, and public ones. */
    record Parties(Set<UUID> ids) implements Scope {
        public Parties {
            ids = Set.copyOf(ids);
        }
    }

    /** The system's own work (feed, timers, looking up who signs in): another database role, never a request's data path. */
    record Background() implements Scope {}

    static Scope of(Actor actor) {
        return new Parties(Set.of(actor.partyId()));
    }

    static Scope parties(Set<UUID> ids) {
        return new Parties(ids);
    }

    /** Nobody in particular: public rows only. */
    static Scope nobody() {
        return new Parties(Set.of());
    }

    static Scope background() {
        return new Background();
    }

    /** The value of {@code jucai.parties}; made of UUIDs only, so safe inside a statement. */
    static String setting(Set<UUID> parties) {
        return new TreeSet<>(parties).toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }
}
