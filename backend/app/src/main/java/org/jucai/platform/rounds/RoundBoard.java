package org.jucai.platform.rounds;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about rounds, as far as the transaction's parties may know. */
@Service
public class RoundBoard {

    private final Rounds rounds;

    RoundBoard(Rounds rounds) {
        this.rounds = rounds;
    }

    /** The round, or nothing where there is none for these parties. */
    public Mono<Round> find(Tx tx, UUID id) {
        return rounds.find(tx, id);
    }

    /** The round, or the refusal that there is none. */
    public Mono<Round> get(Tx tx, UUID id) {
        return rounds.find(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** The round, kept from being moved until the transaction ends: what is decided on it holds when it commits. */
    public Mono<Round> join(Tx tx, UUID id) {
        return rounds.findToJoin(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** The round, held alone until the transaction ends. */
    public Mono<Round> hold(Tx tx, UUID id) {
        return rounds.findToMove(tx, id);
    }

    /** Newest first. */
    public Mono<Page<Round>> list(Tx tx, Optional<RoundStatus> status, @Nullable String cursor, int limit) {
        return rounds.list(tx, status, cursor, limit);
    }

    /** Delivery zones that rounds, or those of one association, were drafted with: each code once, by code. */
    public Mono<Page<RoundTerms.Zone>> zones(Tx tx, Optional<UUID> association, @Nullable String cursor, int limit) {
        return rounds.zones(tx, association, cursor, limit);
    }
}
