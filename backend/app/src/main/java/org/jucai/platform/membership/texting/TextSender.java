package org.jucai.platform.membership.texting;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.spi.SmsGate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sends what waits in the outbox, in as many processes as there are: a text is taken for a while by one of them, sent
 * outside any transaction, and what became of it is noted. Without a gate it only removes words that are no longer good.
 */
@Component
class TextSender implements Beating {

    private static final Logger LOG = LoggerFactory.getLogger(TextSender.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 8;
    private static final int FORGOTTEN_AT_ONCE = 500;
    private static final int LONGEST_ERROR = 200;

    private final Database database;
    private final SqlSending outbox;
    private final Optional<SmsGate> gate;
    private final Duration patience;
    private final Clock clock;
    private final MeterRegistry meters;

    TextSender(Database database, SqlSending outbox, ObjectProvider<SmsGate> gate, SmsProperties properties, Clock clock, MeterRegistry meters) {
        this.database = database;
        this.outbox = outbox;
        this.gate = Optional.ofNullable(gate.getIfAvailable());
        this.patience = properties.timeout();
        this.clock = clock;
        this.meters = meters;
    }

    /** One turn: words that are no longer good go, due texts are sent; tells how many were taken. */
    Mono<Long> tick() {
        Instant now = clock.instant();
        return database.write(Scope.background(), tx -> outbox.forget(tx, now, FORGOTTEN_AT_ONCE))
                .then(Mono.justOrEmpty(gate))
                .flatMap(open -> sendDue(open, now))
                .defaultIfEmpty(0L);
    }

    /** Taken for longer than the gate may need, so that nobody else takes them meanwhile. */
    private Mono<Long> sendDue(SmsGate open, Instant now) {
        Instant until = now.plus(patience.multipliedBy(2)).plusSeconds(10);
        return database.write(Scope.background(), tx -> outbox.take(tx, now, until, AT_ONCE))
                .flatMapIterable(taken -> taken)
                .flatMap(text -> send(open, text).thenReturn(text), AT_ONCE)
                .count();
    }

    private Mono<Void> send(SmsGate open, SqlSending.Taken text) {
        return Mono.defer(() -> open.send(text.message()))
                .timeout(patience, Mono.error(() -> new SmsGate.NotTakenException("no answer within " + patience.toSeconds() + " s", false)))
                .thenReturn(Optional.<Throwable>empty())
                .onErrorResume(failure -> Mono.just(Optional.of(failure)))
                .flatMap(failure -> database.write(Scope.background(), tx -> note(tx, text, failure)))
                .onErrorResume(failure -> {
                    LOG.warn("what became of text {} could not be noted; it may be sent again: {}", text.message().id(), failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> note(Tx tx, SqlSending.Taken text, Optional<Throwable> failure) {
        Instant now = clock.instant();
        if (failure.isEmpty()) {
            count("sent");
            return outbox.sent(tx, text.message().id(), now);
        }
        String says = says(failure.get());
        boolean forGood = failure.get() instanceof SmsGate.NotTakenException known && known.isForGood();
        return SendingRules.again(text.attempt(), forGood, now)
                .map(next -> {
                    count("failed");
                    return outbox.again(tx, text, next, says);
                })
                .orElseGet(() -> {
                    count("given_up");
                    LOG.warn("text {} ({}) is given up after {} attempts: {}", text.message().id(), text.message().purpose(), text.attempt(), says);
                    return outbox.givenUp(tx, text, now, says);
                });
    }

    /** An unforeseen failure is named, not quoted: it may quote the message. */
    private static String says(Throwable failure) {
        String says = failure instanceof SmsGate.NotTakenException known ? String.valueOf(known.getMessage()) : failure.getClass().getSimpleName();
        return says.substring(0, Math.min(says.length(), LONGEST_ERROR));
    }

    private void count(String outcome) {
        meters.counter("jucai.texts", "outcome", outcome).increment();
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
