package org.jucai.platform.bidding.opening;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of envelopes that trustees' shares do not fit. */
@Component
class SqlDisputes {

    /** What was said in the phase in which it is disputed. */
    private static final String SAID = """
            select (select count(*)::int from opening_release r where r.round_id = :round and r.call = :call and r.supplier_id = :supplier and r.phase = :phase) as spoken,
                   (select r.released_at from opening_release r where r.round_id = :round and r.call = :call and r.supplier_id = :supplier and r.phase = :phase
                    order by r.released_at offset 1 limit 1) as second_at
            """;

    private static final String DISPUTED = """
            select case when e.header_state = 'DISPUTED' then 'HEADERS' else 'SECTIONS' end as phase from opening_envelope e
            where e.round_id = :round and e.call = :call and e.supplier_id = :supplier
              and (e.header_state = 'DISPUTED' or exists (select 1 from opening_section s where s.round_id = e.round_id and s.call = e.call
                                                          and s.supplier_id = e.supplier_id and s.state = 'DISPUTED'))
            """;

    private static final String LEAVE = """
            update opening_envelope set left_because = :reason, header_state = case when header_state = 'DISPUTED' then 'LEFT_SHUT' else header_state end
            where round_id = :round and call = :call and supplier_id = :supplier
            """;

    private static final String LEAVE_SECTIONS = """
            update opening_section set state = 'LEFT_SHUT' where round_id = :round and call = :call and supplier_id = :supplier and state = 'DISPUTED'
            """;

    private static final String KEPT = """
            select e.supplier_id, convert_from(b.envelope, 'UTF8') as envelope, case when e.header_state = 'DISPUTED' then array[0] else array(
                       select s.section from opening_section s where s.round_id = e.round_id and s.call = e.call and s.supplier_id = e.supplier_id
                       and s.state = 'DISPUTED' order by s.section) end as sections,
                   array(select r.release from opening_release r where r.round_id = e.round_id and r.call = e.call and r.supplier_id = e.supplier_id
                         and r.phase = case when e.header_state = 'DISPUTED' then 'HEADERS' else 'SECTIONS' end order by r.trustee) as releases
            from opening_envelope e
            join bid_envelope b on b.round_id = e.round_id and b.call = e.call and b.supplier_id = e.supplier_id and b.version = e.version
            where e.round_id = :round and e.call = :call and e.supplier_id = :supplier
            """;

    private static final String SHOW = """
            insert into opening_record (round_id, call, supplier_id, phase, record, shown_at) values (:round, :call, :supplier, :phase, :record, :at)
            on conflict do nothing
            """;

    /** How many trustees spoke, and when the second did. */
    record Said(int spoken, Optional<Instant> secondAt) {}

    /** An envelope with the sections in dispute and what trustees said. */
    record Kept(byte[] envelope, List<Integer> sections, List<String> releases) {
        Kept {
            sections = List.copyOf(sections);
            releases = List.copyOf(releases);
        }
    }

    /** In which phase it is disputed; empty where it is not. */
    Mono<OpeningPhase> disputed(Tx tx, RoundOpening opening, UUID supplier) {
        return bound(tx, DISPUTED, opening, supplier).mapValue(String.class).one().map(OpeningPhase::valueOf);
    }

    @SuppressWarnings("NullAway") // a count is never null
    Mono<Said> said(Tx tx, RoundOpening opening, UUID supplier, OpeningPhase phase) {
        return bound(tx, SAID, opening, supplier).bind("phase", phase.name())
                .map(row -> new Said(row.get("spoken", Integer.class), Optional.ofNullable(row.get("second_at", Instant.class)))).one();
    }

    Mono<Void> leave(Tx tx, RoundOpening opening, UUID supplier, String reason) {
        return bound(tx, LEAVE, opening, supplier).bind("reason", reason).fetch().rowsUpdated()
                .then(Mono.defer(() -> bound(tx, LEAVE_SECTIONS, opening, supplier).fetch().rowsUpdated())).then();
    }

    Mono<Kept> kept(Tx tx, RoundOpening opening, UUID supplier) {
        return bound(tx, KEPT, opening, supplier).map(SqlDisputes::kept).one();
    }

    Mono<Long> show(Asking asking, RoundOpening opening, OpeningPhase phase, String record) {
        return bound(asking.tx(), SHOW, opening, asking.actor().partyId()).bind("phase", phase.name()).bind("record", record)
                .bind("at", Bind.at(asking.at())).fetch().rowsUpdated();
    }

    private static org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec bound(Tx tx, String sql, RoundOpening opening, UUID supplier) {
        return tx.sql(sql).bind("round", opening.roundId()).bind("call", opening.call()).bind("supplier", supplier);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Kept kept(Readable row) {
        return new Kept(row.get("envelope", String.class).getBytes(StandardCharsets.UTF_8), List.of(row.get("sections", Integer[].class)), List.of(row.get("releases", String[].class)));
    }
}
