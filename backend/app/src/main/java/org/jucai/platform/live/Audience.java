package org.jucai.platform.live;

import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Role;

/** Who may hear of an event. */
sealed interface Audience {

    /** The public and everybody else. */
    record Everybody() implements Audience {}

    /** The secretariat of the association whose round it is. */
    record Secretariat(UUID associationId) implements Audience {}

    /** Everybody but the secretariat of the round, who sees the same thing exactly. */
    record Outside(UUID associationId) implements Audience {}

    /** The enterprise whose line it is. */
    record Owner(UUID enterpriseId) implements Audience {}

    /** The secretariat of the round, and the enterprises that have a part in the lot. */
    record Concerned(UUID associationId, Set<UUID> enterprises) implements Audience {
        public Concerned {
            enterprises = Set.copyOf(enterprises);
        }
    }

    /**
     * Those of a round's association, of the parties that it concerns, and of those who oversee awards, whose role reads what it is about.
     *
     * @param roles those that the operation that reads it allows
     * @param scope what an API token needs to read it
     */
    record Readers(UUID associationId, Set<UUID> parties, Set<Role> roles, String scope) implements Audience {
        public Readers {
            parties = Set.copyOf(parties);
            roles = Set.copyOf(roles);
        }
    }

    /** Those parties only, and of them those whose role reads it. @param scope what an API token needs to read it */
    record Parties(Set<UUID> parties, Set<Role> roles, String scope) implements Audience {
        public Parties {
            parties = Set.copyOf(parties);
            roles = Set.copyOf(roles);
        }
    }

    /** These people, each for themselves: something is new in their inbox. */
    record People(Set<UUID> people) implements Audience {
        public People {
            people = Set.copyOf(people);
        }
    }

    /** Those whom an opening of offers concerns: the association, its trustees and who offered; regulators and auditors. */
    record Watching(Set<UUID> parties) implements Audience {
        public Watching {
            parties = Set.copyOf(parties);
        }
    }
}
