package org.jucai.platform.award.decisions;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of objections to awards. */
@Component
class SqlObjections {

    private static final String COLUMNS = """
            id, round_id, number, association_id, party_id, person_id, lot_id, grounds, status, received_at, answer, answered_by, answered_at, version""";

    private static final String ADD = """
            insert into award_objection (id, round_id, number, association_id, party_id, person_id, lot_id, grounds, status, received_at, version)
            values (:id, :round, :number, :association, :party, :person, :lot, :grounds, 'OPEN', :at, 1)
            """;

    private static final String ANSWER = """
            update award_objection set status = :status, answer = :answer, answered_by = :by, answered_at = :at, version = :version
            where id = :id and version = :version - 1
            """;

    private static final String LIST = "select " + COLUMNS + """
             from award_objection where round_id = :round and (:before::uuid is null or id < :before) order by id desc limit :limit
            """;

    private static final String TALLY = """
            select count(*) filter (where status = 'OPEN')::int as open, count(*) filter (where status = 'UPHELD')::int as upheld
            from award_objection where round_id = :round and number = :number
            """;

    private static final String OWN = "select count(*)::int from award_objection where round_id = :round and number = :number and party_id = :party";

    Mono<Void> add(Tx tx, Objection objection) {
        return tx.sql(ADD)
                .bind("id", objection.id())
                .bind("round", objection.roundId())
                .bind("number", objection.number())
                .bind("association", objection.associationId())
                .bind("party", objection.partyId())
                .bind("person", objection.personId())
                .bind("lot", Bind.maybe(objection.lotId().orElse(null), UUID.class))
                .bind("grounds", objection.grounds())
                .bind("at", Bind.at(objection.receivedAt()))
                .fetch().rowsUpdated().then();
    }

    Mono<Boolean> answer(Tx tx, Objection answered) {
        return tx.sql(ANSWER)
                .bind("status", answered.status().name())
                .bind("answer", answered.answer().orElseThrow())
                .bind("by", answered.answeredBy().orElseThrow())
                .bind("at", Bind.at(answered.answeredAt().orElseThrow()))
                .bind("version", answered.version())
                .bind("id", answered.id())
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Objection> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from award_objection where id = :id").bind("id", id).map(SqlObjections::objection).one();
    }

    /** Newest first. */
    Mono<Page<Objection>> list(Tx tx, UUID round, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("round", round).bind("before", Bind.cursor(cursor)).bind("limit", limit + 1).map(SqlObjections::objection).all().collectList()
                .map(rows -> Page.cut(rows, limit, objection -> objection.id().toString()));
    }

    @SuppressWarnings("NullAway") // counts
    Mono<DecisionRules.Tally> tally(Tx tx, UUID round, int number) {
        return tx.sql(TALLY).bind("round", round).bind("number", number)
                .map(row -> new DecisionRules.Tally(row.get("open", Integer.class), row.get("upheld", Integer.class))).one();
    }

    Mono<Integer> own(Tx tx, Award award, UUID party) {
        return tx.sql(OWN).bind("round", award.roundId()).bind("number", award.number()).bind("party", party).mapValue(Integer.class).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Objection objection(Readable row) {
        return new Objection(row.get("id", UUID.class), row.get("round_id", UUID.class), row.get("number", Integer.class), row.get("association_id", UUID.class),
                row.get("party_id", UUID.class), row.get("person_id", UUID.class), Optional.ofNullable(row.get("lot_id", UUID.class)), row.get("grounds", String.class),
                Objection.Status.valueOf(row.get("status", String.class)), row.get("received_at", Instant.class), Optional.ofNullable(row.get("answer", String.class)),
                Optional.ofNullable(row.get("answered_by", UUID.class)), Optional.ofNullable(row.get("answered_at", Instant.class)), row.get("version", Long.class));
    }
}
