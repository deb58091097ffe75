package org.jucai.platform.bidding.opening;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of openings: how far each has come. */
@Component
class SqlOpenings {

    private static final String COLUMNS = "o.round_id, o.call, o.association_id, o.phase, o.version, o.began_at, o.ended_at";

    private static final String FIND = "select " + COLUMNS + " from opening o where o.round_id = :round and o.call = :call";

    private static final String HOLD = FIND + " for update";

    /** What came in is settled, so the opening goes on. */
    private static final String READY = "select " + COLUMNS + """
             from opening o
            where o.phase in ('HEADERS', 'SECTIONS')
              and case o.phase
                    when 'HEADERS' then not exists (select 1 from opening_envelope e where e.round_id = o.round_id and e.call = o.call
                                                    and e.header_state in ('WAITING', 'DISPUTED'))
                    else not exists (select 1 from opening_section s where s.round_id = o.round_id and s.call = o.call
                                     and s.state in ('WAITING', 'DISPUTED')) end
            order by o.round_id limit 200
            """;

    private static final String BEGIN = """
            insert into opening (round_id, call, association_id, phase, version, began_at)
            values (:round, :call, :association, 'HEADERS', 1, :at) on conflict do nothing
            """;

    private static final String LIVE = "select count(*)::int as live from bid_envelope where round_id = :round and call = :call and status = 'SEALED'";

    /** What is kept must be what its receipt was given for. */
    private static final String RECEIVE = """
            insert into opening_envelope (round_id, call, supplier_id, association_id, watchers, position, version, sha256, received_at, log_position, header_state)
            select b.round_id, b.call, b.supplier_id, :association,
                   :keepers::uuid[] || (select array_agg(supplier_id) from bid_envelope where round_id = :round and call = :call and status = 'SEALED'),
                   row_number() over (order by b.received_at, b.supplier_id), b.version, b.sha256, b.received_at, (b.receipt::jsonb ->> 'logPosition')::bigint,
                   case when encode(sha256(b.envelope), 'hex') = b.sha256 and b.receipt::jsonb ->> 'envelopeSha256' = b.sha256
                        then 'WAITING' else 'NOT_AS_RECEIPTED' end
            from bid_envelope b where b.round_id = :round and b.call = :call and b.status = 'SEALED'
            """;

    private static final String MOVE = """
            update opening set phase = :phase, version = version + 1, ended_at = :ended
            where round_id = :round and call = :call and version = :version
            """;

    private static final String HEADERS = """
            select supplier_id, header from opening_envelope where round_id = :round and call = :call and header_state = 'OPENED' order by supplier_id
            """;

    private static final String ASK = """
            insert into opening_section (round_id, call, supplier_id, section, lot, bid_id, state, because)
            select :round, :call, a.supplier_id, a.section, a.lot, a.bid_id, case when a.because = '' then 'WAITING' else 'UNOPENED' end, nullif(a.because, '')
            from unnest(:suppliers::uuid[], :sections::int[], :lots::text[], :bids::uuid[], :because::text[]) as a(supplier_id, section, lot, bid_id, because)
            """;

    private static final String ASKED = """
            update opening_envelope e set asked = a.sections
            from (select supplier_id, array_agg(section order by section) as sections from opening_section
                  where round_id = :round and call = :call and state = 'WAITING' group by supplier_id) a
            where e.round_id = :round and e.call = :call and e.supplier_id = a.supplier_id
            """;

    private static final String WATCHERS = "select watchers from opening_envelope where round_id = :round and call = :call limit 1";

    /** A section that a header speaks of; without a reason to stay shut it is asked for. */
    record Section(UUID supplierId, int section, String lot, UUID bidId, Optional<LotsToOpen.Because> because) {}

    Mono<RoundOpening> find(Tx tx, UUID round, int call) {
        return tx.sql(FIND).bind("round", round).bind("call", call).map(SqlOpenings::opening).one();
    }

    Mono<RoundOpening> hold(Tx tx, UUID round, int call) {
        return tx.sql(HOLD).bind("round", round).bind("call", call).map(SqlOpenings::opening).one();
    }

    Mono<List<RoundOpening>> ready(Tx tx) {
        return tx.sql(READY).map(SqlOpenings::opening).all().collectList();
    }

    /** Whether it begins now; not where it had begun. */
    Mono<Boolean> begin(Tx tx, RoundOpening fresh) {
        return tx.sql(BEGIN).bind("round", fresh.roundId()).bind("call", fresh.call()).bind("association", fresh.associationId())
                .bind("at", Bind.at(fresh.beganAt())).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** How many envelopes came in time and were not withdrawn; seen once the opening began. */
    Mono<Integer> live(Tx tx, RoundOpening opening) {
        return tx.sql(LIVE).bind("round", opening.roundId()).bind("call", opening.call()).mapValue(Integer.class).one();
    }

    /** @param keepers the association and the trustees, who watch beside those who offered */
    Mono<Void> receive(Tx tx, RoundOpening opening, Set<UUID> keepers) {
        return tx.sql(RECEIVE).bind("round", opening.roundId()).bind("call", opening.call()).bind("association", opening.associationId())
                .bind("keepers", keepers.toArray(UUID[]::new)).fetch().rowsUpdated().then();
    }

    Mono<Long> move(Tx tx, RoundOpening opening, OpeningPhase next, Optional<Instant> ended) {
        return tx.sql(MOVE).bind("phase", next.name()).bind("ended", Bind.maybe(ended.map(Bind::at).orElse(null), java.time.OffsetDateTime.class))
                .bind("round", opening.roundId()).bind("call", opening.call()).bind("version", opening.version()).fetch().rowsUpdated();
    }

    /** The headers that can be taken as they stand, by supplier. */
    @SuppressWarnings("NullAway") // asked for those that are open
    Mono<Map<UUID, String>> headers(Tx tx, RoundOpening opening) {
        return tx.sql(HEADERS).bind("round", opening.roundId()).bind("call", opening.call())
                .map(row -> Map.entry(row.get("supplier_id", UUID.class), row.get("header", String.class))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, java.util.TreeMap::new);
    }

    Mono<Void> ask(Tx tx, RoundOpening opening, List<Section> sections) {
        return tx.sql(ASK).bind("round", opening.roundId()).bind("call", opening.call())
                .bind("suppliers", sections.stream().map(Section::supplierId).toArray(UUID[]::new))
                .bind("sections", sections.stream().map(Section::section).toArray(Integer[]::new))
                .bind("lots", sections.stream().map(Section::lot).toArray(String[]::new))
                .bind("bids", sections.stream().map(Section::bidId).toArray(UUID[]::new))
                .bind("because", sections.stream().map(one -> one.because().map(Enum::name).orElse("")).toArray(String[]::new))
                .fetch().rowsUpdated()
                .then(Mono.defer(() -> tx.sql(ASKED).bind("round", opening.roundId()).bind("call", opening.call()).fetch().rowsUpdated())).then();
    }

    /** Whom the opening concerns, once envelopes were received. */
    Mono<Set<UUID>> watchers(Tx tx, RoundOpening opening) {
        return tx.sql(WATCHERS).bind("round", opening.roundId()).bind("call", opening.call()).mapValue(UUID[].class).one().map(Set::of);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static RoundOpening opening(Readable row) {
        return new RoundOpening(row.get("round_id", UUID.class), row.get("call", Integer.class), row.get("association_id", UUID.class),
                OpeningPhase.valueOf(row.get("phase", String.class)), row.get("version", Long.class), row.get("began_at", Instant.class),
                Optional.ofNullable(row.get("ended_at", Instant.class)));
    }
}
