package org.jucai.platform.live;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whose a round is and whether it was announced; an announced round is remembered, for it stays announced. */
@Component
class RoundsKnown {

    private static final int ROOM = 2_000;

    private final Database database;
    private final RoundBoard rounds;
    private final Map<UUID, Known> announced = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > ROOM;
        }
    });

    record Known(UUID associationId, boolean announced) {}

    RoundsKnown(Database database, RoundBoard rounds) {
        this.database = database;
        this.rounds = rounds;
    }

    /** Empty where there is no such round. */
    Mono<Known> find(UUID roundId) {
        Known known = announced.get(roundId);
        if (known != null) return Mono.just(known);
        return database.read(Scope.background(), tx -> rounds.find(tx, roundId))
                .map(round -> new Known(round.associationId(), round.isAnnounced()))
                .doOnNext(found -> {
                    if (found.announced()) announced.put(roundId, found);
                });
    }
}
