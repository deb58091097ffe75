package org.jucai.platform.notifications.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jucai.platform.kernel.Beating;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.Sealing;
import org.jucai.platform.notifications.spi.WeComGate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Posts what waits, in as many processes as there are; without a gate it only removes words that are no longer good. */
@Component
class WeComSender implements Beating {

    private static final Logger LOG = LoggerFactory.getLogger(WeComSender.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);
    private static final int MOST_ATTEMPTS = 20;
    private static final int DOUBLINGS = 10;
    private static final int AT_ONCE = 8;
    private static final int FORGOTTEN_AT_ONCE = 500;

    private final Database database;
    private final SqlWeCom outbox;
    private final Optional<WeComGate> gate;
    private final Sealing sealing;
    private final Duration patience;
    private final int mostPerMinute;
    private final Clock clock;

    WeComSender(Database database, SqlWeCom outbox, ObjectProvider<WeComGate> gate, Sealing sealing, WeComProperties properties, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.gate = Optional.ofNullable(gate.getIfAvailable());
        this.sealing = sealing;
        this.patience = properties.timeout();
        this.mostPerMinute = properties.mostPerMinute();
        this.clock = clock;
    }

    /** Tells how many were taken. */
    Mono<Long> tick() {
        Instant now = clock.instant();
        return database.write(Scope.background(), tx -> outbox.forget(tx, now, FORGOTTEN_AT_ONCE))
                .then(Mono.justOrEmpty(gate))
                .flatMap(open -> database.write(Scope.background(), tx -> outbox.take(tx, now, now.plus(patience.multipliedBy(2)).plusSeconds(10), room(now)))
                        .flatMapIterable(taken -> taken)
                        .flatMap(message -> send(open, message).thenReturn(message), AT_ONCE)
                        .count())
                .defaultIfEmpty(0L);
    }

    /** What was taken may reach the robot as late as an attempt may take, so a minute of the robot's is that much longer here. */
    private SqlWeCom.Room room(Instant now) {
        return new SqlWeCom.Room(AT_ONCE, mostPerMinute, now.minus(MINUTE).minus(patience));
    }

    private Mono<Void> send(WeComGate open, SqlWeCom.Taken message) {
        return Mono.defer(() -> open.send(new WeComGate.Outgoing(message.id(), sealing.open(message.robotSealed()), message.body())))
                .timeout(patience, Mono.error(() -> new WeComGate.NotTakenException("no answer within " + patience.toSeconds() + " s", false)))
                .thenReturn(Optional.<Throwable>empty())
                .onErrorResume(failure -> Mono.just(Optional.of(failure)))
                .flatMap(failure -> database.write(Scope.background(), tx -> note(tx, message, failure)))
                .onErrorResume(failure -> {
                    LOG.warn("what became of message {} could not be noted; it may be sent again: {}", message.id(), failure.toString());
                    return Mono.empty();
                });
    }

    private Mono<Void> note(Tx tx, SqlWeCom.Taken message, Optional<Throwable> failure) {
        Instant now = clock.instant();
        if (failure.isEmpty()) return outbox.sent(tx, message.id(), now);
        boolean known = failure.get() instanceof WeComGate.NotTakenException;
        String says = known ? String.valueOf(failure.get().getMessage()) : failure.get().getClass().getSimpleName();
        boolean forGood = failure.get() instanceof WeComGate.NotTakenException taken && taken.isForGood();
        if (forGood || message.attempt() >= MOST_ATTEMPTS) return outbox.givenUp(tx, message, now, says);
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(message.attempt() - 1, DOUBLINGS));
        return outbox.again(tx, message, now.plus(doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT), says);
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
