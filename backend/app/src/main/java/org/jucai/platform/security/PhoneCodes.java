package org.jucai.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Six digits to the phone: five minutes, five tries, once. Whether the number is known shows neither in the answer nor in the store. */
@Component
public class PhoneCodes {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** Every answer takes at least this long, for sending takes longer than not sending. */
    private static final Duration EVEN = Duration.ofMillis(250);

    private static final int TRIES = 5;
    private static final int A_NUMBER_AN_HOUR = 10;
    private static final int AN_ADDRESS_AN_HOUR = 30;

    /** Right: the code is gone. Wrong: one try less. */
    private static final RedisScript<Long> TRY = RedisScript.of("""
            local kept = redis.call('HGET', KEYS[1], 'code')
            if not kept then return 0 end
            if kept == ARGV[1] then redis.call('DEL', KEYS[1]) return 1 end
            if redis.call('HINCRBY', KEYS[1], 'tries', 1) >= tonumber(ARGV[2]) then redis.call('DEL', KEYS[1]) end
            return 0
            """, Long.class);

    private static final RedisScript<Long> KEEP = RedisScript.of("""
            redis.call('DEL', KEYS[1])
            redis.call('HSET', KEYS[1], 'code', ARGV[1])
            redis.call('PEXPIRE', KEYS[1], ARGV[2])
            return 1
            """, Long.class);

    private final ReactiveStringRedisTemplate redis;
    private final RedisDoor door;
    private final Attempts attempts;
    private final People people;
    private final Secrets secrets;

    PhoneCodes(ReactiveStringRedisTemplate redis, RedisDoor door, Attempts attempts, People people, Secrets secrets) {
        this.redis = redis;
        this.door = door;
        this.attempts = attempts;
        this.people = people;
        this.secrets = secrets;
    }

    /** What the asker is told, whoever the number belongs to. */
    public record Promise(Instant expiresAt, long againAfterSeconds) {}

    public Mono<Promise> send(String phone, Origin origin, Instant now) {
        return Mono.when(attempt(phone, origin), Mono.delay(EVEN)).thenReturn(new Promise(now.plus(LIFE), AGAIN.toSeconds()));
    }

    private Mono<Void> attempt(String phone, Origin origin) {
        String code = secrets.digits();
        return attempts.spend("codes-of-address", origin.address(), AN_ADDRESS_AN_HOUR, Duration.ofHours(1))
                .then(attempts.spend("codes-of-minute", phone, 1, AGAIN))
                .then(attempts.spend("codes-of-number", phone, A_NUMBER_AN_HOUR, Duration.ofHours(1)))
                .then(door.pass(Mono.defer(() -> redis.execute(KEEP, key(phone),
                        List.of(digest(phone, code), Long.toString(LIFE.toMillis()))).then())))
                .then(people.byAccount(phone))
                .filter(person -> person.active() && phone.equals(person.phone()))
                .flatMap(person -> people.sendCode(phone, code, LIFE));
    }

    Mono<Boolean> isCode(String phone, String code) {
        return door.pass(Mono.defer(() -> redis.execute(TRY, key(phone), List.of(digest(phone, code), Integer.toString(TRIES))).next()))
                .map(right -> right == 1);
    }

    private static List<String> key(String phone) {
        return List.of("jucai:phone-code:" + Secrets.hexDigest(phone));
    }

    private static String digest(String phone, String code) {
        return Secrets.hexDigest(phone + ":" + code);
    }
}
