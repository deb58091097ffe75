package org.jucai.platform.rounds;

import java.time.Instant;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Tx;
import reactor.core.publisher.Mono;

/** What a round's step does to its lines and lots, in the same transaction. */
public interface RoundReaction {

    /** @param round the round as it is after the event */
    Mono<Void> after(Tx tx, Actor actor, Round round, RoundEvent event, Instant now);
}
