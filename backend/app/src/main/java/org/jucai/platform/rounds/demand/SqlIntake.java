package org.jucai.platform.rounds.demand;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.BatchSql;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * New lines, their events and the records of their keys in one statement. The round is held shared until commit: a lock
 * of the round waits for lines in flight, and a line decided on an older version of the round is not written.
 */
@Component
class SqlIntake {

    /** The test of a key stands in {@code coalesce}, so that it is a look-up in a hash and never a loop in a loop. */
    private static final String WRITE = """
            with given as materialized (
                %s
            ), held as materialized (
                select id, version, association_id from round where id in (select round_id from given) for share
            ), current as materialized (
                select given.*, held.association_id from given join held on held.id = given.round_id and held.version = given.round_version
            ), claimed as (
                %s
            ), taken as materialized (
                select * from current where coalesce((actor_id, key) in (select actor_id, key from claimed), false)
            ), lines as (
                insert into demand_line (%s) select %s from taken
            ), events as (
                %s
            )
            select coalesce(array_agg(given.ord) filter (where current.ord is null), '{}') as moved,
                   coalesce(array_agg(given.ord) filter (where current.ord is not null and taken.ord is null), '{}') as known
            from given left join current on current.ord = given.ord left join taken on taken.ord = given.ord
            """;

    private final List<IntakeColumn> columns;
    private final String write;

    SqlIntake(JsonMapper json) {
        this.columns = IntakeColumn.all(json);
        String mine = LineRow.COLUMNS.replace(" lot_id,", "");
        this.write = WRITE.formatted(IntakeColumn.unfolded(columns), BatchSql.claim("current", "id::text", "submitted_at"), mine, mine,
                BatchSql.append("taken", DemandLine.STREAM));
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
        DatabaseClient.GenericExecuteSpec statement = tx.sql(write);
        for (IntakeColumn column : columns) statement = statement.bind(column.name(), column.values(entries));
        return statement
                .map(row -> outcomes(entries.size(), row.get("moved", Long[].class), row.get("known", Long[].class)))
                .one();
    }

    /** Written unless named: the exceptions alone come back. */
    private static List<Intake.Outcome> outcomes(int size, Long @Nullable [] moved, Long @Nullable [] known) {
        Intake.Outcome[] outcomes = new Intake.Outcome[size];
        Arrays.fill(outcomes, Intake.Outcome.WRITTEN);
        if (moved == null || known == null) throw new IllegalStateException("a batch came back without its outcome");
        for (long ord : moved) outcomes[(int) ord - 1] = Intake.Outcome.ROUND_MOVED;
        for (long ord : known) outcomes[(int) ord - 1] = Intake.Outcome.KEY_KNOWN;
        return Arrays.asList(outcomes);
    }
}
