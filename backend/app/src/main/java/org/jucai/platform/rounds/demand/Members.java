package org.jucai.platform.rounds.demand;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What placing demand asks of membership. */
interface Members {

    /** The enterprise as it stands, or empty where there is none. Answered from memory on the hot path. */
    Mono<Member> find(UUID enterpriseId, Instant now);
}
