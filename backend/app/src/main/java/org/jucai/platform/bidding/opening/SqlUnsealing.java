package org.jucai.platform.bidding.opening;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of envelopes that can be unsealed, and of what came out. */
@Component
class SqlUnsealing {

    /**
     * Two trustees said something and not all of it is judged; an envelope that another process works on is passed over. What is long is read
     * of those alone that were taken, and the envelope as the text that it is: bytes would travel as twice as many digits.
     */
    private static final String TAKE = """
            with ready as (
                select r.round_id, r.call, r.supplier_id, r.phase, false as shown from opening_release r
                where (r.round_id, r.call, r.supplier_id, r.phase) in (select round_id, call, supplier_id, phase from opening_release where not judged)
                group by r.round_id, r.call, r.supplier_id, r.phase having count(*) >= 2
                union all
                select w.round_id, w.call, w.supplier_id, w.phase, true from opening_record w
                where not w.judged and exists (select 1 from opening_release r where r.round_id = w.round_id and r.call = w.call
                                               and r.supplier_id = w.supplier_id and r.phase = w.phase)),
            taken as (
                select e.round_id, e.call, e.supplier_id, e.association_id, e.watchers, e.steps, e.version, e.position, ready.phase, ready.shown
                from opening_envelope e
                join ready on ready.round_id = e.round_id and ready.call = e.call and ready.supplier_id = e.supplier_id
                order by e.round_id, e.position limit :limit
                for update of e skip locked)
            select t.round_id, t.call, t.supplier_id, t.association_id, t.watchers, t.steps, t.phase,
                   array(select r.trustee from opening_release r where r.round_id = t.round_id and r.call = t.call and r.supplier_id = t.supplier_id
                         and r.phase = t.phase order by r.trustee) as trustees,
                   array(select r.release from opening_release r where r.round_id = t.round_id and r.call = t.call and r.supplier_id = t.supplier_id
                         and r.phase = t.phase order by r.trustee) as releases,
                   (select w.record from opening_record w where t.shown and w.round_id = t.round_id and w.call = t.call and w.supplier_id = t.supplier_id
                    and w.phase = t.phase) as record,
                   convert_from(b.envelope, 'UTF8') as envelope,
                   array(select s.section from opening_section s where s.round_id = t.round_id and s.call = t.call and s.supplier_id = t.supplier_id
                         and s.state <> 'UNOPENED' order by s.section) as sections,
                   array(select s.lot from opening_section s where s.round_id = t.round_id and s.call = t.call and s.supplier_id = t.supplier_id
                         and s.state <> 'UNOPENED' order by s.section) as lots
            from taken t
            join bid_envelope b on b.round_id = t.round_id and b.call = t.call and b.supplier_id = t.supplier_id and b.version = t.version
            order by t.round_id, t.position
            """;

    /** What is settled stays; only trustees' lies may still come to light. */
    private static final String HEADER = """
            update opening_envelope set
                header_state = case when header_state in ('WAITING', 'DISPUTED') then :state else header_state end,
                header = case when header_state in ('WAITING', 'DISPUTED') then :content else header end,
                header_faults = case when header_state in ('WAITING', 'DISPUTED') then :faults else header_faults end,
                header_deceit = case when header_state in ('WAITING', 'DISPUTED') then :deceit else header_deceit end,
                header_wrong = :lies
            where round_id = :round and call = :call and supplier_id = :supplier
            """;

    private static final String SECTIONS = """
            update opening_section s set state = u.state, content = nullif(u.content, ''), faults = u.faults::jsonb, deceit = nullif(u.deceit, '')
            from unnest(:sections::int[], :states::text[], :contents::text[], :faults::text[], :deceits::text[]) as u(section, state, content, faults, deceit)
            where s.round_id = :round and s.call = :call and s.supplier_id = :supplier and s.section = u.section and s.state in ('WAITING', 'DISPUTED')
            """;

    private static final String SETTLED = """
            update opening_envelope e set wrong = :lies,
                settled = (select count(*) from opening_section s where s.round_id = e.round_id and s.call = e.call and s.supplier_id = e.supplier_id
                           and s.state not in ('WAITING', 'DISPUTED', 'UNOPENED'))
            where e.round_id = :round and e.call = :call and e.supplier_id = :supplier
            """;

    private static final String JUDGED = """
            update opening_release set judged = true
            where round_id = :round and call = :call and supplier_id = :supplier and phase = :phase and trustee = any(:trustees)
            """;

    private static final String SHOWN = "update opening_record set judged = true where round_id = :round and call = :call and supplier_id = :supplier and phase = :phase";

    private static final String STEP = "update opening_envelope set steps = steps + 1 where round_id = :round and call = :call and supplier_id = :supplier";

    private final JsonMapper json;

    SqlUnsealing(JsonMapper json) {
        this.json = json;
    }

    /** Takes some that nobody works on, held until the transaction ends. */
    Mono<List<SealedWork>> take(Tx tx, int limit) {
        return tx.sql(TAKE).bind("limit", limit).map(SqlUnsealing::work).all().collectList();
    }

    Mono<Void> keep(Tx tx, SealedWork work, List<Unsealed> all) {
        Mono<Void> kept = all.isEmpty() ? Mono.empty() : work.phase() == OpeningPhase.HEADERS ? header(tx, work, all.getFirst()) : sections(tx, work, all);
        return kept.then(Mono.defer(() -> judged(tx, work)));
    }

    private static Mono<Void> judged(Tx tx, SealedWork work) {
        org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec judged = tx.sql(work.record().isPresent() ? SHOWN : JUDGED)
                .bind("round", work.roundId()).bind("call", work.call()).bind("supplier", work.supplierId()).bind("phase", work.phase().name());
        return (work.record().isPresent() ? judged : judged.bind("trustees", work.trustees().toArray(Integer[]::new))).fetch().rowsUpdated().then();
    }

    private Mono<Void> header(Tx tx, SealedWork work, Unsealed header) {
        return tx.sql(HEADER).bind("state", header.state().name())
                .bind("content", Bind.maybe(header.content().orElse(null), String.class))
                .bind("faults", Json.of(json.writeValueAsBytes(header.faults())))
                .bind("deceit", Bind.maybe(header.deceit().orElse(null), String.class))
                .bind("lies", Json.of(json.writeValueAsBytes(header.lies())))
                .bind("round", work.roundId()).bind("call", work.call()).bind("supplier", work.supplierId())
                .fetch().rowsUpdated().then();
    }

    private Mono<Void> sections(Tx tx, SealedWork work, List<Unsealed> all) {
        List<Lie> lies = all.stream().flatMap(one -> one.lies().stream()).toList();
        return tx.sql(SECTIONS).bind("round", work.roundId()).bind("call", work.call()).bind("supplier", work.supplierId())
                .bind("sections", all.stream().map(Unsealed::section).toArray(Integer[]::new))
                .bind("states", all.stream().map(one -> one.state().name()).toArray(String[]::new))
                .bind("contents", all.stream().map(one -> one.content().orElse("")).toArray(String[]::new))
                .bind("faults", all.stream().map(one -> json.writeValueAsString(one.faults())).toArray(String[]::new))
                .bind("deceits", all.stream().map(one -> one.deceit().orElse("")).toArray(String[]::new))
                .fetch().rowsUpdated()
                .then(Mono.defer(() -> tx.sql(SETTLED).bind("lies", Json.of(json.writeValueAsBytes(lies)))
                        .bind("round", work.roundId()).bind("call", work.call()).bind("supplier", work.supplierId()).fetch().rowsUpdated()))
                .then();
    }

    /** Counts a step of an envelope that this transaction holds. */
    Mono<Void> step(Tx tx, SealedWork work) {
        return tx.sql(STEP).bind("round", work.roundId()).bind("call", work.call()).bind("supplier", work.supplierId()).fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static SealedWork work(Readable row) {
        return new SealedWork(row.get("round_id", UUID.class), row.get("call", Integer.class), row.get("supplier_id", UUID.class),
                row.get("association_id", UUID.class), List.of(row.get("watchers", UUID[].class)), row.get("steps", Long.class),
                OpeningPhase.valueOf(row.get("phase", String.class)), List.of(row.get("trustees", Integer[].class)), List.of(row.get("releases", String[].class)),
                row.get("envelope", String.class).getBytes(StandardCharsets.UTF_8), List.of(row.get("sections", Integer[].class)), List.of(row.get("lots", String[].class)),
                Optional.ofNullable(row.get("record", String.class)));
    }
}
