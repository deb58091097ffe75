package org.jucai.platform.notifications;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is still to be told by message. */
@Component
class SqlTellings {

    private static final String ADD = """
            insert into notice_telling (notice_id, channel, person_id, due_at)
            select * from unnest(:notices::uuid[], :channels::text[], :people::uuid[], :dues::timestamptz[]) on conflict do nothing
            """;

    /** Told in this transaction, or taken again when it fails. */
    private static final String TAKE = """
            with due as (
                select notice_id, channel from notice_telling where told_at is null and due_at <= :now
                order by due_at, notice_id limit :limit for update skip locked)
            update notice_telling t set told_at = :now from due, notice n
            where t.notice_id = due.notice_id and t.channel = due.channel and n.id = t.notice_id
            returning t.notice_id, t.channel, t.person_id, n.party_id, n.type, n.page, n.page_id, n.round_id, n.facts::text as facts, n.read_at is not null as read
            """;

    private final JsonMapper json;

    SqlTellings(JsonMapper json) {
        this.json = json;
    }

    record Due(UUID noticeId, Channel channel, UUID personId, Instant at) {}

    /** @param read whether its person has read it in the inbox since */
    record Taken(UUID noticeId, Channel channel, UUID personId, UUID partyId, Shown shown, boolean read) {}

    /** What is said of it. */
    record Shown(String type, Map<String, String> facts, NoticePage page, UUID pageId, @Nullable UUID roundId) {}

    Mono<Void> add(Tx tx, List<Due> due) {
        if (due.isEmpty()) return Mono.empty();
        return tx.sql(ADD).bind("notices", due.stream().map(Due::noticeId).toArray(UUID[]::new)).bind("channels", due.stream().map(one -> one.channel().name()).toArray(String[]::new))
                .bind("people", due.stream().map(Due::personId).toArray(UUID[]::new)).bind("dues", due.stream().map(one -> Bind.at(one.at())).toArray(OffsetDateTime[]::new))
                .fetch().rowsUpdated().then();
    }

    Mono<List<Taken>> take(Tx tx, Instant now, int limit) {
        return tx.sql(TAKE).bind("now", Bind.at(now)).bind("limit", limit).map(this::taken).all().collectList()
                .map(rows -> rows.stream().sorted(java.util.Comparator.comparing(Taken::noticeId)).toList());
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Taken taken(Readable row) {
        Shown shown = new Shown(row.get("type", String.class), json.readValue(row.get("facts", String.class), new TypeReference<Map<String, String>>() {}),
                NoticePage.valueOf(row.get("page", String.class)), row.get("page_id", UUID.class), row.get("round_id", UUID.class));
        return new Taken(row.get("notice_id", UUID.class), Channel.valueOf(row.get("channel", String.class)), row.get("person_id", UUID.class),
                row.get("party_id", UUID.class), shown, row.get("read", Boolean.class));
    }
}
