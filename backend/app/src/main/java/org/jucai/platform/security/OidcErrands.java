package org.jucai.platform.security;

import java.time.Duration;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Errands to the identity provider: ten minutes, once. */
@Component
class OidcErrands {

    static final Duration LIFE = Duration.ofMinutes(10);

    private final ReactiveStringRedisTemplate redis;
    private final RedisDoor door;
    private final JsonMapper json;

    OidcErrands(ReactiveStringRedisTemplate redis, RedisDoor door, JsonMapper json) {
        this.redis = redis;
        this.door = door;
        this.json = json;
    }

    Mono<Void> keep(String state, OidcErrand errand) {
        return door.pass(Mono.defer(() -> redis.opsForValue().set(key(state), json.writeValueAsString(errand), LIFE))).then();
    }

    /** The errand of a state that was given to this very browser; gone afterwards, whoever asked. */
    Mono<OidcErrand> take(String state, String cookie) {
        return door.pass(Mono.defer(() -> redis.opsForValue().getAndDelete(key(state))))
                .map(text -> json.readValue(text, OidcErrand.class))
                .filter(errand -> Secrets.same(errand.browser(), Secrets.hexDigest(cookie)))
                .switchIfEmpty(Mono.error(() -> new RefusedException(SecurityRefusal.OIDC_STATE_ENDED)));
    }

    private static String key(String state) {
        return "jucai:oidc:" + Secrets.hexDigest(state);
    }
}
