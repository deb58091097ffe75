package org.jucai.platform.security;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts attempts in Redis. An attempt on an account is counted before it is judged, so that a hundred guesses at once
 * are not a hundred guesses; a success forgets them.
 */
@Component
class Attempts {

    /** Answers the milliseconds still to wait (positive), or those that begin if this attempt fails (negative), or 0. */
    private static final RedisScript<Long> TAKE = RedisScript.of("""
            local left = redis.call('PTTL', KEYS[2])
            if left > 0 then return left end
            local count = redis.call('INCR', KEYS[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[4])
            local over = count - tonumber(ARGV[1])
            if over < 0 then return 0 end
            local wait = math.floor(math.min(tonumber(ARGV[2]) * 2 ^ math.min(over, 30), tonumber(ARGV[3])))
            redis.call('SET', KEYS[2], '1', 'PX', wait)
            return -wait
            """, Long.class);

    /** Answers the milliseconds to wait when the quota is used up, otherwise 0. */
    private static final RedisScript<Long> QUOTA = RedisScript.of("""
            local count = redis.call('INCR', KEYS[1])
            if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
            if count <= tonumber(ARGV[1]) then return 0 end
            return math.max(redis.call('PTTL', KEYS[1]), 1)
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final RedisDoor door;

    Attempts(ReactiveStringRedisTemplate redis, RedisDoor door) {
        this.redis = redis;
        this.door = door;
    }

    /** One attempt, counted; refused while waiting. Answers whether a wait begins should it fail. */
    Mono<Boolean> take(Limit limit, String subject) {
        return counted(limit, subject).map(answer -> {
            if (answer > 0) throw waits(SecurityRefusal.SIGN_IN_LOCKED, answer);
            return answer < 0;
        });
    }

    /** One failure, counted after the fact. Answers whether a wait begins. */
    Mono<Boolean> count(Limit limit, String subject) {
        return counted(limit, subject).map(answer -> answer < 0);
    }

    Mono<Void> refuseWaiting(Limit limit, String subject) {
        return door.pass(Mono.defer(() -> redis.getExpire(keys(limit, subject).get(1))).map(Duration::toMillis)).flatMap(left ->
                left > 0 ? Mono.error(waits(SecurityRefusal.SIGN_IN_LOCKED, left)) : Mono.empty());
    }

    private Mono<Long> counted(Limit limit, String subject) {
        List<String> arguments = List.of(
                Integer.toString(limit.failures()),
                Long.toString(limit.pause().toMillis()),
                Long.toString(limit.longest().toMillis()),
                Long.toString(limit.memory().toMillis()));
        return door.pass(Mono.defer(() -> redis.execute(TAKE, keys(limit, subject), arguments).next()));
    }

    /** The account is in its owner's hands: all its failures are forgotten. */
    Mono<Void> forget(Limit limit, String subject) {
        List<String> keys = keys(limit, subject);
        return door.pass(Mono.defer(() -> redis.delete(keys.get(0)).then(redis.delete(keys.get(1))).then()));
    }

    /** At most {@code times} within {@code window}, whatever comes of it. */
    Mono<Void> spend(String name, String subject, int times, Duration window) {
        List<String> arguments = List.of(Integer.toString(times), Long.toString(window.toMillis()));
        List<String> key = List.of("jucai:quota:" + name + ":" + Secrets.hexDigest(subject));
        return door.pass(Mono.defer(() -> redis.execute(QUOTA, key, arguments).next())).flatMap(left ->
                left > 0 ? Mono.error(waits(SecurityRefusal.TOO_MANY_ATTEMPTS, left)) : Mono.empty());
    }

    /** The braces keep both keys on one node of a cluster. */
    private static List<String> keys(Limit limit, String subject) {
        String name = "jucai:attempts:{" + limit.name() + ":" + Secrets.hexDigest(subject) + "}";
        return List.of(name, name + ":wait");
    }

    private static RefusedException waits(SecurityRefusal refusal, long millis) {
        return new RefusedException(refusal, Map.of("retryAfterSeconds", Math.ceilDiv(millis, 1_000)));
    }
}
