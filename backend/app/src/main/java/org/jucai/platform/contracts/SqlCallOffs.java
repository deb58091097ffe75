package org.jucai.platform.contracts;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of what was called off: one row for each item of a supply contract. */
@Component
class SqlCallOffs {

    private static final String ADD = """
            insert into call_off (item_id, contract_id, round_id, seller_id, buyer_id, group_id, enterprise_id, contracted_kg, most_kg, delivery_terms)
            select item_id, contract_id, round_id, seller_id, buyer_id, group_id, enterprise_id, contracted_kg, most_kg, delivery_terms
            from jsonb_to_recordset(:rows::jsonb) as r(item_id uuid, contract_id uuid, round_id uuid, seller_id uuid, buyer_id uuid, group_id uuid, enterprise_id uuid,
                contracted_kg bigint, most_kg bigint, delivery_terms jsonb)
            """;

    /** Whoever is second waits here for the first and then finds what the first left. */
    private static final String CALL = """
            update call_off set called_kg = called_kg + :kg
            where item_id = :item and supply_stands and cover_stands and held_by is null and called_kg + :kg <= most_kg
            """;

    private static final String GIVE_BACK = "update call_off set called_kg = called_kg - :kg where item_id = :item and called_kg >= :kg";

    private static final String COLUMNS = """
            c.item_id, c.contract_id, c.round_id, c.seller_id, c.buyer_id, c.group_id, c.most_kg, c.called_kg, c.supply_stands and c.cover_stands as open, c.held_by is not null as held, c.delivery_terms,
            c.contracted_kg + c.moved_kg as entitled_kg, c.contracted_kg + c.moved_kg - c.short_kg as share_kg, i.body, i.upstream_item_id, i.mass_kg""";

    private static final String FIND = "select " + COLUMNS + " from call_off c join contract_item i on i.id = c.item_id where c.item_id = :item";

    private static final String LIST = "select " + COLUMNS + """
             from call_off c join contract_item i on i.id = c.item_id
            where (:round::uuid is null or c.round_id = :round) and c.supply_stands and c.cover_stands and c.held_by is null and (:after::uuid is null or c.item_id > :after)
            order by c.item_id limit :limit
            """;

    /** By their ids, as everybody does who holds several. */
    private static final String HOLD = "select item_id from call_off where %s order by item_id for update";
    private static final String HOLD_CONTRACT = HOLD.formatted("contract_id = :contract");
    private static final String HOLD_ITEMS = HOLD.formatted("item_id = any(:items)");

    private static final String UNCOVERED = "select coalesce(sum(contracted_kg), 0)::bigint as kg from call_off where contract_id = :contract and not cover_stands";

    private final JsonMapper json;

    SqlCallOffs(JsonMapper json) {
        this.json = json;
    }

    /** For the items of a supply contract. */
    Mono<Void> add(Tx tx, UUID roundId, Contract contract) {
        DeliveryTerms terms = contract.text().terms().delivery();
        List<Map<String, Object>> rows = contract.items().stream().map(item -> Map.<String, Object>of("item_id", item.id(), "contract_id", contract.id(), "round_id", roundId,
                "seller_id", contract.sellerId(), "buyer_id", contract.buyerId(), "group_id", contract.groupId(), "enterprise_id", item.enterpriseId(),
                "contracted_kg", item.mass().kg(), "most_kg", terms.most(item.mass()).kg(), "delivery_terms", terms)).toList();
        return tx.sql(ADD).bind("rows", Json.of(json.writeValueAsBytes(rows))).fetch().rowsUpdated().then();
    }

    /** False where it would exceed the contract, or one of both contracts does not stand. */
    Mono<Boolean> call(Tx tx, UUID item, Kilograms mass) {
        return tx.sql(CALL).bind("item", item).bind("kg", mass.kg()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Boolean> giveBack(Tx tx, UUID item, Kilograms mass) {
        return tx.sql(GIVE_BACK).bind("item", item).bind("kg", mass.kg()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<CalledItem> find(Tx tx, UUID item) {
        return tx.sql(FIND).bind("item", item).map(this::item).one();
    }

    Mono<List<CalledItem>> of(Tx tx, UUID contract) {
        return tx.sql("select " + COLUMNS + " from call_off c join contract_item i on i.id = c.item_id where c.contract_id = :contract").bind("contract", contract).map(this::item)
                .all().collectList();
    }

    /** Those that may be called off. */
    Mono<Page<CalledItem>> open(Tx tx, Optional<UUID> round, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("round", Bind.maybe(round.orElse(null), UUID.class)).bind("after", Bind.cursor(cursor)).bind("limit", limit + 1).map(this::item).all()
                .collectList().map(rows -> Page.cut(rows, limit, each -> each.item().id().toString()));
    }

    /** How much of a supply contract no standing contract with a member covers. */
    @SuppressWarnings("NullAway") // coalesced
    Mono<Kilograms> uncovered(Tx tx, UUID contract) {
        return tx.sql(UNCOVERED).bind("contract", contract).map(row -> new Kilograms(row.get("kg", Long.class))).one();
    }

    /** The contract begins or ceases to stand. */
    Mono<Void> stands(Tx tx, Contract contract) {
        boolean stands = contract.status() == ContractStatus.EFFECTIVE;
        if (contract.kind() == ContractKind.SUPPLY) {
            return hold(tx, contract).then(tx.sql("update call_off set supply_stands = :stands where contract_id = :contract").bind("stands", stands)
                    .bind("contract", contract.id()).fetch().rowsUpdated()).then();
        }
        UUID[] upstream = contract.items().stream().flatMap(item -> item.upstreamItemId().stream()).toArray(UUID[]::new);
        return tx.sql(HOLD_ITEMS).bind("items", upstream).mapValue(UUID.class).all()
                .then(tx.sql("update call_off set cover_stands = :stands where item_id = any(:items)").bind("stands", stands).bind("items", upstream).fetch().rowsUpdated()).then();
    }

    private static Mono<Void> hold(Tx tx, Contract supply) {
        return tx.sql(HOLD_CONTRACT).bind("contract", supply.id()).mapValue(UUID.class).all().then();
    }

    /** Other delivery terms hold; refused where less than what was called off would be allowed. */
    Mono<Void> restate(Tx tx, Contract contract) {
        DeliveryTerms terms = contract.text().terms().delivery();
        return hold(tx, contract).then(tx.sql("update call_off set most_kg = (contracted_kg + moved_kg - short_kg) * (10000 + :tolerance::bigint) / 10000, delivery_terms = :terms where contract_id = :contract")
                .bind("tolerance", terms.toleranceBp()).bind("terms", Json.of(json.writeValueAsBytes(terms))).bind("contract", contract.id()).fetch().rowsUpdated())
                .onErrorMap(DataIntegrityViolationException.class, tooLow -> new RefusedException(ContractRefusal.CALL_OFF_EXCEEDS_CONTRACT, Map.of("leftKg", 0)))
                .then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private CalledItem item(Readable row) {
        return new CalledItem(json.readValue(row.get("body", Json.class).asArray(), ContractItem.class), row.get("contract_id", UUID.class), row.get("round_id", UUID.class),
                row.get("seller_id", UUID.class), row.get("buyer_id", UUID.class), row.get("group_id", UUID.class), new Kilograms(row.get("entitled_kg", Long.class)), new Kilograms(row.get("share_kg", Long.class)), new Kilograms(row.get("most_kg", Long.class)),
                new Kilograms(row.get("called_kg", Long.class)), Boolean.TRUE.equals(row.get("open", Boolean.class)), Boolean.TRUE.equals(row.get("held", Boolean.class)),
                json.readValue(row.get("delivery_terms", Json.class).asArray(), DeliveryTerms.class));
    }
}
