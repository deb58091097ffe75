package org.jucai.platform.rounds.answers;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The shelf of answers. */
@Component
class SqlAnswers {

    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    private static final String COUNTED = """
            count(*) filter (where status = 'DRAFT')::int as waiting,
            count(*) filter (where status not in ('DRAFT', 'WITHDRAWN', 'REJECTED', 'LAPSED'))::int as counting
            """;

    private static final String OF_ROUND = """
            with said as (select enterprise_id, %s from demand_line where round_id = :round group by enterprise_id),
                 kept as (select * from round_answer where round_id = :round)
            select coalesce(said.enterprise_id, kept.enterprise_id) as id, coalesce(waiting, 0) as waiting,
                   coalesce(counting, 0) as counting, declined_at, signed_at, reminded_at
            from said full join kept on kept.enterprise_id = said.enterprise_id
            limit 10000
            """.formatted(COUNTED);

    private static final String OF_MEMBER = """
            select r.id, said.waiting, said.counting, a.declined_at, a.signed_at, a.reminded_at
            from unnest(:rounds) as r(id)
            cross join lateral (select %s from demand_line d where d.round_id = r.id and d.enterprise_id = :enterprise) said
            left join round_answer a on a.round_id = r.id and a.enterprise_id = :enterprise
            """.formatted(COUNTED);

    private static final String SIGNATURE = """
            select signed_at, signed_by, signed_sha256 from round_answer
            where round_id = :round and enterprise_id = :enterprise and signed_at is not null
            """;

    private static final String DECLINE = """
            insert into round_answer (round_id, enterprise_id, association_id, declined_at, version)
            values (:round, :enterprise, :association, :at, 1)
            on conflict (round_id, enterprise_id) do update set declined_at = excluded.declined_at, version = round_answer.version + 1
            where round_answer.declined_at is null
            returning enterprise_id, version
            """;

    private static final String SIGN = """
            insert into round_answer (round_id, enterprise_id, association_id, signed_at, signed_by, signed_sha256, version)
            values (:round, :enterprise, :association, :at, :person, :sha256, 1)
            on conflict (round_id, enterprise_id) do update set signed_at = excluded.signed_at, signed_by = excluded.signed_by,
                signed_sha256 = excluded.signed_sha256, version = round_answer.version + 1
            where round_answer.signed_at is null
            returning enterprise_id, version
            """;

    private static final String REMIND = """
            insert into round_answer (round_id, enterprise_id, association_id, reminded_at, version)
            select :round, id, :association, :at, 1 from unnest(:members) as m(id) order by id
            on conflict (round_id, enterprise_id) do update set reminded_at = excluded.reminded_at, version = round_answer.version + 1
            where round_answer.reminded_at is null or round_answer.reminded_at <= :before
            returning enterprise_id, version
            """;

    /** A row that changed, with its new version. */
    record Kept(UUID enterpriseId, long version) {}

    Mono<List<MemberAnswer>> ofRound(Tx tx, UUID roundId) {
        return tx.sql(OF_ROUND).bind("round", roundId).map(row -> answer(row)).all().collectList();
    }

    /** One member's answers, by round. */
    Mono<Map<UUID, MemberAnswer>> ofMember(Tx tx, UUID enterpriseId, Set<UUID> rounds) {
        return tx.sql(OF_MEMBER).bind("enterprise", enterpriseId).bind("rounds", rounds.toArray(UUID[]::new))
                .map(row -> answer(row)).all().collectMap(MemberAnswer::enterpriseId);
    }

    @SuppressWarnings("NullAway") // columns that are set together
    Mono<Signature> signature(Tx tx, UUID roundId, UUID enterpriseId) {
        return tx.sql(SIGNATURE).bind("round", roundId).bind("enterprise", enterpriseId)
                .map(row -> new Signature(row.get("signed_at", Instant.class), row.get("signed_by", UUID.class), row.get("signed_sha256", String.class)))
                .one();
    }

    /** Empty where it had declined before. */
    Mono<Kept> decline(Tx tx, Round round, UUID enterpriseId, Instant at) {
        return kept(about(tx.sql(DECLINE), round, at).bind("enterprise", enterpriseId)).next();
    }

    /** Empty where it had signed before. */
    Mono<Kept> sign(Tx tx, Round round, Actor actor, String sha256, Instant at) {
        return kept(about(tx.sql(SIGN), round, at).bind("enterprise", actor.partyId()).bind("person", actor.personId()).bind("sha256", sha256)).next();
    }

    /** Those of these members who were not reminded within the hour. */
    Mono<List<Kept>> remind(Tx tx, Round round, Set<UUID> members, Instant at) {
        return kept(about(tx.sql(REMIND), round, at).bind("members", members.toArray(UUID[]::new))
                .bind("before", Bind.at(at.minus(BETWEEN_REMINDERS)))).collectList();
    }

    private static GenericExecuteSpec about(GenericExecuteSpec statement, Round round, Instant at) {
        return statement.bind("round", round.id()).bind("association", round.associationId()).bind("at", Bind.at(at));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Flux<Kept> kept(GenericExecuteSpec statement) {
        return statement.map(row -> new Kept(row.get("enterprise_id", UUID.class), row.get("version", Long.class))).all();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static MemberAnswer answer(Readable row) {
        return new MemberAnswer(row.get("id", UUID.class), row.get("waiting", Integer.class), row.get("counting", Integer.class),
                Optional.ofNullable(row.get("declined_at", Instant.class)), Optional.ofNullable(row.get("signed_at", Instant.class)),
                Optional.ofNullable(row.get("reminded_at", Instant.class)));
    }
}
