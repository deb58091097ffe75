package org.jucai.platform.membership.texting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells who keeps the installation what became of text messages. */
@Component
public class TextBoard {

    private final Database database;
    private final SqlSending outbox;

    TextBoard(Database database, SqlSending outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** Which texts: of one state, those before one of them. */
    public record Question(SentText.@Nullable State state, @Nullable UUID before, int limit) {}

    /** Newest first. */
    public Mono<Page<SentText>> list(Question asked, Instant now) {
        return database.read(Scope.background(), tx -> outbox.list(tx, asked, now))
                .map(rows -> Page.cut(rows, asked.limit(), row -> row.id().toString()).map(row -> told(row, now)));
    }

    private static SentText told(SqlSending.Kept row, Instant now) {
        return new SentText(row.id(), SendingRules.hidden(row.phone()), row.purpose(), SendingRules.state(row, now), row.attempts(),
                row.queuedAt(), row.goodUntil(), row.nextAttemptAt(), row.sentAt(), row.givenUpAt(), row.lastError());
    }
}
