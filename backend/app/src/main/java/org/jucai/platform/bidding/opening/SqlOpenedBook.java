package org.jucai.platform.bidding.opening;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes what was opened into the book of offers, once all of it is settled. */
@Component
class SqlOpenedBook {

    private static final String BOOK = """
            insert into bid_book (round_id, call, association_id, opened_at, version) values (:round, :call, :association, :at, 1)
            """;

    private static final String OFFERS = """
            insert into opened_offer (round_id, call, supplier_id, association_id, pseudonym, header)
            select e.round_id, e.call, e.supplier_id, e.association_id, p.pseudonym, e.header
            from opening_envelope e join unnest(:suppliers::uuid[], :pseudonyms::text[]) as p(supplier_id, pseudonym) on p.supplier_id = e.supplier_id
            where e.round_id = :round and e.call = :call
            """;

    private static final String BIDS = """
            insert into bid (round_id, id, call, supplier_id, association_id, lot_id, status, content, faults, unread, version)
            select s.round_id, s.bid_id, s.call, s.supplier_id, :association, s.lot::uuid, case s.state when 'OPENED' then 'OPENED' else 'REJECTED' end,
                   s.content, s.faults, case when s.state in ('TWO_FACED', 'LEFT_SHUT') then s.state end, 1
            from opening_section s where s.round_id = :round and s.call = :call and s.state <> 'UNOPENED'
            """;

    /** What a supplier said across its lots the first time stands where it gave no second quote. */
    private static final String STANDING_OFFERS = """
            insert into opened_offer (round_id, call, supplier_id, association_id, pseudonym, header)
            select o.round_id, :call, o.supplier_id, o.association_id, o.pseudonym, o.header from opened_offer o
            where o.round_id = :round and o.call = :first
            on conflict on constraint opened_offer_pkey do nothing
            """;

    /** A first offer stands where the second names the lot not, or could not be taken there as it is. */
    private static final String STANDING_BIDS = """
            insert into bid (round_id, id, call, supplier_id, association_id, lot_id, status, content, faults, unread, reason, judged_by, judged_at, version)
            select b.round_id, md5(b.id::text || ' quoted again')::uuid, :call, b.supplier_id, b.association_id, b.lot_id, b.status, b.content, b.faults, b.unread,
                   b.reason, b.judged_by, b.judged_at, 1
            from bid b where b.round_id = :round and b.call = :first
            on conflict on constraint bid_one_for_each_lot_of_a_supplier do update
            set status = excluded.status, content = excluded.content, faults = excluded.faults, unread = excluded.unread,
                reason = excluded.reason, judged_by = excluded.judged_by, judged_at = excluded.judged_at
            where bid.faults <> '[]' or bid.unread is not null
            """;

    private static final String PSEUDONYMS = "select supplier_id, pseudonym from opened_offer where round_id = :round and call = :call";

    private static final String LOTS = "select distinct lot from opening_section where round_id = :round and call = :call and state <> 'UNOPENED'";

    private static final String SEAL = "update round_seal set opened_at = :at where round_id = :round and call = :call";

    /** The lots of which sections were opened. */
    Mono<List<String>> lots(Tx tx, RoundOpening opening) {
        return tx.sql(LOTS).bind("round", opening.roundId()).bind("call", opening.call()).mapValue(String.class).all().collectList();
    }

    /** The names by which the offers of a call are told. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Map<UUID, String>> pseudonyms(Tx tx, UUID round, int call) {
        return tx.sql(PSEUDONYMS).bind("round", round).bind("call", call)
                .map(row -> Map.entry(row.get("supplier_id", UUID.class), row.get("pseudonym", String.class))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** After a second quote: what was opened the first time stands where nothing newer does. */
    Mono<Void> carry(Tx tx, RoundOpening second, int first) {
        return bound(tx, STANDING_OFFERS, second).bind("first", first).fetch().rowsUpdated()
                .then(Mono.defer(() -> bound(tx, STANDING_BIDS, second).bind("first", first).fetch().rowsUpdated())).then();
    }

    /** @param suppliers whose headers are open, in the order of their {@code pseudonyms} */
    Mono<Void> write(Tx tx, RoundOpening ended, List<UUID> suppliers, List<String> pseudonyms) {
        return bound(tx, BOOK, ended).bind("association", ended.associationId()).bind("at", Bind.at(ended.endedAt().orElseThrow())).fetch().rowsUpdated()
                .then(Mono.defer(() -> bound(tx, OFFERS, ended).bind("suppliers", suppliers.toArray(UUID[]::new))
                        .bind("pseudonyms", pseudonyms.toArray(String[]::new)).fetch().rowsUpdated()))
                .then(Mono.defer(() -> bound(tx, BIDS, ended).bind("association", ended.associationId()).fetch().rowsUpdated()))
                .then(Mono.defer(() -> bound(tx, SEAL, ended).bind("at", Bind.at(ended.endedAt().orElseThrow())).fetch().rowsUpdated()))
                .then();
    }

    private static org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec bound(Tx tx, String sql, RoundOpening opening) {
        return tx.sql(sql).bind("round", opening.roundId()).bind("call", opening.call());
    }
}
