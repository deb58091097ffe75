package org.jucai.platform.bidding.bids;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.bidding.offer.Faulty;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of opened offers. */
@Component
class SqlBids {

    private static final String BOOK = "select round_id, call, association_id, opened_at, version from bid_book where round_id = :round order by call desc limit 1";

    private static final String HOLD = BOOK + " for update";

    private static final String COUNT = "update bid_book set version = version + 1 where round_id = :round and call = :call";

    private static final String OFFERS = """
            select supplier_id, pseudonym, header from opened_offer where round_id = :round and call = :call order by supplier_id limit 10000
            """;

    private static final String READABLE = """
            select supplier_id, lot_id, content, status, reason from bid
            where round_id = :round and call = :call and content is not null and faults = '[]' order by supplier_id, lot_id limit 1000000
            """;

    private static final String LIST = """
            select b.id, b.lot_id, b.supplier_id, o.pseudonym, o.header, b.status, b.content, b.faults, b.unread, b.reason, b.judged_at, b.version
            from bid b join opened_offer o on o.round_id = b.round_id and o.call = b.call and o.supplier_id = b.supplier_id
            where b.round_id = :round and b.call = :call
              and (:lot::uuid is null or b.lot_id = :lot) and (:status::text is null or b.status = :status)
              and (:after::uuid is null or (b.lot_id, b.supplier_id) > (select a.lot_id, a.supplier_id from bid a where a.round_id = :round and a.id = :after))
            order by b.lot_id, b.supplier_id limit :limit
            """;

    private static final String NAMED = """
            select count(*)::int as there, count(*) filter (where content is null or faults <> '[]')::int as faulty
            from bid where round_id = :round and call = :call and id = any(:ids)
            """;

    private static final String JUDGE = """
            update bid set status = :status, reason = :reason, judged_by = :by, judged_at = :at, version = version + 1
            where round_id = :round and call = :call
              and case when cardinality(:ids::uuid[]) = 0 then status = 'OPENED' else id = any(:ids) and status in ('OPENED', 'ADMISSIBLE', 'REJECTED') end
              and (status <> :status or reason is distinct from :reason)
            returning id, supplier_id
            """;

    private static final String LEFT = "select count(*)::int as waiting from bid where round_id = :round and call = :call and status = 'OPENED'";

    private static final String DECIDE = """
            update bid set status = decided.status, reason = coalesce(:reason, reason), version = version + 1
            from unnest(:suppliers::uuid[], :lots::uuid[], :statuses::text[]) as decided(supplier_id, lot_id, status)
            where bid.round_id = :round and bid.call = :call and bid.supplier_id = decided.supplier_id and bid.lot_id = decided.lot_id
              and bid.status <> decided.status and bid.status <> 'REJECTED'
            returning bid.id, bid.supplier_id
            """;

    private final JsonMapper json;

    SqlBids(JsonMapper json) {
        this.json = json;
    }

    /** How many of the named are there, and how many of them cannot be taken as they stand. */
    record Named(int there, int faulty) {}

    /** Offers that stand otherwise than before, and whose they are. */
    record Moved(List<UUID> bidIds, Set<UUID> supplierIds) {
        static Moved of(List<Map.Entry<UUID, UUID>> rows) {
            return new Moved(rows.stream().map(Map.Entry::getKey).toList(), rows.stream().map(Map.Entry::getValue).collect(Collectors.toUnmodifiableSet()));
        }
    }

    Mono<Book> book(Tx tx, UUID round) {
        return tx.sql(BOOK).bind("round", round).map(SqlBids::book).one();
    }

    /** The newest, held until the transaction ends. */
    Mono<Book> hold(Tx tx, UUID round) {
        return tx.sql(HOLD).bind("round", round).map(SqlBids::book).one();
    }

    Mono<Void> count(Tx tx, Book book) {
        return tx.sql(COUNT).bind("round", book.roundId()).bind("call", book.call()).fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<OpenedBook.KeptOffer>> offers(Tx tx, Book book) {
        return tx.sql(OFFERS).bind("round", book.roundId()).bind("call", book.call())
                .map(row -> new OpenedBook.KeptOffer(row.get("supplier_id", UUID.class), row.get("pseudonym", String.class), row.get("header", String.class)))
                .all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null, or asked not to be
    Mono<List<OpenedBook.KeptBid>> readable(Tx tx, Book book) {
        return tx.sql(READABLE).bind("round", book.roundId()).bind("call", book.call())
                .map(row -> new OpenedBook.KeptBid(row.get("supplier_id", UUID.class), row.get("lot_id", UUID.class), row.get("content", String.class),
                        BidStatus.valueOf(row.get("status", String.class)), Optional.ofNullable(row.get("reason", String.class))))
                .all().collectList();
    }

    Mono<Page<Bid>> list(Tx tx, Book book, BidBoard.Question asked) {
        return tx.sql(LIST).bind("round", book.roundId()).bind("call", book.call())
                .bind("lot", Bind.maybe(asked.lotId(), UUID.class))
                .bind("status", Bind.maybe(asked.status() == null ? null : asked.status().name(), String.class))
                .bind("after", Bind.cursor(asked.cursor())).bind("limit", asked.limit() + 1)
                .map(this::bid).all().collectList()
                .map(rows -> Page.cut(rows, asked.limit(), last -> last.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Named> named(Tx tx, Book book, List<UUID> ids) {
        return tx.sql(NAMED).bind("round", book.roundId()).bind("call", book.call()).bind("ids", ids.toArray(UUID[]::new))
                .map(row -> new Named(row.get("there", Integer.class), row.get("faulty", Integer.class))).one();
    }

    Mono<Moved> judge(Asking asking, Book book, BidDesk.Verdict verdict) {
        return asking.tx().sql(JUDGE).bind("round", book.roundId()).bind("call", book.call())
                .bind("status", (verdict.admitted() ? BidStatus.ADMISSIBLE : BidStatus.REJECTED).name())
                .bind("reason", Bind.maybe(verdict.reason().isEmpty() ? null : verdict.reason(), String.class))
                .bind("by", asking.actor().personId()).bind("at", Bind.at(asking.at()))
                .bind("ids", verdict.bidIds().toArray(UUID[]::new))
                .map(SqlBids::place).all().collectList().map(Moved::of);
    }

    Mono<Integer> left(Tx tx, UUID round, int call) {
        return tx.sql(LEFT).bind("round", round).bind("call", call).mapValue(Integer.class).one();
    }

    /** Who was rejected stays so. */
    Mono<Moved> decide(Tx tx, Book book, Map<BidDesk.Place, BidStatus> outcome, Optional<String> reason) {
        List<Map.Entry<BidDesk.Place, BidStatus>> all = new ArrayList<>(outcome.entrySet());
        return tx.sql(DECIDE).bind("round", book.roundId()).bind("call", book.call()).bind("reason", Bind.maybe(reason.orElse(null), String.class))
                .bind("suppliers", all.stream().map(each -> each.getKey().supplierId()).toArray(UUID[]::new))
                .bind("lots", all.stream().map(each -> each.getKey().lotId()).toArray(UUID[]::new))
                .bind("statuses", all.stream().map(each -> each.getValue().name()).toArray(String[]::new))
                .map(SqlBids::place).all().collectList().map(Moved::of);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Map.Entry<UUID, UUID> place(Readable row) {
        return Map.entry(row.get("id", UUID.class), row.get("supplier_id", UUID.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Book book(Readable row) {
        return new Book(row.get("round_id", UUID.class), row.get("call", Integer.class), row.get("association_id", UUID.class),
                row.get("opened_at", Instant.class), row.get("version", Long.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Bid bid(Readable row) {
        List<Faulty> faults = List.of(json.readValue(row.get("faults", Json.class).asString(), Faulty[].class));
        Optional<String> content = Optional.ofNullable(row.get("content", String.class)).filter(_ -> faults.isEmpty());
        return new Bid(row.get("id", UUID.class), row.get("lot_id", UUID.class), row.get("supplier_id", UUID.class), row.get("pseudonym", String.class),
                BidStatus.valueOf(row.get("status", String.class)), content.map(OpenedBook::offer), OpenedBook.terms(row.get("header", String.class)), faults,
                Optional.ofNullable(row.get("unread", String.class)).map(Unread::valueOf),
                Optional.ofNullable(row.get("reason", String.class)), Optional.ofNullable(row.get("judged_at", Instant.class)), row.get("version", Long.class));
    }
}
