package org.jucai.platform.security;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shelf of open sessions. Every failure of the store leaves as {@code SESSIONS_UNAVAILABLE}. */
interface Sessions {

    /** How many sessions a person may have open; the oldest ends when another begins. */
    int AT_MOST = 50;

    Mono<StoredSession> find(String key);

    Mono<Void> open(StoredSession session);

    /** Keeps what changed, unless the session has ended meanwhile: an ended session never comes back. */
    Mono<Boolean> keep(StoredSession session);

    /** Keeps only when it was last seen, so that it overtakes no other change. */
    Mono<Void> touch(StoredSession session);

    Mono<Void> end(UUID personId, String key);

    /** Newest first. */
    Flux<StoredSession> of(UUID personId);
}
