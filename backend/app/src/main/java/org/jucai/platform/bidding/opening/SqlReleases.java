package org.jucai.platform.bidding.opening;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of what trustees released, and of the envelopes that it is about. */
@Component
class SqlReleases {

    /** One trustee's words one after another, so that its stream counts them. */
    private static final String ALONE = "select 1 from pg_advisory_xact_lock(hashtextextended(:place, 1)) as held";

    private static final String FOUND = """
            select e.supplier_id, e.sha256, e.asked, convert_from(b.envelope, 'UTF8') as envelope from opening_envelope e
            join bid_envelope b on b.round_id = e.round_id and b.call = e.call and b.supplier_id = e.supplier_id and b.version = e.version
            where e.round_id = :round and e.call = :call and e.header_state <> 'NOT_AS_RECEIPTED' and e.sha256 = any(:digests) limit 50
            """;

    /** What this trustee has not released yet, in the order of receipt. */
    private static final String AWAITED = """
            select e.supplier_id, e.sha256, e.asked, convert_from(b.envelope, 'UTF8') as envelope
            from (select e.* from opening_envelope e
                  where e.round_id = :round and e.call = :call and e.header_state <> 'NOT_AS_RECEIPTED' and (:phase = 'HEADERS' or cardinality(e.asked) > 0)
                    and not exists (select 1 from opening_release r where r.round_id = e.round_id and r.call = e.call and r.supplier_id = e.supplier_id
                                    and r.phase = :phase and r.trustee = :trustee)
                  order by e.position limit :limit) e
            join bid_envelope b on b.round_id = e.round_id and b.call = e.call and b.supplier_id = e.supplier_id and b.version = e.version
            order by e.position
            """;

    private static final String LEFT = """
            select count(*)::int as waiting from opening_envelope e
            where e.round_id = :round and e.call = :call and e.header_state <> 'NOT_AS_RECEIPTED' and (:phase = 'HEADERS' or cardinality(e.asked) > 0)
              and not exists (select 1 from opening_release r where r.round_id = e.round_id and r.call = e.call and r.supplier_id = e.supplier_id
                              and r.phase = :phase and r.trustee = :trustee)
            """;

    private static final String ADD = """
            insert into opening_release (round_id, call, supplier_id, trustee, phase, party_id, released_by, released_at, sha256, release)
            select :round, :call, said.supplier_id, :trustee, :phase, :party, :by, :at, said.sha256, said.release
            from unnest(:suppliers::uuid[], :digests::text[], :releases::text[]) as said(supplier_id, sha256, release)
            on conflict do nothing
            """;

    private static final String SAID_OTHERWISE = """
            select count(*)::int as otherwise
            from unnest(:suppliers::uuid[], :digests::text[]) as said(supplier_id, sha256)
            join opening_release r on r.round_id = :round and r.call = :call and r.supplier_id = said.supplier_id and r.phase = :phase and r.trustee = :trustee
            where r.sha256 <> said.sha256
            """;

    private static final String COUNT = "select count(*) as said from opening_release where round_id = :round and call = :call and trustee = :trustee";

    private static final String KEPT = """
            select e.supplier_id, e.sha256, e.asked, convert_from(b.envelope, 'UTF8') as envelope from opening_envelope e
            join bid_envelope b on b.round_id = e.round_id and b.call = e.call and b.supplier_id = e.supplier_id and b.version = e.version
            where e.round_id = :round and e.call = :call and e.supplier_id = :supplier
            """;

    /** An envelope of the opening, as it is kept. */
    record Kept(UUID supplierId, String sha256, List<Integer> asked, byte[] envelope) {
        Kept {
            asked = List.copyOf(asked);
        }

        List<Integer> sections(OpeningPhase phase) {
            return phase == OpeningPhase.HEADERS ? List.of(0) : asked;
        }
    }

    /** Whose word on what. */
    record Word(UUID roundId, int call, OpeningPhase phase, int trustee) {}

    Mono<Void> alone(Tx tx, Word word) {
        return tx.sql(ALONE).bind("place", word.roundId() + "/" + word.call() + "/" + word.trustee()).mapValue(Integer.class).one().then();
    }

    Mono<List<Kept>> found(Tx tx, RoundOpening opening, List<String> digests) {
        return tx.sql(FOUND).bind("round", opening.roundId()).bind("call", opening.call()).bind("digests", digests.toArray(String[]::new))
                .map(SqlReleases::kept).all().collectList();
    }

    Mono<Kept> of(Tx tx, RoundOpening opening, UUID supplier) {
        return tx.sql(KEPT).bind("round", opening.roundId()).bind("call", opening.call()).bind("supplier", supplier).map(SqlReleases::kept).one();
    }

    Mono<List<Kept>> awaited(Tx tx, Word word, int limit) {
        return bound(tx, AWAITED, word).bind("limit", limit).map(SqlReleases::kept).all().collectList();
    }

    Mono<Integer> left(Tx tx, Word word) {
        return bound(tx, LEFT, word).mapValue(Integer.class).one();
    }

    /** How many of these were not said before; refused where one was said otherwise. */
    Mono<Integer> add(Asking asking, Word word, List<OpeningDesk.Read> all) {
        UUID[] suppliers = all.stream().map(OpeningDesk.Read::supplierId).toArray(UUID[]::new);
        String[] digests = all.stream().map(OpeningDesk.Read::sha256).toArray(String[]::new);
        return bound(asking.tx(), ADD, word).bind("suppliers", suppliers).bind("digests", digests)
                .bind("releases", all.stream().map(OpeningDesk.Read::json).toArray(String[]::new)).bind("party", asking.actor().partyId())
                .bind("by", asking.actor().personId()).bind("at", Bind.at(asking.at()))
                .fetch().rowsUpdated().map(Long::intValue)
                .flatMap(taken -> taken == all.size() ? Mono.just(taken) : bound(asking.tx(), SAID_OTHERWISE, word).bind("suppliers", suppliers)
                        .bind("digests", digests).mapValue(Integer.class).one().filter(otherwise -> otherwise == 0)
                        .switchIfEmpty(Mono.error(() -> OpeningDesk.refuse(OpeningRefusal.SHARES_ALREADY_RELEASED)))
                        .thenReturn(taken));
    }

    /** How often this trustee has spoken in the opening. */
    Mono<Long> said(Tx tx, Word word) {
        return tx.sql(COUNT).bind("round", word.roundId()).bind("call", word.call()).bind("trustee", word.trustee()).mapValue(Long.class).one();
    }

    private static org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec bound(Tx tx, String sql, Word word) {
        return tx.sql(sql).bind("round", word.roundId()).bind("call", word.call()).bind("phase", word.phase().name()).bind("trustee", word.trustee());
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Kept kept(Readable row) {
        return new Kept(row.get("supplier_id", UUID.class), row.get("sha256", String.class), List.of(row.get("asked", Integer[].class)),
                row.get("envelope", String.class).getBytes(StandardCharsets.UTF_8));
    }
}
