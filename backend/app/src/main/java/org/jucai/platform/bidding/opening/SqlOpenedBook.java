package org.jucai.platform.bidding.opening;

import java.util.List;
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

    private static final String LOTS = "select distinct lot from opening_section where round_id = :round and call = :call and state <> 'UNOPENED'";

    private static final String SEAL = "update round_seal set opened_at = :at where round_id = :round and call = :call";

    /** The lots of which sections were opened. */
    Mono<List<String>> lots(Tx tx, RoundOpening opening) {
        return tx.sql(LOTS).bind("round", opening.roundId()).bind("call", opening.call()).mapValue(String.class).all().collectList();
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
