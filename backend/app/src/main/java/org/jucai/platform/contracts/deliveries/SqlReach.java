package org.jucai.platform.contracts.deliveries;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.custody.Place;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whom goods reached. A parcel keeps the truck it came on through every split and move, so nothing is walked along: trucks are found by an index, and
 * what stands of them by another. Asked by background work: the desks say among whose goods.
 */
@Component
class SqlReach {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** Parties that one question names at most. */
    private static final int MOST_PARTIES = 5_000;

    private static final String AMONG = """
             and d.settled_kg is not null and (:seller::uuid is null or d.seller_id = :seller) and (:association::uuid is null or d.association_id = :association)
               and (:party::uuid is null or :party in (d.seller_id, d.buyer_id, d.member_id, d.store_id))
               and (:group::uuid is null or exists (select 1 from call_off g where g.item_id = d.item_id and g.group_id = :group))
            """;

    private static final String PAGE = "select d.id from delivery d where %s" + AMONG + " and (:after::uuid is null or d.id > :after) order by d.id limit :limit";

    private static final String TOTALS = """
            with reached as materialized (select d.id, d.member_id, d.settled_kg from delivery d where %s""" + AMONG + """
            )
            select (select count(*) from reached) as trucks, (select count(distinct member_id) from reached)::int as members,
                   (select coalesce(sum(settled_kg), 0)::bigint from reached) as mass_kg, p.place, sum(p.mass_kg)::bigint as standing_kg
            from reached r join custody_parcel p on p.delivery_id = r.id and p.ended_by is null group by p.place
            """;

    /** Whom the goods concern, with those who oversee the goods by which they are concerned. */
    private static final String CONCERNED = """
            with reached as materialized (
                select d.seller_id, d.buyer_id, d.member_id, d.store_id, d.association_id, c.group_id
                from delivery d join call_off c on c.item_id = d.item_id where %s""" + AMONG + """
            )
            select party_id, min(as_what) as as_what, array_agg(distinct association_id) as associations, array_agg(distinct group_id) as groups from (
                select member_id as party_id, 1 as as_what, association_id, group_id from reached
                union all select store_id, 2, association_id, group_id from reached where store_id is not null
                union all select buyer_id, 3, association_id, group_id from reached
                union all select seller_id, 4, association_id, group_id from reached) each
            group by party_id order by party_id limit :limit
            """;

    private static String where(Reach.Of of) {
        return switch (of) {
            case Reach.Of.Lot _ -> "d.item_id in (select i.id from contract_item i where (i.body ->> 'lotId')::uuid = :lot and i.upstream_item_id is null)";
            case Reach.Of.Trucks _ -> "d.id = any(:trucks)";
            case Reach.Of.Source _ -> "d.item_id in (select i.id from contract_item i where i.seller_id = :maker and i.body -> 'goods' ->> 'source' = :source and i.upstream_item_id is null)";
            case Reach.Of.Period _ -> "d.seller_id = :maker and d.arrived_at >= :from and d.arrived_at < :until";
        };
    }

    private static DatabaseClient.GenericExecuteSpec bound(Tx tx, String sql, Reach reach) {
        DatabaseClient.GenericExecuteSpec asked = tx.sql(sql.formatted(where(reach.of()))).bind("seller", Bind.maybe(reach.sellerId().orElse(null), UUID.class))
                .bind("association", Bind.maybe(reach.associationId().orElse(null), UUID.class)).bind("group", Bind.maybe(reach.groupId().orElse(null), UUID.class))
                .bind("party", Bind.maybe(reach.partyId().orElse(null), UUID.class));
        return switch (reach.of()) {
            case Reach.Of.Lot(UUID lot) -> asked.bind("lot", lot);
            case Reach.Of.Trucks(var trucks) -> asked.bind("trucks", trucks.toArray(UUID[]::new));
            case Reach.Of.Source(UUID maker, String source) -> asked.bind("maker", maker).bind("source", source);
            case Reach.Of.Period(UUID maker, LocalDate from, LocalDate to) -> asked.bind("maker", maker).bind("from", midnight(from)).bind("until", midnight(to.plusDays(1)));
        };
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(BEIJING).toOffsetDateTime();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Page<UUID>> page(Tx tx, Reach reach, @Nullable String cursor, int limit) {
        return bound(tx, PAGE, reach).bind("after", Bind.cursor(cursor)).bind("limit", limit + 1).map(row -> row.get("id", UUID.class)).all().collectList()
                .map(rows -> Page.cut(rows, limit, UUID::toString));
    }

    Mono<ReachBoard.Totals> totals(Tx tx, Reach reach) {
        return bound(tx, TOTALS, reach).map(SqlReach::part).all().collectList().map(parts -> {
            if (parts.isEmpty()) return ReachBoard.Totals.NOTHING;
            Map<Place.Kind, Kilograms> standing = new EnumMap<>(Place.Kind.class);
            parts.forEach(part -> standing.putAll(part.standing()));
            ReachBoard.Totals any = parts.getFirst();
            return new ReachBoard.Totals(any.trucks(), any.members(), any.mass(), standing);
        });
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static ReachBoard.Totals part(Readable row) {
        return new ReachBoard.Totals(row.get("trucks", Long.class), row.get("members", Integer.class), new Kilograms(row.get("mass_kg", Long.class)),
                Map.of(Place.Kind.valueOf(row.get("place", String.class)), new Kilograms(row.get("standing_kg", Long.class))));
    }

    Mono<List<ReachBoard.Touched>> concerned(Tx tx, Reach reach) {
        return bound(tx, CONCERNED, reach).bind("limit", MOST_PARTIES).map(SqlReach::touched).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static ReachBoard.Touched touched(Readable row) {
        ReachBoard.As as = ReachBoard.As.values()[row.get("as_what", Integer.class) - 1];
        return new ReachBoard.Touched(row.get("party_id", UUID.class), as, Set.of(row.get("associations", UUID[].class)), Set.of(row.get("groups", UUID[].class)));
    }

    Mono<Optional<UUID>> byCode(Tx tx, String code) {
        return tx.sql("select id from delivery where code = :code").bind("code", code).mapValue(UUID.class).one().map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
