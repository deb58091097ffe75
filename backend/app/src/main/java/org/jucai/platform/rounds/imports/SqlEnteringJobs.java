package org.jucai.platform.rounds.imports;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shelf of imports that are being entered: in whose name, and until when somebody is at it. That time is told by the
 * database, so that processes whose clocks differ agree about it.
 */
@Component
class SqlEnteringJobs {

    private static final String BEGIN = """
            update demand_import set status = 'CONFIRMING', refusal = null, refusal_facts = '{}', entering_person = :person,
                entering_entry = :entry, entering_until = null, entering_attempts = 0, version = version + 1
            where id = :id and status = 'READY'
            """;

    private static final String CLAIM = """
            update demand_import set entering_until = clock_timestamp() + :lease * interval '1 ms', entering_attempts = entering_attempts + 1
            where id = (select id from demand_import where status = 'CONFIRMING' and (entering_until is null or entering_until < clock_timestamp())
                        order by entering_until nulls first, id limit 1 for update skip locked)
            returning id, party_id, owner_id, entering_person, entering_entry, entering_attempts
            """;

    private static final String GO_ON = """
            update demand_import set entering_until = clock_timestamp() + :lease * interval '1 ms', entering_attempts = 0
            where id = :id and status = 'CONFIRMING'
            """;

    private static final String RELEASE = """
            update demand_import set entering_until = clock_timestamp() + :rest * interval '1 ms' where id = :id and status = 'CONFIRMING'
            """;

    private static final String STOP = """
            update demand_import set status = 'READY', refusal = :refusal, refusal_facts = :facts, entering_until = null, version = version + 1
            where id = :id and status = 'CONFIRMING'
            """;

    private final JsonMapper json;

    SqlEnteringJobs(JsonMapper json) {
        this.json = json;
    }

    /**
     * An import to enter.
     *
     * @param actor who confirmed it; the rights it took were looked at then
     * @param attempts how often it was begun since rows last went in
     */
    record Job(UUID importId, Actor actor, int attempts) {}

    Mono<Void> begin(Tx tx, UUID id, Actor actor) {
        return tx.sql(BEGIN).bind("id", id).bind("person", actor.personId()).bind("entry", actor.entry().name()).fetch().rowsUpdated().then();
    }

    /** The next import that nobody enters, taken for a while; nobody else takes it before. */
    Mono<Job> claim(Tx tx, Duration lease) {
        return tx.sql(CLAIM).bind("lease", lease.toMillis()).map(SqlEnteringJobs::read).one();
    }

    /** Rows went in: this process keeps at it. */
    Mono<Void> goOn(Tx tx, UUID id, Duration lease) {
        return tx.sql(GO_ON).bind("id", id).bind("lease", lease.toMillis()).fetch().rowsUpdated().then();
    }

    /** This process gave it up; whichever is first after a rest goes on. */
    Mono<Void> release(Tx tx, UUID id, Duration rest) {
        return tx.sql(RELEASE).bind("id", id).bind("rest", rest.toMillis()).fetch().rowsUpdated().then();
    }

    /** Back to the preview, with the reason; what was entered stays. */
    Mono<Void> stop(Tx tx, UUID id, String refusal, Map<String, Object> facts) {
        return tx.sql(STOP).bind("id", id).bind("refusal", refusal).bind("facts", Json.of(json.writeValueAsBytes(facts))).fetch().rowsUpdated().then();
    }

    Mono<Boolean> isGoingOn(Tx tx, UUID id) {
        return tx.sql("select exists (select 1 from demand_import where id = :id and status = 'CONFIRMING')").bind("id", id).mapValue(Boolean.class).one();
    }

    @SuppressWarnings("NullAway") // columns that are set where the status is CONFIRMING
    private static Job read(Readable row) {
        PartyKind kind = row.get("owner_id", UUID.class) == null ? PartyKind.ASSOCIATION : PartyKind.ENTERPRISE;
        Actor actor = new Actor(row.get("entering_person", UUID.class), row.get("party_id", UUID.class), kind, Set.of(), Set.of(),
                Actor.Entry.valueOf(row.get("entering_entry", String.class)), false);
        return new Job(row.get("id", UUID.class), actor, row.get("entering_attempts", Integer.class));
    }
}
