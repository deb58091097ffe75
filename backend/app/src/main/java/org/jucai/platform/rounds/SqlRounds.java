package org.jucai.platform.rounds;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class SqlRounds implements Rounds {

    private static final String COLUMNS = """
            id, code, association_id, status, status_since, version, terms, suspended_from, gap_ends_at, frozen_at, reason, reached,
            tendering
            """;

    private static final String FIND = "select " + COLUMNS + " from round where id = :id";

    private static final String LIST = "select " + COLUMNS + """
            from round
            where (:status::text is null or status = :status) and (:before::uuid is null or id < :before)
            order by id desc
            limit :limit
            """;

    /** Looks at the newest rounds only, so that the question costs the same after years. */
    private static final String ZONES = """
            select distinct on (code) code, name
            from (select id, terms from round where :association::uuid is null or association_id = :association order by id desc limit 200) newest
            cross join jsonb_to_recordset(newest.terms -> 'deliveryZones') as zone(code text, name text)
            where :after::text is null or code > :after
            order by code, newest.id desc
            limit :limit
            """;

    private static final String DUE = """
            select id from round
            where id > :after
              and (status = 'ANNOUNCED' and collecting_opens_at <= :now
                   or status = 'COLLECTING' and collecting_ends_at <= :now
                   or status = 'POOLED' and gap_ends_at <= :now
                   or status = 'TENDERING' and offers_due_at <= :now)
            order by id
            limit :limit
            """;

    private static final String ADD = """
            insert into round (id, code, association_id, status, status_since, version, terms, collecting_opens_at,
                               collecting_ends_at, gap_ends_at, announced_at, frozen_at, suspended_from, reason, reached,
                               tendering, offers_due_at)
            values (:id, :code, :association, :status, :since, :version, :terms, :opens, :ends, :gap, :announced, :frozen,
                    :suspended, :reason, :reached, :tendering, :due)
            """;

    private static final String MOVE = """
            update round set status = :status, status_since = :since, version = :version, terms = :terms,
                collecting_opens_at = :opens, collecting_ends_at = :ends, gap_ends_at = :gap, announced_at = :announced,
                frozen_at = :frozen, suspended_from = :suspended, reason = :reason, reached = :reached,
                tendering = :tendering, offers_due_at = :due
            where id = :id and code = :code and association_id = :association and version = :before
            """;

    private static final String NUMBER = """
            insert into round_number (year, last) values (:year, 1)
            on conflict (year) do update set last = round_number.last + 1
            returning last
            """;

    private final JsonMapper json;

    SqlRounds(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Round> find(Tx tx, UUID id) {
        return tx.sql(FIND).bind("id", id).map(this::round).one();
    }

    @Override
    public Mono<Round> findToMove(Tx tx, UUID id) {
        return tx.sql(FIND + " for update").bind("id", id).map(this::round).one();
    }

    @Override
    public Mono<Round> findToJoin(Tx tx, UUID id) {
        return tx.sql(FIND + " for share").bind("id", id).map(this::round).one();
    }

    @Override
    public Mono<Page<Round>> list(Tx tx, Optional<RoundStatus> status, @Nullable String cursor, int limit) {
        return tx.sql(LIST)
                .bind("status", Bind.maybe(status.map(Enum::name).orElse(null), String.class))
                .bind("before", Bind.cursor(cursor))
                .bind("limit", limit + 1)
                .map(this::round)
                .all()
                .collectList()
                .map(rows -> Page.cut(rows, limit, round -> round.id().toString()));
    }

    @Override
    @SuppressWarnings("NullAway") // the terms of a round name both
    public Mono<Page<RoundTerms.Zone>> zones(Tx tx, Optional<UUID> association, @Nullable String cursor, int limit) {
        return tx.sql(ZONES)
                .bind("association", Bind.maybe(association.orElse(null), UUID.class))
                .bind("after", Bind.maybe(cursor, String.class))
                .bind("limit", limit + 1)
                .map(row -> new RoundTerms.Zone(row.get("code", String.class), row.get("name", String.class)))
                .all()
                .collectList()
                .map(rows -> Page.cut(rows, limit, RoundTerms.Zone::code));
    }

    @Override
    public Mono<Void> add(Tx tx, Round round) {
        return bound(tx.sql(ADD), round).fetch().rowsUpdated().then();
    }

    @Override
    public Mono<Round> move(Tx tx, Round before, Round after) {
        return bound(tx.sql(MOVE), after).bind("before", before.version()).fetch().rowsUpdated()
                .filter(rows -> rows == 1)
                .map(moved -> after);
    }

    @Override
    public Mono<Integer> nextNumber(Tx tx, int year) {
        return tx.sql(NUMBER).bind("year", year).mapValue(Integer.class).one();
    }

    @Override
    public Mono<List<UUID>> due(Tx tx, Instant now, UUID after, int limit) {
        return tx.sql(DUE).bind("now", Bind.at(now)).bind("after", after).bind("limit", limit).mapValue(UUID.class).all().collectList();
    }

    private GenericExecuteSpec bound(GenericExecuteSpec statement, Round round) {
        return statement
                .bind("id", round.id())
                .bind("code", round.code())
                .bind("association", round.associationId())
                .bind("status", round.status().name())
                .bind("since", Bind.at(round.statusSince()))
                .bind("version", round.version())
                .bind("terms", Json.of(json.writeValueAsBytes(round.terms())))
                .bind("opens", Bind.at(round.terms().collectingOpensAt()))
                .bind("ends", Bind.at(round.terms().collectingEndsAt()))
                .bind("gap", instant(round.gapEndsAt()))
                .bind("announced", instant(Optional.ofNullable(round.reached().get(RoundStatus.ANNOUNCED))))
                .bind("frozen", instant(round.frozenAt()))
                .bind("suspended", Bind.maybe(round.suspendedFrom().map(Enum::name).orElse(null), String.class))
                .bind("reason", Bind.maybe(round.reason().orElse(null), String.class))
                .bind("reached", Json.of(json.writeValueAsBytes(round.reached())))
                .bind("tendering", Json.of(json.writeValueAsBytes(round.tendering())))
                .bind("due", instant(round.tender().map(TenderTerms::offersDueAt)));
    }

    private static Parameter instant(Optional<Instant> instant) {
        return Bind.maybe(instant.map(Bind::at).orElse(null), OffsetDateTime.class);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Round round(Readable row) {
        return new Round(
                row.get("id", UUID.class),
                row.get("code", String.class),
                row.get("association_id", UUID.class),
                RoundStatus.valueOf(row.get("status", String.class)),
                row.get("status_since", Instant.class),
                row.get("version", Long.class),
                json.readValue(row.get("terms", Json.class).asArray(), RoundTerms.class),
                Optional.ofNullable(row.get("suspended_from", String.class)).map(RoundStatus::valueOf),
                Optional.ofNullable(row.get("gap_ends_at", Instant.class)),
                Optional.ofNullable(row.get("frozen_at", Instant.class)),
                Optional.ofNullable(row.get("reason", String.class)),
                json.readValue(row.get("reached", Json.class).asArray(), new TypeReference<Map<RoundStatus, Instant>>() {}),
                json.readValue(row.get("tendering", Json.class).asArray(), Round.Tendering.class));
    }
}
