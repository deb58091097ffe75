package org.jucai.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.membership.Credential;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Lets machines in. What a token and its owner may do is read again after ten seconds at the latest, so that a token that
 * was revoked on another node, or whose owner was dismissed, ends soon; on this node a revoked token ends at once. Redis
 * has no part in it.
 */
@Component
class TokenDoor {

    static final String PREFIX = "jucai_";

    private static final Pattern SECRET = Pattern.compile("jucai_[A-Za-z0-9_-]{43}");
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final int ROOM = 5_000;

    private final Database database;
    private final SqlApiTokens tokens;
    private final People people;
    private final Clock clock;
    private final Map<String, Mono<Known>> known = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Mono<Known>> eldest) {
            return size() > ROOM;
        }
    });

    private record Known(ApiToken token, Credential owner) {}

    TokenDoor(Database database, SqlApiTokens tokens, People people, Clock clock) {
        this.database = database;
        this.tokens = tokens;
        this.people = people;
        this.clock = clock;
    }

    /** Who the token stands for; refused where it is unknown, ended, or its owner is no longer appointed. */
    Mono<Presence> enter(String secret) {
        if (!SECRET.matcher(secret).matches()) return invalid();
        String key = Secrets.hexDigest(secret);
        return known.computeIfAbsent(key, this::load)
                .filter(found -> found.token().isLiveAt(clock.instant()))
                .mapNotNull(found -> Presence.byToken(found.owner(), found.token()).orElse(null))
                .switchIfEmpty(invalid());
    }

    /** Who a token that was shown before stands for now, read afresh; empty where it has ended. */
    Mono<Presence> again(ApiToken shown) {
        return database.read(Scope.background(), tx -> tokens.byId(tx, shown.tokenId()))
                .filter(token -> token.isLiveAt(clock.instant()))
                .flatMap(token -> people.byId(token.personId()).mapNotNull(owner -> Presence.byToken(owner, token).orElse(null)));
    }

    /** The token has ended: on this node at once, also for a look-up that is under way. */
    void forget(byte[] secretHash) {
        known.remove(HexFormat.of().formatHex(secretHash));
    }

    /** One look-up for all who ask at once; nothing found is not remembered, so that guesses push out no token. */
    private Mono<Known> load(String key) {
        byte[] hash = HexFormat.of().parseHex(key);
        return database.read(Scope.background(), tx -> tokens.find(tx, hash))
                .flatMap(token -> people.byId(token.personId()).map(owner -> new Known(token, owner)))
                .doOnSuccess(found -> {
                    if (found == null) known.remove(key);
                })
                .doOnError(_ -> known.remove(key))
                .cache(_ -> FRESH, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private static <T> Mono<T> invalid() {
        return Mono.error(() -> new RefusedException(SecurityRefusal.TOKEN_INVALID));
    }
}
