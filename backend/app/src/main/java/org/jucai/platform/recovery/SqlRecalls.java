package org.jucai.platform.recovery;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.deliveries.Reach;
import org.jucai.platform.contracts.spi.RecallGate;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of recalls. */
@Component
class SqlRecalls {

    private static final String COLUMNS = """
            id, code, subject, reference, lot_id, maker_id, source, from_on, to_on, seller_id, association_id, group_id, opener_id, opener_kind, opened_by, opened_at, reason,
            instruction, associations, groups, status, ended_party, ended_by, ended_at, ended_words, version""";

    private static final String ADD = """
            insert into recall (id, code, subject, reference, lot_id, maker_id, source, from_on, to_on, seller_id, association_id, group_id, opener_id, opener_kind, opened_by,
                opened_at, reason, instruction, associations, groups, status, version)
            values (:id, :code, :subject, :reference, :lot, :maker, :source, :from, :to, :seller, :association, :group, :opener, :kind, :by,
                :at, :reason, :instruction, :associations, :groups, 'OPEN', 1)
            """;

    private static final String END = """
            update recall set status = :status, ended_party = :party, ended_by = :by, ended_at = :at, ended_words = :words, version = :version
            where id = :id and version = :version - 1
            """;

    private static final String LIST = "select " + COLUMNS + """
             from recall where (:status::text is null or status = :status) and (:before::uuid is null or id < :before) order by id desc limit :limit
            """;

    /** Those that were lifted hold nothing back. */
    private static final String HOLDING = """
            select r.code from recall r
            where r.status <> 'LIFTED' and (r.seller_id is null or r.seller_id = :seller) and (r.association_id is null or r.association_id = :association)
              and (r.group_id is null or r.group_id = :group)
              and case r.subject when 'LOT' then r.lot_id = :lot when 'SOURCE' then r.maker_id = :seller and r.source = :source
                  when 'PERIOD' then r.maker_id = :seller and :on between r.from_on and r.to_on
                  else exists (select 1 from recall_truck t where t.recall_id = r.id and t.delivery_id = :delivery) end
            order by r.code limit 20
            """;

    /** Whoever opens a recall waits for the releases that are under way, and those that come after find it. */
    Mono<Void> beforeAnybodyReleases(Tx tx) {
        return tx.sql("select pg_advisory_xact_lock(hashtextextended('recalls', 0))").fetch().rowsUpdated().then();
    }

    Mono<Void> whileNoneIsOpened(Tx tx) {
        return tx.sql("select pg_advisory_xact_lock_shared(hashtextextended('recalls', 0))").fetch().rowsUpdated().then();
    }

    Mono<List<String>> holding(Tx background, RecallGate.Goods goods) {
        return background.sql(HOLDING).bind("seller", goods.sellerId()).bind("association", goods.associationId()).bind("group", goods.groupId()).bind("lot", goods.lotId())
                .bind("source", Bind.maybe(goods.source().orElse(null), String.class)).bind("on", Bind.maybe(goods.cameOn().orElse(null), LocalDate.class))
                .bind("delivery", goods.deliveryId()).mapValue(String.class).all().collectList();
    }

    Mono<Void> add(Tx tx, Recall recall) {
        Recall.Opened opened = recall.opened();
        Parts parts = Parts.of(recall.reach().of());
        Mono<Void> row = tx.sql(ADD).bind("id", recall.id()).bind("code", recall.code()).bind("subject", parts.subject())
                .bind("reference", Bind.maybe(recall.reference().orElse(null), String.class)).bind("lot", Bind.maybe(parts.lot(), UUID.class))
                .bind("maker", Bind.maybe(parts.maker(), UUID.class)).bind("source", Bind.maybe(parts.source(), String.class))
                .bind("from", Bind.maybe(parts.from(), LocalDate.class)).bind("to", Bind.maybe(parts.to(), LocalDate.class))
                .bind("seller", Bind.maybe(recall.reach().sellerId().orElse(null), UUID.class))
                .bind("association", Bind.maybe(recall.reach().associationId().orElse(null), UUID.class))
                .bind("group", Bind.maybe(recall.reach().groupId().orElse(null), UUID.class)).bind("opener", opened.partyId()).bind("kind", opened.kind().name())
                .bind("by", opened.personId()).bind("at", Bind.at(opened.at())).bind("reason", opened.reason()).bind("instruction", opened.instruction())
                .bind("associations", recall.overseers().toArray(UUID[]::new)).bind("groups", recall.groups().toArray(UUID[]::new)).fetch().rowsUpdated().then();
        return recall.reach().of() instanceof Reach.Of.Trucks(var trucks) ? row.then(trucks(tx, recall.id(), trucks)) : row;
    }

    private static Mono<Void> trucks(Tx tx, UUID recall, Set<UUID> trucks) {
        return tx.sql("insert into recall_truck (recall_id, delivery_id) select :recall, each from unnest(:trucks::uuid[]) each").bind("recall", recall)
                .bind("trucks", trucks.toArray(UUID[]::new)).fetch().rowsUpdated().then();
    }

    Mono<Boolean> end(Tx tx, Recall after) {
        Recall.Ended ended = after.ended().orElseThrow();
        return tx.sql(END).bind("status", after.status().name()).bind("party", ended.partyId()).bind("by", ended.personId()).bind("at", Bind.at(ended.at()))
                .bind("words", ended.words()).bind("version", after.version()).bind("id", after.id()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** Whose goods they are was found to be more than was known. */
    Mono<Void> oversee(Tx background, UUID recall, Collection<UUID> associations, Collection<UUID> groups) {
        return background.sql("""
                update recall set associations = (select array_agg(distinct each) from unnest(associations || :associations::uuid[]) each),
                    groups = (select array_agg(distinct each) from unnest(groups || :groups::uuid[]) each) where id = :id
                """).bind("associations", associations.toArray(UUID[]::new)).bind("groups", groups.toArray(UUID[]::new)).bind("id", recall).fetch().rowsUpdated().then();
    }

    Mono<Recall> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from recall where id = :id").bind("id", id).map(SqlRecalls::recall).one();
    }

    /** Those of these codes that the transaction's parties may read. */
    Mono<List<Recall>> byCodes(Tx tx, List<String> codes) {
        return tx.sql("select " + COLUMNS + " from recall where code = any(:codes) order by id").bind("codes", codes.toArray(String[]::new)).map(SqlRecalls::recall).all().collectList();
    }

    /** Held until the transaction ends; whoever may end it. */
    Mono<Recall> hold(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from recall where id = :id for update").bind("id", id).map(SqlRecalls::recall).one();
    }

    Mono<Page<Recall>> list(Tx tx, Optional<Recall.Status> status, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("status", Bind.maybe(status.map(Enum::name).orElse(null), String.class)).bind("before", Bind.cursor(cursor)).bind("limit", limit + 1)
                .map(SqlRecalls::recall).all().collectList().map(rows -> Page.cut(rows, limit, last -> last.id().toString()));
    }

    Mono<List<UUID>> open(Tx background, Optional<UUID> after, int limit) {
        return background.sql("select id from recall where status = 'OPEN' and (:after::uuid is null or id > :after) order by id limit :limit")
                .bind("after", Bind.maybe(after.orElse(null), UUID.class)).bind("limit", limit).mapValue(UUID.class).all().collectList();
    }

    Mono<Set<UUID>> trucksOf(Tx background, UUID recall) {
        return background.sql("select delivery_id from recall_truck where recall_id = :recall limit 200").bind("recall", recall).mapValue(UUID.class).all()
                .collect(java.util.stream.Collectors.toSet());
    }

    /** A subject's columns. */
    private record Parts(String subject, @Nullable UUID lot, @Nullable UUID maker, @Nullable String source, @Nullable LocalDate from, @Nullable LocalDate to) {

        static Parts of(Reach.Of of) {
            return switch (of) {
                case Reach.Of.Lot(UUID lot) -> new Parts("LOT", lot, null, null, null, null);
                case Reach.Of.Trucks _ -> new Parts("TRUCKS", null, null, null, null, null);
                case Reach.Of.Source(UUID maker, String source) -> new Parts("SOURCE", null, maker, source, null, null);
                case Reach.Of.Period(UUID maker, LocalDate from, LocalDate to) -> new Parts("PERIOD", null, maker, null, from, to);
            };
        }

        Reach.Of of() {
            return switch (subject) {
                case "LOT" -> new Reach.Of.Lot(known(lot));
                case "SOURCE" -> new Reach.Of.Source(known(maker), known(source));
                case "PERIOD" -> new Reach.Of.Period(known(maker), known(from), known(to));
                default -> new Reach.Of.Trucks(Set.of());
            };
        }

        private static <T> T known(@Nullable T found) {
            return Objects.requireNonNull(found, "a recall says of what it is");
        }
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Recall recall(Readable row) {
        Parts parts = new Parts(row.get("subject", String.class), row.get("lot_id", UUID.class), row.get("maker_id", UUID.class), row.get("source", String.class),
                row.get("from_on", LocalDate.class), row.get("to_on", LocalDate.class));
        Reach reach = new Reach(parts.of(), Optional.ofNullable(row.get("seller_id", UUID.class)), Optional.ofNullable(row.get("association_id", UUID.class)),
                Optional.ofNullable(row.get("group_id", UUID.class)), Optional.empty());
        Recall.Opened opened = new Recall.Opened(row.get("opener_id", UUID.class), PartyKind.valueOf(row.get("opener_kind", String.class)), row.get("opened_by", UUID.class),
                row.get("opened_at", Instant.class), row.get("reason", String.class), row.get("instruction", String.class));
        Optional<Recall.Ended> ended = Optional.ofNullable(row.get("ended_at", Instant.class)).map(at -> new Recall.Ended(row.get("ended_party", UUID.class),
                row.get("ended_by", UUID.class), at, row.get("ended_words", String.class)));
        return new Recall(row.get("id", UUID.class), row.get("code", String.class), reach, Optional.ofNullable(row.get("reference", String.class)), opened,
                Set.of(row.get("associations", UUID[].class)), Set.of(row.get("groups", UUID[].class)), Recall.Status.valueOf(row.get("status", String.class)), ended,
                row.get("version", Long.class), List.of());
    }
}
