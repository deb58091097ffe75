package org.jucai.platform.contracts.deliveries;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.custody.Place;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Answers whom goods reached, for those who may ask for others' goods too: asked in a background transaction, among the goods that the {@link Reach}
 * names. What a party may read of an answer is read again in its own name.
 */
@Service
public class ReachBoard {

    private final SqlReach shelf;

    ReachBoard(SqlReach shelf) {
        this.shelf = shelf;
    }

    /** What somebody has to do with goods; the first that fits. */
    public enum As { MEMBER, STORE, BUYER, SELLER }

    /** A party that goods concern, and who oversees those by which they do. */
    public record Touched(UUID partyId, As as, Set<UUID> associations, Set<UUID> groups) {
        public Touched {
            associations = Set.copyOf(associations);
            groups = Set.copyOf(groups);
        }
    }

    /** @param mass what was weighed; {@code standing}: the same kilograms by where they are now */
    public record Totals(long trucks, int members, Kilograms mass, Map<Place.Kind, Kilograms> standing) {

        static final Totals NOTHING = new Totals(0, 0, Kilograms.ZERO, Map.of());

        public Totals {
            standing = Map.copyOf(standing);
        }
    }

    /** Trucks that were weighed, by their ids. */
    public Mono<Page<UUID>> trucks(Tx background, Reach reach, @Nullable String cursor, int limit) {
        return shelf.page(background, reach, cursor, limit);
    }

    public Mono<Totals> totals(Tx background, Reach reach) {
        return shelf.totals(background, reach);
    }

    public Mono<List<Touched>> concerned(Tx background, Reach reach) {
        return shelf.concerned(background, reach);
    }

    /** Whose code it is, if any delivery's. */
    public Mono<Optional<UUID>> byCode(Tx background, String code) {
        return shelf.byCode(background, code);
    }
}
