package org.jucai.platform.membership;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.kernel.web.Words;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Text messages: queued in the transaction of what they tell, sent afterwards by the installation's gate. */
@Component
public class Texts {

    private static final int LONGEST_LIST = 200;
    private static final Duration A_DAY = Duration.ofDays(1);

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
     * @param body empty once sent, given up or no longer good: it may hold a secret
     */
    public record Waiting(UUID id, String phone, String purpose, String body, Instant queuedAt, @Nullable Instant sentAt) {}

    /**
     * A text to be queued.
     *
     * @param purpose names the words: {@code text.<purpose>} in the message files, whose placeholders {@code facts} fill
     * @param goodFor how long it is worth sending; afterwards its words are removed
     */
    public record Telling(String phone, String purpose, Map<String, ?> facts, Duration goodFor) {}

    public Mono<Void> queue(Tx tx, Telling telling, Instant at) {
        String body = words.say("text." + telling.purpose(), Locale.SIMPLIFIED_CHINESE, telling.facts());
        Map<String, String> facts = new TreeMap<>();
        telling.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        Waiting waiting = new Waiting(ids.next(), telling.phone(), telling.purpose(), body, at, null);
        return outbox.add(tx, waiting, facts, at.plus(telling.goodFor()));
    }

    /** Queues a text that is worth sending for a day. */
    public Mono<Void> queue(Tx tx, String phone, String purpose, Map<String, ?> facts, Instant at) {
        return queue(tx, new Telling(phone, purpose, facts, A_DAY), at);
    }

    /** The latest messages with what they say; for the demo's outbox page only, for they hold secrets. */
    public Mono<Page<Waiting>> latest(@Nullable UUID before, int limit) {
        int shown = Math.min(limit, LONGEST_LIST);
        return database.read(Scope.background(), tx -> outbox.latest(tx, before, shown + 1))
                .map(rows -> Page.cut(rows, shown, text -> text.id().toString()));
    }

    public Mono<List<Waiting>> latest(int limit) {
        return latest(null, limit).map(Page::items);
    }
}
