package org.jucai.platform.membership;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The table of connected parties. */
@Component
class SqlConnections {

    private static final String RECORD = """
            insert into connected_party (id, party_a_id, party_b_id, reason, evidence, from_on, to_on)
            values (:id, :a, :b, :reason, :evidence, :from, :to)
            """;

    private static final String LIST = """
            select c.id, c.reason, c.evidence, c.from_on, c.to_on,
                   a.id as a_id, a.kind as a_kind, a.code as a_code, a.name_zh as a_name,
                   b.id as b_id, b.kind as b_kind, b.code as b_code, b.name_zh as b_name
            from connected_party c join party a on a.id = c.party_a_id join party b on b.id = c.party_b_id
            where (:party = '' or c.party_a_id::text = :party or c.party_b_id::text = :party)
              and (:cursor = '' or c.id::text < :cursor)
            order by c.id desc limit :limit
            """;

    /** Everybody who is reached from these parties over connections of the day, with all connections among them. */
    private static final String AROUND = """
            with recursive today as (
                select party_a_id as a, party_b_id as b from connected_party
                where from_on <= :day and (to_on is null or to_on >= :day)
            ), reached(id) as (
                select unnest(:parties)
                union
                select case when today.a = reached.id then today.b else today.a end
                from reached join today on reached.id in (today.a, today.b)
            )
            select a, b from today where a in (select id from reached)
            limit :limit
            """;

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<Circles.Pair>> around(Tx tx, Set<UUID> parties, LocalDate day, int limit) {
        return tx.sql(AROUND).bind("parties", parties.toArray(UUID[]::new)).bind("day", day).bind("limit", limit)
                .map(row -> new Circles.Pair(row.get("a", UUID.class), row.get("b", UUID.class)))
                .all().collectList();
    }

    Mono<Void> add(Tx tx, Connection connection) {
        Connection.Link link = connection.link();
        return tx.sql(RECORD)
                .bind("id", connection.id()).bind("a", connection.one().id()).bind("b", connection.other().id())
                .bind("reason", link.reason().name()).bind("evidence", link.evidence())
                .bind("from", link.fromOn()).bind("to", Bound.maybe(link.toOn(), LocalDate.class))
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, Taken::by).then();
    }

    Mono<Page<Connection>> list(Tx tx, @Nullable UUID party, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("party", party == null ? "" : party.toString())
                .bind("cursor", Bound.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlConnections::connection).all().collectList()
                .map(rows -> Page.cut(rows, limit, row -> row.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Connection connection(Readable row) {
        return new Connection(row.get("id", UUID.class), party(row, "a_"), party(row, "b_"),
                new Connection.Link(Connection.Why.valueOf(row.get("reason", String.class)), row.get("evidence", String.class),
                        row.get("from_on", LocalDate.class), row.get("to_on", LocalDate.class)));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static PartyName party(Readable row, String side) {
        return new PartyName(row.get(side + "id", UUID.class), PartyKind.valueOf(row.get(side + "kind", String.class)),
                row.get(side + "code", String.class), row.get(side + "name", String.class));
    }
}
