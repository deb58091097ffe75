package org.jucai.platform.membership;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.kernel.web.Words;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Text messages: queued in the transaction of what they tell, sent afterwards by the installation's gate. */
@Component
public class Texts {

    private static final int LONGEST_LIST = 200;

    private final SqlTexts outbox;
    private final Database database;
    private final Words words;
    private final Ids ids;
    private final MembershipProperties properties;

    Texts(SqlTexts outbox, Database database, Words words, Ids ids, MembershipProperties properties) {
        this.outbox = outbox;
        this.database = database;
        this.words = words;
        this.ids = ids;
        this.properties = properties;
    }

    /** Where a link in a text leads. {@code path} begins with a slash. */
    public String link(String path) {
        return properties.publicAddress() + path;
    }

    /**
     * A message in the outbox.
     *
     * @param body empty once sent: it may hold a secret
     */
    public record Waiting(UUID id, String phone, String purpose, String body, Instant queuedAt, @Nullable Instant sentAt) {}

    /**
     * Queues a text.
     *
     * @param purpose names the words: {@code text.<purpose>} in the message files, whose placeholders {@code facts} fill
     */
    public Mono<Void> queue(Tx tx, String phone, String purpose, Map<String, ?> facts, Instant at) {
        String body = words.say("text." + purpose, Locale.SIMPLIFIED_CHINESE, facts);
        return outbox.add(tx, new Waiting(ids.next(), phone, purpose, body, at, null));
    }

    /** Queues a text in words of the caller's own, in a transaction of its own. */
    public Mono<Void> queue(String phone, String purpose, String body, Instant at) {
        return database.write(Scope.background(), tx -> outbox.add(tx, new Waiting(ids.next(), phone, purpose, body, at, null)));
    }

    /** The latest messages with what they say; for the demo's outbox page only, for they hold secrets. */
    public Mono<List<Waiting>> latest(int limit) {
        return database.read(Scope.background(), tx -> outbox.latest(tx, Math.min(limit, LONGEST_LIST)));
    }
}
