package org.jucai.platform.notifications.wecom;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells who keeps the installation what became of messages to 企业微信. */
@Component
public class WeComBoard {

    private final Database database;
    private final SqlWeCom outbox;

    WeComBoard(Database database, SqlWeCom outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * What became of a message to a robot; its words and the robot's key are not told.
     *
     * @param robot by which messages to one robot are known to be so
     * @param lastError why the last attempt failed
     */
    public record Sent(UUID id, String robot, State state, int attempts, Times times, Optional<String> lastError) {}

    /** Where a message stands. EXPIRED: it was not sent while it was still worth sending. */
    public enum State { WAITING, SENT, EXPIRED, GIVEN_UP }

    /** @param goodUntil afterwards it is not sent and its words are removed */
    public record Times(Instant queuedAt, Instant goodUntil, Instant nextAttemptAt, Optional<Instant> sentAt, Optional<Instant> givenUpAt) {

        State state(Instant now) {
            if (sentAt.isPresent()) return State.SENT;
            if (givenUpAt.isPresent()) return State.GIVEN_UP;
            return now.isBefore(goodUntil) ? State.WAITING : State.EXPIRED;
        }
    }

    /** Which messages: of one state, those before one of them. */
    public record Question(@Nullable State state, @Nullable UUID before, int limit) {}

    /** Newest first. */
    public Mono<Page<Sent>> list(Question asked, Instant now) {
        return database.read(Scope.background(), tx -> outbox.list(tx, asked, now)).map(rows -> Page.cut(rows, asked.limit(), row -> row.id().toString()));
    }
}
