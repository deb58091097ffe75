package org.jucai.platform.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The write transaction of a command: what it changes, its events and the record of its answer commit together, so the
 * same key asked twice changes once and answers the same.
 */
@Component
public class Once {

    public static final String HEADER = "Idempotency-Key";

    private final Database database;
    private final SqlOnce records;
    private final JsonMapper json;
    private final Set<InFlight> inFlight = ConcurrentHashMap.newKeySet();

    private record InFlight(UUID actor, String key) {}

    Once(Database database, SqlOnce records, JsonMapper json) {
        this.database = database;
        this.records = records;
        this.json = json;
    }

    /** One intended change: whose, under which key, and a digest of what was asked. */
    public record Asked(Caller caller, UUID actor, String key, byte[] bodyHash) {}

    /**
     * Runs {@code work} in one transaction unless this actor's key was answered before.
     *
     * @param request the request body, or any value that stands for it
     * @param answer type of the answer, for the replay
     * @return the answer of {@code work}, or the recorded one
     */
    public <A> Mono<A> answer(ServerWebExchange exchange, Object request, Class<A> answer, Function<Tx, Mono<A>> work) {
        return Mono.defer(() -> {
            Asked asked = asked(exchange, request);
            return alone(asked, database.write(asked.caller().scope(), tx -> once(tx, asked, answer, work)));
        });
    }

    /** The key, the actor and a digest of what was asked: the same key with another body is another intention. */
    public Asked asked(ServerWebExchange exchange, Object request) {
        Caller caller = Caller.of(exchange);
        String key = exchange.getRequest().getHeaders().getFirst(HEADER);
        if (key == null || !key.matches("[A-Za-z0-9._:-]{8,80}")) {
            throw new RefusedException(CommonRefusal.IDEMPOTENCY_KEY_MISSING);
        }
        return new Asked(caller, caller.actor().personId(), key, digest(exchange, request));
    }

    /** Runs {@code work} unless the same key is in flight in this process; who writes the record itself uses this. */
    public <A> Mono<A> alone(Asked asked, Mono<A> work) {
        return Mono.defer(() -> {
            InFlight mark = new InFlight(asked.actor(), asked.key());
            if (!inFlight.add(mark)) return Mono.error(new RefusedException(CommonRefusal.REQUEST_IN_FLIGHT));
            return work.doFinally(end -> inFlight.remove(mark));
        });
    }

    /** Whether this key was answered before, so that who asks again is answered alike, whatever has become of the thing since. */
    public Mono<Boolean> wasAnswered(Asked asked) {
        return database.read(asked.caller().scope(), tx -> records.isKnown(tx, asked));
    }

    /** What was kept as the answer to this key; refused where the key was used for another body. */
    public Mono<String> recorded(Tx tx, Asked asked) {
        return records.recall(tx, asked);
    }

    private <A> Mono<A> once(Tx tx, Asked asked, Class<A> type, Function<Tx, Mono<A>> work) {
        return records.claim(tx, asked).flatMap(first -> first
                ? work.apply(tx).flatMap(answer -> records.keep(tx, asked, json.writeValueAsString(answer)).thenReturn(answer))
                : records.recall(tx, asked).map(recorded -> json.readValue(recorded, type)));
    }

    private byte[] digest(ServerWebExchange exchange, Object request) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String target = exchange.getRequest().getMethod() + " " + exchange.getRequest().getPath().value() + "\n";
            digest.update(target.getBytes(StandardCharsets.UTF_8));
            return digest.digest(json.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
