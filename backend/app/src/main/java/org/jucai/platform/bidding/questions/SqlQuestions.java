package org.jucai.platform.bidding.questions;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of questions; who asked is on a board of its own, which row-level security shows to the asker alone before the opening. */
@Component
class SqlQuestions {

    private static final String SELECT = """
            select q.id, q.round_id, q.call, q.association_id, q.lot_id, q.text, q.asked_at, q.answer, q.answered_at, q.version, a.supplier_id
            from question q left join question_asker a on a.question_id = q.id and a.round_id = q.round_id
            """;

    private static final String LIST = SELECT + """
            where q.round_id = :round and (:before::uuid is null or q.id < :before) order by q.id desc limit :limit
            """;

    private static final String ADD = """
            insert into question (id, round_id, call, association_id, lot_id, text, asked_at, version)
            values (:id, :round, :call, :association, :lot, :text, :at, 1)
            """;

    private static final String ADD_ASKER = """
            insert into question_asker (question_id, round_id, call, association_id, supplier_id, person_id)
            values (:id, :round, :call, :association, :supplier, :person)
            """;

    private static final String ANSWER = """
            update question set text = :text, answer = :answer, answered_at = :at, version = :version
            where id = :id and round_id = :round and version = :version - 1
            """;

    /** One after another for a supplier and round, so that a bound holds for those that come at once. */
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended(:place, 1)) as held";

    private static final String BEFORE = "select count(*)::int from question_asker where round_id = :round and call = :call and supplier_id = :supplier";

    Mono<Integer> askedBefore(Tx tx, UUID round, int call, UUID supplier) {
        return tx.sql(ALONE).bind("place", round + "/" + supplier).mapValue(Integer.class).one()
                .then(tx.sql(BEFORE).bind("round", round).bind("call", call).bind("supplier", supplier).mapValue(Integer.class).one());
    }

    Mono<Void> add(Tx tx, Question question, Actor asker) {
        return tx.sql(ADD_ASKER)
                .bind("id", question.id()).bind("round", question.roundId()).bind("call", question.call())
                .bind("association", question.associationId()).bind("supplier", asker.partyId()).bind("person", asker.personId())
                .fetch().rowsUpdated()
                .then(tx.sql(ADD)
                        .bind("id", question.id()).bind("round", question.roundId()).bind("call", question.call())
                        .bind("association", question.associationId()).bind("lot", Bind.maybe(question.lotId().orElse(null), UUID.class))
                        .bind("text", question.text()).bind("at", Bind.at(question.askedAt()))
                        .fetch().rowsUpdated())
                .then();
    }

    Mono<Boolean> answer(Tx tx, Question answered) {
        Question.Answer answer = answered.answer().orElseThrow();
        return tx.sql(ANSWER)
                .bind("text", answered.text()).bind("answer", answer.text()).bind("at", Bind.at(answer.at()))
                .bind("version", answered.version()).bind("id", answered.id()).bind("round", answered.roundId())
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Question> find(Tx tx, UUID id) {
        return tx.sql(SELECT + "where q.id = :id").bind("id", id).map(SqlQuestions::question).one();
    }

    Mono<Page<Question>> list(Tx tx, UUID round, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("round", round).bind("before", Bind.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlQuestions::question).all().collectList()
                .map(rows -> Page.cut(rows, limit, last -> last.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Question question(Readable row) {
        String answer = row.get("answer", String.class);
        OffsetDateTime at = row.get("answered_at", OffsetDateTime.class);
        return new Question(row.get("id", UUID.class), row.get("round_id", UUID.class), row.get("call", Integer.class),
                row.get("association_id", UUID.class), Optional.ofNullable(row.get("lot_id", UUID.class)), row.get("text", String.class),
                row.get("asked_at", Instant.class),
                answer == null || at == null ? Optional.empty() : Optional.of(new Question.Answer(answer, at.toInstant())),
                Optional.ofNullable(row.get("supplier_id", UUID.class)), row.get("version", Long.class));
    }
}
