package org.jucai.platform.notifications.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.Sealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Posts what waits for webhooks, in as many processes as there are: a message is taken for a while by one of them, posted outside any
 * transaction, and what became of it is noted. A process that dies in between leaves it to be posted again, under the same id.
 */
@Component
class WebhookSender implements Beating {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int AT_ONCE = 16;
    private static final int PERMILLE = 1_000;

    private final Database database;
    private final SqlPosts deliveries;
    private final WebhookFate fate;
    private final WebhookPost post;
    private final Sealing sealing;
    private final Tools tools;

    /** Time, chance, and how long an attempt may take. */
    @Component
    record Tools(Clock clock, SecureRandom random, WebhookProperties properties) {}

    WebhookSender(Database database, SqlPosts deliveries, WebhookFate fate, WebhookPost post, Sealing sealing, Tools tools) {
        this.database = database;
        this.deliveries = deliveries;
        this.fate = fate;
        this.post = post;
        this.sealing = sealing;
        this.tools = tools;
    }

    /** One turn; tells how many were posted. Taken for longer than an attempt may last, so that nobody else takes them meanwhile. */
    Mono<Long> tick() {
        Instant now = tools.clock().instant();
        Instant until = now.plus(tools.properties().timeout().multipliedBy(2)).plusSeconds(10);
        return database.write(Scope.background(), tx -> deliveries.take(tx, now, until, AT_ONCE))
                .flatMapIterable(taken -> taken)
                .flatMap(taken -> send(taken).thenReturn(taken), AT_ONCE)
                .count();
    }

    private Mono<Void> send(SqlPosts.Taken taken) {
        return Mono.defer(() -> {
            byte[] body = taken.delivery().body().getBytes(StandardCharsets.UTF_8);
            return post.post(taken.url(), headers(taken, body), body);
        }).flatMap(outcome -> database.write(Scope.background(), tx -> note(tx, taken, outcome))).onErrorResume(failure -> {
            LOG.warn("what became of message {} could not be noted; it may be posted again: {}", taken.delivery().messageId(), failure.toString());
            return Mono.empty();
        });
    }

    private Map<String, String> headers(SqlPosts.Taken taken, byte[] body) {
        Instant now = tools.clock().instant();
        String id = "msg_" + taken.delivery().messageId();
        List<String> secrets = new ArrayList<>(List.of(sealing.open(taken.secrets().present())));
        if (taken.secrets().formerSigns(now)) taken.secrets().former().map(sealing::open).ifPresent(secrets::add);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("content-type", "application/json");
        headers.put("user-agent", "Jucai-Webhooks/1");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", Signature.of(secrets, id, now.getEpochSecond(), body));
        return headers;
    }

    private Mono<Void> note(Tx tx, SqlPosts.Taken taken, AttemptRules.Outcome outcome) {
        Instant now = tools.clock().instant();
        Optional<Instant> again = outcome.taken() ? Optional.empty() : AttemptRules.again(taken.turn(), outcome, now, tools.random().nextInt(PERMILLE));
        Delivery.State state = outcome.taken() ? Delivery.State.DELIVERED : again.isPresent() ? Delivery.State.WAITING : Delivery.State.GIVEN_UP;
        return deliveries.note(tx, taken, new SqlPosts.Noted(state, again.orElse(now), outcome), now).then(fate.after(tx, taken.delivery().webhookId(), outcome, now));
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Mono<Void> beat() {
        return tick().then();
    }
}
