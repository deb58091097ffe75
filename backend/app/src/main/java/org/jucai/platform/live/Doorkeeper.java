package org.jucai.platform.live;

import java.util.Set;
import java.util.UUID;
import org.jucai.platform.security.Presence;
import org.jucai.platform.security.Standing;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks again whether those who listen still may. Each session is looked up in Redis every round; the person behind it in
 * the database when the feed told something of them, and otherwise one in twelve each round.
 */
@Component
class Doorkeeper {

    private static final int AT_ONCE = 16;
    private static final int TURNS = 12;

    private final LiveReader reader;
    private final Standing standing;

    Doorkeeper(LiveReader reader, Standing standing) {
        this.reader = reader;
        this.standing = standing;
    }

    /** Ends the streams of those who may no longer listen; tells how many. */
    Mono<Long> goRound(long turn) {
        return Mono.zip(reader.watching(), reader.takeChangedPeople()).flatMap(found -> Flux.fromIterable(found.getT1())
                .filter(watch -> watch.presence().isPresent())
                .filterWhen(watch -> mayStay(watch.presence().orElseThrow(), found.getT2(), turn).map(may -> !may), AT_ONCE)
                .concatMap(watch -> reader.leave(watch).doOnSuccess(_ -> watch.end().tryEmitEmpty()).thenReturn(watch))
                .count());
    }

    private Mono<Boolean> mayStay(Presence presence, Set<UUID> changed, long turn) {
        UUID person = presence.actor().personId();
        boolean thorough = changed.contains(person) || Math.floorMod(person.hashCode(), TURNS) == Math.floorMod(turn, TURNS);
        return thorough ? standing.holds(presence) : standing.isOpen(presence);
    }
}
