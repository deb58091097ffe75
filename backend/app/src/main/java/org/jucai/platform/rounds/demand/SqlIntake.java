package org.jucai.platform.rounds.demand;

import io.r2dbc.postgresql.codec.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.BatchSql;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * New lines, their events and the records of their keys in one statement. The round is held shared until commit: a lock
 * of the round waits for lines in flight, and a line decided on an older version of the round is not written.
 */
@Component
class SqlIntake {

    private static final String WRITE = """
            with given as materialized (
                select * from jsonb_to_recordset(:rows) as g(%s, ord int, round_version bigint, stream_id uuid, type text,
                    body jsonb, readers uuid[], actor_id uuid, party_id uuid, entry text, key text, body_hash text, answer text,
                    at timestamptz)
            ), held as materialized (
                select id, version from round where id in (select round_id from given) for share
            ), current as materialized (
                select given.* from given join held on held.id = given.round_id and held.version = given.round_version
            ), claimed as (
                %s
            ), taken as materialized (
                select current.* from current join claimed using (actor_id, key)
            ), lines as (
                insert into demand_line (%s) select %s from taken
            ), events as (
                %s
            )
            select coalesce(array_agg(given.ord) filter (where current.ord is null), '{}') as moved,
                   coalesce(array_agg(given.ord) filter (where current.ord is not null and taken.ord is null), '{}') as known
            from given left join current on current.ord = given.ord left join taken on taken.ord = given.ord
            """.formatted(LineRow.TYPED, BatchSql.claim("current"), LineRow.COLUMNS, LineRow.COLUMNS,
            BatchSql.append("taken", DemandLine.STREAM));

    private final JsonMapper json;

    SqlIntake(JsonMapper json) {
        this.json = json;
    }

    /** Exactly the parties and the people whose commands the batch carries. */
    static Scope scope(List<Intake.Entry> entries) {
        Set<UUID> parties = new HashSet<>();
        Set<UUID> actors = new HashSet<>();
        for (Intake.Entry entry : entries) {
            parties.add(entry.asked().caller().actor().partyId());
            actors.add(entry.asked().actor());
        }
        return Scope.batch(parties, actors);
    }

    Mono<List<Intake.Outcome>> write(Tx tx, List<Intake.Entry> entries) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>(entries.size());
        for (int ord = 0; ord < entries.size(); ord++) rows.add(row(entries.get(ord), ord));
        return tx.sql(WRITE)
                .bind("rows", Json.of(json.writeValueAsBytes(rows)))
                .map(row -> outcomes(entries.size(), row.get("moved", Integer[].class), row.get("known", Integer[].class)))
                .one();
    }

    /** Written unless named: the exceptions alone come back. */
    private static List<Intake.Outcome> outcomes(int size, Integer @Nullable [] moved, Integer @Nullable [] known) {
        Intake.Outcome[] outcomes = new Intake.Outcome[size];
        Arrays.fill(outcomes, Intake.Outcome.WRITTEN);
        if (moved == null || known == null) throw new IllegalStateException("a batch came back without its outcome");
        for (int ord : moved) outcomes[ord] = Intake.Outcome.ROUND_MOVED;
        for (int ord : known) outcomes[ord] = Intake.Outcome.KEY_KNOWN;
        return Arrays.asList(outcomes);
    }

    private static Map<String, @Nullable Object> row(Intake.Entry entry, int ord) {
        DemandLine line = entry.event().line();
        Actor actor = entry.asked().caller().actor();
        Map<String, @Nullable Object> row = new HashMap<>(LineRow.of(line));
        row.put("ord", ord);
        row.put("round_version", entry.roundVersion());
        row.put("stream_id", line.id());
        row.put("type", entry.event().type());
        row.put("body", entry.event());
        row.put("readers", List.of(line.enterpriseId(), line.associationId()));
        row.put("actor_id", actor.personId());
        row.put("party_id", actor.partyId());
        row.put("entry", actor.entry());
        row.put("key", entry.asked().key());
        row.put("body_hash", HexFormat.of().formatHex(entry.asked().bodyHash()));
        row.put("answer", entry.answer());
        row.put("at", line.submittedAt());
        return row;
    }
}
