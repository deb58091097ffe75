package org.jucai.platform.kernel;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** In whose name the database is asked. Row-level security follows it. */
public sealed interface Scope {

    /**
     * A request: rows of these parties, and public ones.
     *
     * @param actors the people who ask, each with its own record of what was answered
     */
    record Parties(Set<UUID> ids, Set<UUID> actors) implements Scope {
        public Parties {
            ids = Set.copyOf(ids);
            actors = Set.copyOf(actors);
        }
    }

    /** The system's own work (feed, timers, looking up who signs in): another database role, never a request's data path. */
    record Background() implements Scope {}

    static Scope of(Actor actor) {
        return new Parties(Set.of(actor.partyId()), Set.of(actor.personId()));
    }

    static Scope parties(Set<UUID> ids) {
        return new Parties(ids, Set.of());
    }

    /** Many commands in one transaction: exactly the parties and the people whose commands they are. */
    static Scope batch(Set<UUID> parties, Set<UUID> actors) {
        return new Parties(parties, actors);
    }

    /** Nobody in particular: public rows only. */
    static Scope nobody() {
        return new Parties(Set.of(), Set.of());
    }

    static Scope background() {
        return new Background();
    }

    /** The value of {@code jucai.parties} or {@code jucai.actors}; made of UUIDs only, so safe inside a statement. */
    static String setting(Set<UUID> ids) {
        return new TreeSet<>(ids).toString().replace('[', '{').replace(']', '}').replace(" ", "");
    }
}
