package org.jucai.platform.contracts;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of what comes of each lot. */
@Component
class SqlSupplies {

    private static final String FROM = """
             from contract_item i join call_off o on o.item_id = i.id join contract c on c.id = i.contract_id
            where i.upstream_item_id is null and c.award_number = (select max(a.award_number) from contract a where a.round_id = c.round_id and a.kind = 'SUPPLY')
            """;

    private static final String OF_LOT = """
            select i.body, c.id, c.code, c.status, c.seller_id, c.buyer_id, c.round_id, c.round_code, c.association_id, c.group_id, c.award_number, o.cover_stands, o.held_by,
                   o.contracted_kg, o.moved_kg, o.short_kg, o.called_kg, (o.delivery_terms ->> 'toleranceBp')::int as tolerance_bp
            """ + FROM + " and (i.body ->> 'lotId')::uuid = :lot order by i.id limit 20000";

    /** Once one of its contracts took effect. */
    private static final String LIST = """
            select min(i.id::text) as key, (i.body ->> 'lotId')::uuid as lot_id, min(i.body ->> 'lotCode') as lot_code, c.round_id, c.round_code, c.seller_id,
                   min(i.body -> 'goods' ->> 'grade') as grade, min(i.body -> 'goods' ->> 'size') as size, min(i.body -> 'goods' ->> 'packing') as packing,
                   sum(o.contracted_kg + o.moved_kg)::bigint as entitled_kg, sum(o.contracted_kg + o.moved_kg - o.short_kg)::bigint as share_kg, sum(o.called_kg)::bigint as called_kg,
                   max((i.body -> 'destination' ->> 'toOn')::date) as due_on, bool_or(c.status = 'TERMINATED') as ended, bool_or(o.held_by is not null) as held
            """ + FROM + """
             and (:round::uuid is null or c.round_id = :round)
            group by (i.body ->> 'lotId')::uuid, c.round_id, c.round_code, c.seller_id
            having bool_or(c.status in ('EFFECTIVE', 'DISPUTED', 'COMPLETED')) and (:after::uuid is null or min(i.id::text) < :after::text)
            order by min(i.id::text) desc limit :limit
            """;

    private static final String KEEP = """
            update call_off o set moved_kg = o.moved_kg + r.moved_kg, short_kg = r.short_kg,
                most_kg = (o.contracted_kg + o.moved_kg + r.moved_kg - r.short_kg) * (10000 + (o.delivery_terms ->> 'toleranceBp')::bigint) / 10000
            from jsonb_to_recordset(:rows::jsonb) as r(item_id uuid, moved_kg bigint, short_kg bigint) where o.item_id = r.item_id
            """;

    private final JsonMapper json;

    SqlSupplies(JsonMapper json) {
        this.json = json;
    }

    /** Empty where these parties read no contract of it. */
    Mono<LotSupply> ofLot(Tx tx, UUID lot) {
        return tx.sql(OF_LOT).bind("lot", lot).map(row -> new Found(row(row, lot), part(row))).all().collectList().filter(found -> !found.isEmpty())
                .map(found -> found.getFirst().lot().with(found.stream().map(Found::part).toList()));
    }

    private record Lot(UUID id, UUID roundId, String roundCode, UUID associationId, UUID groupId, int awardNumber) {

        LotSupply with(List<LotSupply.Part> parts) {
            return new LotSupply(id, roundId, roundCode, associationId, groupId, awardNumber, parts);
        }
    }

    private record Found(Lot lot, LotSupply.Part part) {}

    Mono<Page<LotSupply.Line>> list(Tx tx, Optional<UUID> round, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("round", Bind.maybe(round.orElse(null), UUID.class)).bind("after", Bind.cursor(cursor)).bind("limit", limit + 1).map(SqlSupplies::line).all()
                .collectList().map(rows -> Page.cut(rows, limit, last -> last.key().toString()));
    }

    /** By their ids, as everybody does who holds several. */
    Mono<Void> hold(Tx tx, Set<UUID> items) {
        return tx.sql("select item_id from call_off where item_id = any(:items) order by item_id for update").bind("items", items.toArray(UUID[]::new)).mapValue(UUID.class).all().then();
    }

    /** Nothing more is called off of these until whoever asked lets go; false where somebody else holds one of them. */
    Mono<Boolean> freeze(Tx tx, Set<UUID> items, UUID by) {
        return tx.sql("update call_off set held_by = :by where item_id = any(:items) and held_by is null").bind("by", by).bind("items", items.toArray(UUID[]::new)).fetch().rowsUpdated()
                .map(rows -> rows == items.size());
    }

    Mono<Void> thaw(Tx tx, UUID by) {
        return tx.sql("update call_off set held_by = null where held_by = :by").bind("by", by).fetch().rowsUpdated().then();
    }

    Mono<Void> keep(Tx tx, List<SupplyDesk.Change> changes) {
        List<Map<String, Object>> rows = changes.stream().map(each -> Map.<String, Object>of("item_id", each.itemId(), "moved_kg", each.movedKg(), "short_kg", each.shortKg())).toList();
        return tx.sql(KEEP).bind("rows", Json.of(json.writeValueAsBytes(rows))).fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Lot row(Readable row, UUID lot) {
        return new Lot(lot, row.get("round_id", UUID.class), row.get("round_code", String.class), row.get("association_id", UUID.class), row.get("group_id", UUID.class),
                row.get("award_number", Integer.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private LotSupply.Part part(Readable row) {
        return new LotSupply.Part(json.readValue(row.get("body", Json.class).asArray(), ContractItem.class), row.get("id", UUID.class), row.get("code", String.class),
                ContractStatus.valueOf(row.get("status", String.class)), row.get("seller_id", UUID.class), row.get("buyer_id", UUID.class),
                Boolean.TRUE.equals(row.get("cover_stands", Boolean.class)), Optional.ofNullable(row.get("held_by", UUID.class)),
                new LotSupply.Figures(new Kilograms(row.get("contracted_kg", Long.class)), row.get("moved_kg", Long.class), row.get("short_kg", Long.class),
                        new Kilograms(row.get("called_kg", Long.class)), row.get("tolerance_bp", Integer.class)));
    }

    @SuppressWarnings("NullAway") // of columns declared not null
    private static LotSupply.Line line(Readable row) {
        return new LotSupply.Line(UUID.fromString(row.get("key", String.class)), row.get("lot_id", UUID.class), row.get("lot_code", String.class), row.get("round_id", UUID.class),
                row.get("round_code", String.class), row.get("seller_id", UUID.class),
                new LotSupply.Goods(row.get("grade", String.class), row.get("size", String.class), row.get("packing", String.class)), new Kilograms(row.get("entitled_kg", Long.class)),
                new Kilograms(row.get("share_kg", Long.class)), new Kilograms(row.get("called_kg", Long.class)), row.get("due_on", LocalDate.class),
                Boolean.TRUE.equals(row.get("ended", Boolean.class)), Boolean.TRUE.equals(row.get("held", Boolean.class)));
    }
}
