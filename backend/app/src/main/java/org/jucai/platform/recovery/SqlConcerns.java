package org.jucai.platform.recovery;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.ReachBoard;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of those whom recalls concern. */
@Component
class SqlConcerns {

    private static final int CHUNK = 500;

    private static final String ADD = """
            insert into recall_concern (id, recall_id, party_id, as_what, opener_id, overseers, since)
            select id, :recall, party_id, as_what, :opener, overseers, :at
            from jsonb_to_recordset(:rows::jsonb) as r(id uuid, party_id uuid, as_what text, overseers uuid[])
            """;

    private static final String ANSWER = """
            update recall_concern set handling = :handling, words = :words, acknowledged_at = :at, acknowledged_by = :by where id = :id and acknowledged_at is null
            """;

    private final JsonMapper json;
    private final Ids ids;

    SqlConcerns(JsonMapper json, Ids ids) {
        this.json = json;
        this.ids = ids;
    }

    /** Whose it is, and who they are. */
    record Of(UUID recallId, Recall.Concern concern) {}

    /** A laboratory reads none of them, so their rows do not name it. */
    Mono<Void> add(Tx tx, Recall recall, Collection<ReachBoard.Touched> touched, Instant at) {
        UUID opener = recall.opened().kind() == PartyKind.LABORATORY ? null : recall.opened().partyId();
        return Flux.fromIterable(touched).map(this::row).buffer(CHUNK).concatMap(rows -> tx.sql(ADD).bind("recall", recall.id()).bind("opener", Bind.maybe(opener, UUID.class))
                .bind("at", Bind.at(at)).bind("rows", Json.of(json.writeValueAsBytes(rows))).fetch().rowsUpdated()).then();
    }

    private Map<String, Object> row(ReachBoard.Touched touched) {
        Set<UUID> overseers = new HashSet<>(touched.associations());
        overseers.addAll(touched.groups());
        return new HashMap<>(Map.of("id", ids.next(), "party_id", touched.partyId(), "as_what", touched.as().name(), "overseers", overseers));
    }

    /** False where it was said before. */
    Mono<Boolean> answer(Tx tx, UUID concern, Recall.Answer answer) {
        return tx.sql(ANSWER).bind("handling", answer.handling().name()).bind("words", answer.words()).bind("at", Bind.at(answer.at())).bind("by", answer.personId())
                .bind("id", concern).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<List<Of>> of(Tx tx, Collection<UUID> recalls) {
        if (recalls.isEmpty()) return Mono.just(List.of());
        return tx.sql("select id, recall_id, party_id, as_what, since, handling, words, acknowledged_at, acknowledged_by from recall_concern where recall_id = any(:recalls) order by id limit 20000")
                .bind("recalls", recalls.toArray(UUID[]::new)).map(SqlConcerns::concern).all().collectList();
    }

    /** How many of all have not said anything. */
    Mono<Integer> waiting(Tx background, UUID recall) {
        return background.sql("select count(*)::int from recall_concern where recall_id = :recall and acknowledged_at is null").bind("recall", recall).mapValue(Integer.class).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Of concern(Readable row) {
        Optional<Recall.Answer> answer = Optional.ofNullable(row.get("acknowledged_at", Instant.class)).map(at -> new Recall.Answer(
                Recall.Handling.valueOf(row.get("handling", String.class)), row.get("words", String.class), row.get("acknowledged_by", UUID.class), at));
        return new Of(row.get("recall_id", UUID.class), new Recall.Concern(row.get("id", UUID.class), row.get("party_id", UUID.class),
                ReachBoard.As.valueOf(row.get("as_what", String.class)), row.get("since", Instant.class), answer));
    }
}
