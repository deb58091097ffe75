package org.jucai.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions as Redis hashes with a time to live, and per person a sorted set of their keys. Each step touches one key, so a cluster serves as well. */
@Component
class RedisSessions implements Sessions {

    private static final String SESSION = "jucai:session:";
    private static final String OF_PERSON = "jucai:sessions-of:";

    /** Writes the fields only where the session still is. */
    private static final RedisScript<Long> KEEP = RedisScript.of("""
            if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
            redis.call('DEL', KEYS[1])
            redis.call('HSET', KEYS[1], unpack(ARGV, 2))
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1
            """, Long.class);

    private static final RedisScript<Long> TOUCH = RedisScript.of("""
            if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
            redis.call('HSET', KEYS[1], 'seen', ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1
            """, Long.class);

    private static final RedisScript<Long> OPEN = RedisScript.of("""
            redis.call('HSET', KEYS[1], unpack(ARGV, 2))
            redis.call('PEXPIRE', KEYS[1], ARGV[1])
            return 1
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final RedisDoor door;
    private final Clock clock;

    RedisSessions(ReactiveStringRedisTemplate redis, RedisDoor door, Clock clock) {
        this.redis = redis;
        this.door = door;
        this.clock = clock;
    }

    @Override
    public Mono<StoredSession> find(String key) {
        return door.pass(Mono.defer(() -> redis.<String, String>opsForHash().entries(SESSION + key)
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue)))
                .filter(fields -> fields.containsKey("person"))
                .map(fields -> read(key, fields))
                .filter(session -> session.isLiveAt(clock.instant()));
    }

    @Override
    public Mono<Void> open(StoredSession session) {
        String index = OF_PERSON + session.personId();
        return door.pass(Mono.defer(() -> redis.opsForZSet().add(index, session.key(), clock.millis())
                .then(redis.expire(index, StoredSession.ABSOLUTE))
                .then(redis.execute(OPEN, List.of(SESSION + session.key()), write(session)).next())
                .then(endOldest(index))));
    }

    private Mono<Void> endOldest(String index) {
        Range<Long> beyond = Range.closed(0L, -1L - AT_MOST);
        return redis.opsForZSet().range(index, beyond)
                .concatMap(key -> redis.delete(SESSION + key).then(redis.opsForZSet().remove(index, key)))
                .then();
    }

    @Override
    public Mono<Boolean> keep(StoredSession session) {
        return door.pass(Mono.defer(() -> redis.execute(KEEP, List.of(SESSION + session.key()), write(session)).next()))
                .map(kept -> kept == 1);
    }

    @Override
    public Mono<Void> touch(StoredSession session) {
        return door.pass(Mono.defer(() -> redis.execute(TOUCH, List.of(SESSION + session.key()),
                List.of(millisLeft(session), session.lastSeenAt().toString())).then()));
    }

    @Override
    public Mono<Void> end(UUID personId, String key) {
        return door.pass(Mono.defer(() -> redis.delete(SESSION + key)
                .then(redis.opsForZSet().remove(OF_PERSON + personId, key))
                .then()));
    }

    @Override
    public Flux<StoredSession> of(UUID personId) {
        String index = OF_PERSON + personId;
        return door.pass(Mono.defer(() -> redis.opsForZSet().reverseRange(index, Range.closed(0L, AT_MOST - 1L)).collectList()))
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::find);
    }

    private String millisLeft(StoredSession session) {
        return Long.toString(Math.max(1, Duration.between(clock.instant(), session.expiresAt()).toMillis()));
    }

    private List<String> write(StoredSession session) {
        Map<String, String> fields = new HashMap<>();
        fields.put("person", session.personId().toString());
        fields.put("party", session.partyId().toString());
        fields.put("csrf", session.csrfToken());
        fields.put("mark", session.passwordMark());
        fields.put("address", session.origin().address());
        fields.put("device", session.origin().device());
        fields.put("since", session.since().toString());
        fields.put("seen", session.lastSeenAt().toString());
        if (session.secondFactorAt() != null) fields.put("factor", session.secondFactorAt().toString());
        if (session.pending() != null) {
            fields.put("pending", session.pending().secret());
            fields.put("pendingUntil", session.pending().until().toString());
        }
        List<String> arguments = new ArrayList<>();
        arguments.add(millisLeft(session));
        fields.forEach((name, value) -> {
            arguments.add(name);
            arguments.add(value);
        });
        return arguments;
    }

    private static StoredSession read(String key, Map<String, String> fields) {
        return new StoredSession(
                key,
                UUID.fromString(field(fields, "person")),
                UUID.fromString(field(fields, "party")),
                field(fields, "csrf"),
                field(fields, "mark"),
                new Origin(field(fields, "address"), field(fields, "device")),
                Instant.parse(field(fields, "since")),
                Instant.parse(field(fields, "seen")),
                instant(fields.get("factor")),
                pending(fields));
    }

    private static StoredSession.@Nullable Pending pending(Map<String, String> fields) {
        String secret = fields.get("pending");
        return secret == null ? null : new StoredSession.Pending(secret, Instant.parse(field(fields, "pendingUntil")));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static String field(Map<String, String> fields, String name) {
        return java.util.Objects.requireNonNull(fields.get(name), name);
    }
}
