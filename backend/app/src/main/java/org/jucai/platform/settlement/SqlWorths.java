package org.jucai.platform.settlement;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.settlement.reckoning.Amounts;
import org.jucai.platform.settlement.reckoning.Valuing;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of what waits to be valued, and of what was; for background work. */
@Component
class SqlWorths {

    static final int MOST_AT_ONCE = 2_000;
    private static final int CHUNK = 500;

    private static final String COLUMNS = """
            id, delivery_id, item_id, round_id, supply_contract_id, cover_contract_id, month_on, by_month, looks_at_all, mass_kg, goods_fen, quality_fen, freight_fen, equalisation_fen, fee_fen, body""";

    private static final String TELL = """
            insert into delivery_to_settle (delivery_id, round_id, contract_id, state, told_at) values (:delivery, :round, :contract, :state, :at)
            on conflict (delivery_id) do update set state = excluded.state, told_at = excluded.told_at
            where excluded.state = 'RETURNED' and delivery_to_settle.state <> 'RETURNED'
            """;

    private static final String ADD = """
            insert into worth (id, delivery_id, item_id, round_id, supply_contract_id, cover_contract_id, month_on, by_month, looks_at_all, mass_kg, goods_fen, quality_fen, freight_fen,
                equalisation_fen, fee_fen, body, valued_at)
            select id, delivery_id, item_id, round_id, supply_contract_id, cover_contract_id, month_on, by_month, looks_at_all, mass_kg, goods_fen, quality_fen, freight_fen, equalisation_fen, fee_fen,
                body, valued_at
            from jsonb_to_recordset(:rows::jsonb) as r(id uuid, delivery_id uuid, item_id uuid, round_id uuid, supply_contract_id uuid, cover_contract_id uuid, month_on date,
                by_month boolean, looks_at_all boolean, mass_kg bigint, goods_fen bigint, quality_fen bigint, freight_fen bigint, equalisation_fen bigint, fee_fen bigint, body jsonb, valued_at timestamptz)
            """;

    private static final String STANDING = """
            select item_id, sum(mass_kg)::bigint as mass_kg, sum(goods_fen)::bigint as goods_fen, sum(quality_fen)::bigint as quality_fen, sum(freight_fen)::bigint as freight_fen,
                   sum(equalisation_fen)::bigint as equalisation_fen, sum(fee_fen)::bigint as fee_fen
            from worth where supply_contract_id = :contract and stands group by item_id
            """;

    private static final String CONTRACTS_TO_DRAW = """
            select distinct contract from (
                select supply_contract_id as contract from worth where stands and not supply_drawn union all
                select cover_contract_id from worth where stands and not cover_drawn) open
            where :after::uuid is null or contract > :after order by contract limit :limit
            """;

    private static final String TO_TAKE_BACK = """
            select w.id from worth w join delivery_to_settle d on d.delivery_id = w.delivery_id where w.stands and d.state = 'RETURNED' and (:after::uuid is null or w.id > :after) order by w.id limit :limit
            """;

    private final JsonMapper json;

    SqlWorths(JsonMapper json) {
        this.json = json;
    }

    /** What became of a delivery. */
    record Told(UUID deliveryId, UUID roundId, UUID contractId, boolean returned) {}

    Mono<Void> tell(Tx tx, Told told, Instant at) {
        return tx.sql(TELL).bind("delivery", told.deliveryId()).bind("round", told.roundId()).bind("contract", told.contractId()).bind("state", told.returned() ? "RETURNED" : "WAITING")
                .bind("at", Bind.at(at)).fetch().rowsUpdated().then();
    }

    /** One at a time for each supply contract: what stands of an item decides what the next truck comes to. */
    Mono<Void> alone(Tx tx, UUID contract) {
        return tx.sql("select pg_advisory_xact_lock(hashtextextended('settlement of ' || :contract::text, 0))").bind("contract", contract).fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<UUID>> contractsWaiting(Tx tx, Optional<UUID> after, int limit) {
        return tx.sql("select distinct contract_id from delivery_to_settle where state = 'WAITING' and (:after::uuid is null or contract_id > :after) order by contract_id limit :limit")
                .bind("after", Bind.maybe(after.orElse(null), UUID.class)).bind("limit", limit).map(row -> row.get("contract_id", UUID.class)).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<UUID>> waiting(Tx tx, UUID contract) {
        return tx.sql("select delivery_id from delivery_to_settle where state = 'WAITING' and contract_id = :contract order by delivery_id limit :limit").bind("contract", contract)
                .bind("limit", MOST_AT_ONCE).map(row -> row.get("delivery_id", UUID.class)).all().collectList();
    }

    Mono<Long> waitingOfRound(Tx tx, UUID round) {
        return tx.sql("select count(*) from delivery_to_settle where state = 'WAITING' and round_id = :round").bind("round", round).mapValue(Long.class).one();
    }

    Mono<Void> valued(Tx tx, Collection<UUID> deliveries) {
        return tx.sql("update delivery_to_settle set state = 'VALUED' where delivery_id = any(:deliveries) and state = 'WAITING'").bind("deliveries", deliveries.toArray(UUID[]::new))
                .fetch().rowsUpdated().then();
    }

    Mono<Void> add(Tx tx, List<Valued> valued, Instant at) {
        return Flux.fromIterable(valued).buffer(CHUNK).concatMap(some -> tx.sql(ADD)
                .bind("rows", Json.of(json.writeValueAsBytes(some.stream().map(each -> row(each, at)).toList()))).fetch().rowsUpdated()).then();
    }

    private static Map<String, Object> row(Valued each, Instant at) {
        Map<String, Object> row = new HashMap<>(24);
        each.deliveryId().ifPresent(id -> row.put("delivery_id", id));
        row.put("id", each.id());
        row.put("item_id", each.body().said().itemId());
        row.put("round_id", each.roundId());
        row.put("supply_contract_id", each.supplyId());
        row.put("cover_contract_id", each.coverId());
        row.put("month_on", each.monthOn());
        row.put("by_month", each.byMonth());
        row.put("looks_at_all", each.looksAtAll());
        row.put("mass_kg", each.mass().kg());
        amounts(row, each.amounts());
        row.put("body", each.body());
        row.put("valued_at", at);
        return row;
    }

    static void amounts(Map<String, Object> row, Amounts amounts) {
        row.put("goods_fen", amounts.goodsFen());
        row.put("quality_fen", amounts.qualityFen());
        row.put("freight_fen", amounts.freightFen());
        row.put("equalisation_fen", amounts.equalisationFen());
        row.put("fee_fen", amounts.feeFen());
    }

    /** What stands of a supply contract's items. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Map<UUID, Valuing.Standing>> standing(Tx tx, UUID contract) {
        return tx.sql(STANDING).bind("contract", contract)
                .map(row -> Map.entry(row.get("item_id", UUID.class), new Valuing.Standing(new Kilograms(row.get("mass_kg", Long.class)), amounts(row))))
                .all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    static Amounts amounts(Readable row) {
        return new Amounts(row.get("goods_fen", Long.class), row.get("quality_fen", Long.class), row.get("freight_fen", Long.class), row.get("equalisation_fen", Long.class),
                row.get("fee_fen", Long.class));
    }

    Mono<List<UUID>> contractsToDraw(Tx tx, Optional<UUID> after, int limit) {
        return tx.sql(CONTRACTS_TO_DRAW).bind("after", Bind.maybe(after.orElse(null), UUID.class)).bind("limit", limit).mapValue(UUID.class).all().collectList();
    }

    /** Not on a statement of this contract yet, in the order in which they came. */
    Mono<List<Valued>> toDraw(Tx tx, UUID contract) {
        return tx.sql("select " + COLUMNS + """
                 from worth where stands and (supply_contract_id = :contract and not supply_drawn or cover_contract_id = :contract and not cover_drawn)
                order by month_on, body -> 'said' ->> 'on', id limit :limit""").bind("contract", contract).bind("limit", MOST_AT_ONCE).map(this::row).all().collectList();
    }

    Mono<Void> drawn(Tx tx, UUID contract, Set<UUID> worths) {
        return tx.sql("update worth set supply_drawn = supply_drawn or supply_contract_id = :contract, cover_drawn = cover_drawn or cover_contract_id = :contract where id = any(:worths)")
                .bind("contract", contract).bind("worths", worths.toArray(UUID[]::new)).fetch().rowsUpdated().then();
    }

    /** All that stands of a supply contract. */
    Mono<List<Valued>> all(Tx tx, UUID supply) {
        return tx.sql("select " + COLUMNS + " from worth where stands and supply_contract_id = :contract order by id limit 20000").bind("contract", supply).map(this::row).all().collectList();
    }

    Mono<Valued> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from worth where id = :id").bind("id", id).map(this::row).one();
    }

    /** Goods that were taken back after they were valued. */
    Mono<List<UUID>> toTakeBack(Tx tx, Optional<UUID> after, int limit) {
        return tx.sql(TO_TAKE_BACK).bind("after", Bind.maybe(after.orElse(null), UUID.class)).bind("limit", limit).mapValue(UUID.class).all().collectList();
    }

    Mono<List<UUID>> toTakeBackOf(Tx tx, UUID contract) {
        return tx.sql("select w.id from worth w join delivery_to_settle d on d.delivery_id = w.delivery_id where w.stands and d.state = 'RETURNED' "
                + "and :contract in (w.supply_contract_id, w.cover_contract_id) order by w.id limit :limit").bind("contract", contract).bind("limit", MOST_AT_ONCE).mapValue(UUID.class).all().collectList();
    }

    /** False where somebody was first. */
    Mono<Boolean> takeBack(Tx tx, UUID worth) {
        return tx.sql("update worth set stands = false where id = :id and stands").bind("id", worth).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Valued row(Readable row) {
        return new Valued(row.get("id", UUID.class), Optional.ofNullable(row.get("delivery_id", UUID.class)), row.get("round_id", UUID.class), row.get("supply_contract_id", UUID.class),
                row.get("cover_contract_id", UUID.class), row.get("month_on", LocalDate.class), row.get("by_month", Boolean.class), row.get("looks_at_all", Boolean.class), new Kilograms(row.get("mass_kg", Long.class)), amounts(row),
                json.readValue(row.get("body", Json.class).asArray(), Valued.Body.class));
    }
}
