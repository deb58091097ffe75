package org.jucai.platform.contracts;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of contracts. */
@Component
class SqlContracts {

    private static final int CHUNK = 500;

    private static final String COLUMNS = """
            c.id, c.round_id, c.round_code, c.award_number, c.code, c.kind, c.group_id, c.seller_id, c.buyer_id, c.status, c.status_since, c.version, c.mass_kg, c.total_fen,
            c.item_count, c.text, c.amendment, c.intent, c.deposit, c.reason""";

    private static final String ADD = """
            insert into contract (id, round_id, round_code, association_id, award_number, code, kind, group_id, seller_id, buyer_id, status, status_since, version, mass_kg,
                total_fen, item_count, text, replaces)
            select id, round_id, round_code, association_id, award_number, code, kind, group_id, seller_id, buyer_id, 'DRAFTED', status_since, 1, mass_kg, total_fen, item_count, text,
                replaces
            from jsonb_to_recordset(:rows::jsonb) as r(id uuid, round_id uuid, round_code text, association_id uuid, award_number integer, code text, kind text, group_id uuid,
                seller_id uuid, buyer_id uuid, status_since timestamptz, mass_kg bigint, total_fen bigint, item_count integer, text jsonb, replaces uuid)
            """;

    private static final String ADD_DOCUMENT = """
            insert into contract_document (contract_id, number, seller_id, buyer_id, group_id, sha256, document, written_at)
            values (:contract, :number, :seller, :buyer, :group, :sha256, :document, :at)
            """;

    private static final String ADD_ITEMS = """
            insert into contract_item (id, contract_id, position, upstream_item_id, seller_id, buyer_id, group_id, enterprise_id, mass_kg, body)
            select id, contract_id, position, upstream_item_id, seller_id, buyer_id, group_id, enterprise_id, mass_kg, body
            from jsonb_to_recordset(:rows::jsonb) as r(id uuid, contract_id uuid, position integer, upstream_item_id uuid, seller_id uuid, buyer_id uuid, group_id uuid,
                enterprise_id uuid, mass_kg bigint, body jsonb)
            """;

    private static final String LIST = "select " + COLUMNS + """
             from contract c where (:round::uuid is null or c.round_id = :round) and (:kind::text is null or c.kind = :kind) and (:status::text is null or c.status = :status)
               and (:after::uuid is null or c.id < :after)
            order by c.id desc limit :limit
            """;

    private static final String MOVE = """
            update contract set status = :status, status_since = :since, version = :version, text = :text, amendment = :amendment, intent = :intent, deposit = :deposit,
                deposit_reference = :reference, reason = :reason
            where id = :id and version = :before
            """;

    /** Signed by both, each kilogram covered: only deposits can be missing. */
    private static final String READY = """
            select c.id from contract c where c.kind = 'SUPPLY' and c.status = 'SIGNING' and jsonb_array_length(c.text -> 'signatures') = 2
              and not exists (select 1 from call_off o where o.contract_id = c.id and not o.cover_stands) and (:after::uuid is null or c.id > :after)
            order by c.id limit :limit
            """;

    private final JsonMapper json;

    SqlContracts(JsonMapper json) {
        this.json = json;
    }

    /** One at a time for each round: drawing, and ending with a revoked award. */
    Mono<Void> alone(Tx tx, UUID round) {
        return tx.sql("select pg_advisory_xact_lock(hashtextextended('contracts of ' || :round::text, 0))").bind("round", round).fetch().rowsUpdated().then();
    }

    /** All of a drawing; refused where it was drawn before. */
    Mono<Void> add(Tx tx, UUID association, List<Drawing.Drawn> drawn) {
        return Flux.fromIterable(drawn).buffer(CHUNK).concatMap(some -> tx.sql(ADD)
                        .bind("rows", written(some.stream().map(each -> row(association, each)).toList())).fetch().rowsUpdated())
                .onErrorMap(DuplicateKeyException.class, again -> new RefusedException(ContractRefusal.CONTRACTS_ALREADY_DRAWN))
                .then(Flux.fromIterable(drawn).concatMap(each -> document(tx, each.contract(), each.contract().text(), each.document())).then())
                .then(Flux.fromIterable(drawn).concatMap(each -> items(tx, each.contract())).then());
    }

    private static Map<String, Object> row(UUID association, Drawing.Drawn drawn) {
        Contract each = drawn.contract();
        Map<String, Object> row = new HashMap<>(20);
        drawn.replaces().ifPresent(ended -> row.put("replaces", ended));
        row.put("id", each.id());
        row.put("round_id", each.roundId());
        row.put("round_code", each.roundCode());
        row.put("association_id", association);
        row.put("award_number", each.awardNumber());
        row.put("code", each.code());
        row.put("kind", each.kind());
        row.put("group_id", each.groupId());
        row.put("seller_id", each.sellerId());
        row.put("buyer_id", each.buyerId());
        row.put("status_since", each.statusSince());
        row.put("mass_kg", each.mass().kg());
        row.put("total_fen", each.totalFen());
        row.put("item_count", each.items().size());
        row.put("text", each.text());
        return row;
    }

    /** A version as it was hashed. */
    Mono<Void> document(Tx tx, Contract contract, ContractText text, String document) {
        return tx.sql(ADD_DOCUMENT).bind("contract", contract.id()).bind("number", text.number()).bind("seller", contract.sellerId()).bind("buyer", contract.buyerId())
                .bind("group", contract.groupId()).bind("sha256", text.sha256()).bind("document", document).bind("at", Bind.at(text.writtenAt())).fetch().rowsUpdated().then();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<ContractBoard.Written> document(Tx tx, UUID contract, int number) {
        return tx.sql("select sha256, document from contract_document where contract_id = :contract and number = :number").bind("contract", contract).bind("number", number)
                .map(row -> new ContractBoard.Written(number, row.get("sha256", String.class), row.get("document", String.class))).one();
    }

    private Mono<Void> items(Tx tx, Contract contract) {
        List<Map<String, Object>> rows = IntStream.range(0, contract.items().size()).mapToObj(i -> {
            ContractItem item = contract.items().get(i);
            Map<String, Object> row = new HashMap<>(Map.of("id", item.id(), "contract_id", contract.id(), "position", i, "seller_id", contract.sellerId(), "buyer_id",
                    contract.buyerId(), "group_id", contract.groupId(), "enterprise_id", item.enterpriseId(), "mass_kg", item.mass().kg(), "body", item));
            item.upstreamItemId().ifPresent(upstream -> row.put("upstream_item_id", upstream));
            return row;
        }).toList();
        return Flux.fromIterable(rows).buffer(CHUNK).concatMap(some -> tx.sql(ADD_ITEMS).bind("rows", written(some)).fetch().rowsUpdated()).then();
    }

    /** A line of a list. */
    Mono<Page<ContractLine>> list(Tx tx, ContractBoard.Question asked) {
        return tx.sql(LIST).bind("round", Bind.maybe(asked.roundId().orElse(null), UUID.class)).bind("kind", Bind.maybe(asked.kind().map(Enum::name).orElse(null), String.class))
                .bind("status", Bind.maybe(asked.status().map(Enum::name).orElse(null), String.class)).bind("after", Bind.cursor(asked.cursor())).bind("limit", asked.limit() + 1)
                .map(this::line).all().collectList().map(rows -> Page.cut(rows, asked.limit(), each -> each.contract().id().toString()));
    }

    /** By which an item's goods are traded, upstream and downstream, without their items; the supply contract first. */
    Mono<List<Contract>> ofGoods(Tx tx, UUID supplyItem) {
        return tx.sql("select " + COLUMNS + """
                 from contract c where c.id in (select i.contract_id from contract_item i where i.id = :item or i.upstream_item_id = :item and not i.superseded)
                order by c.kind = 'SUPPLY' desc, c.id limit 3
                """).bind("item", supplyItem).map(this::line).all().map(ContractLine::contract).collectList();
    }

    Mono<Contract> find(Tx tx, UUID id) {
        return one(tx, "select " + COLUMNS + " from contract c where c.id = :id", id);
    }

    /** Held alone until the transaction ends. */
    Mono<Contract> findToMove(Tx tx, UUID id) {
        return one(tx, "select " + COLUMNS + " from contract c where c.id = :id for update", id);
    }

    private Mono<Contract> one(Tx tx, String sql, UUID id) {
        return tx.sql(sql).bind("id", id).map(this::line).one().map(ContractLine::contract).flatMap(bare -> items(tx, bare.id()).map(items -> with(bare, items)));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Mono<List<ContractItem>> items(Tx tx, UUID contract) {
        return tx.sql("select body from contract_item where contract_id = :contract order by position").bind("contract", contract)
                .map(row -> json.readValue(row.get("body", Json.class).asArray(), ContractItem.class)).all().collectList();
    }

    private static Contract with(Contract bare, List<ContractItem> items) {
        return new Contract(bare.id(), bare.code(), bare.roundId(), bare.roundCode(), bare.awardNumber(), bare.kind(), bare.groupId(), bare.sellerId(), bare.buyerId(), bare.status(),
                bare.statusSince(), bare.version(), bare.text(), bare.amendment(), bare.intent(), bare.deposit(), bare.reason(), items);
    }

    /** Ids of a round's contracts in these states, ascending. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<UUID>> ids(Tx tx, UUID round, Set<ContractStatus> statuses) {
        return tx.sql("select id from contract where round_id = :round and status = any(:statuses) order by id limit 20000").bind("round", round)
                .bind("statuses", statuses.stream().map(Enum::name).toArray(String[]::new)).map(row -> row.get("id", UUID.class)).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<UUID>> ready(Tx tx, Optional<UUID> after, int limit) {
        return tx.sql(READY).bind("after", Bind.maybe(after.orElse(null), UUID.class)).bind("limit", limit).map(row -> row.get("id", UUID.class)).all().collectList();
    }

    /** Members' contracts that cover these items of a supply contract. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Set<UUID>> covering(Tx tx, Contract supply) {
        return tx.sql("select distinct contract_id from contract_item where upstream_item_id = any(:items) and not superseded").bind("items", supply.items().stream().map(ContractItem::id).toArray(UUID[]::new))
                .map(row -> row.get("contract_id", UUID.class)).all().collectList().map(HashSet::new);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Map<UUID, ContractBoard.Covering>> coverings(Tx tx, UUID supply) {
        return tx.sql("select d.contract_id, d.upstream_item_id, d.body from contract_item d join contract_item u on u.id = d.upstream_item_id where u.contract_id = :supply and not d.superseded")
                .bind("supply", supply).map(row -> Map.entry(row.get("upstream_item_id", UUID.class), new ContractBoard.Covering(row.get("contract_id", UUID.class),
                        json.readValue(row.get("body", Json.class).asArray(), ContractItem.class)))).all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Set<UUID>> withDeposit(Tx tx, Set<UUID> contracts) {
        return tx.sql("select id from contract where id = any(:ids) and deposit is not null").bind("ids", contracts.toArray(UUID[]::new))
                .map(row -> row.get("id", UUID.class)).all().collectList().map(HashSet::new);
    }

    /** Who sells goods to whom by contracts that stand or may; those of a round that is drawn stand already. Rather too many than cut. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Set<ClauseChecker.Trade>> trades(Tx tx) {
        return tx.sql("select distinct seller_id, buyer_id from contract where kind in ('SUPPLY', 'RESALE') and status in ('DRAFTED', 'SIGNING', 'EFFECTIVE', 'DISPUTED') limit 100000")
                .map(row -> new ClauseChecker.Trade(row.get("seller_id", UUID.class), row.get("buyer_id", UUID.class))).all().collectList().map(HashSet::new);
    }

    Mono<Boolean> move(Tx tx, long before, Contract after) {
        return tx.sql(MOVE).bind("status", after.status().name()).bind("since", Bind.at(after.statusSince())).bind("version", after.version()).bind("text", written(after.text()))
                .bind("amendment", maybe(after.amendment())).bind("intent", maybe(after.intent())).bind("deposit", maybe(after.deposit()))
                .bind("reference", Bind.maybe(after.deposit().map(Contract.Deposit::reference).orElse(null), String.class))
                .bind("reason", Bind.maybe(after.reason().orElse(null), String.class)).bind("id", after.id()).bind("before", before)
                .fetch().rowsUpdated().onErrorMap(DuplicateKeyException.class, again -> new RefusedException(ContractRefusal.DEPOSIT_REFERENCE_USED)).map(rows -> rows == 1);
    }

    private Json written(Object value) {
        return Json.of(json.writeValueAsBytes(value));
    }

    private Parameter maybe(Optional<?> value) {
        return Bind.maybe(value.map(this::written).orElse(null), Json.class);
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private ContractLine line(Readable row) {
        Contract contract = new Contract(row.get("id", UUID.class), row.get("code", String.class), row.get("round_id", UUID.class), row.get("round_code", String.class),
                row.get("award_number", Integer.class), ContractKind.valueOf(row.get("kind", String.class)), row.get("group_id", UUID.class), row.get("seller_id", UUID.class),
                row.get("buyer_id", UUID.class), ContractStatus.valueOf(row.get("status", String.class)), row.get("status_since", Instant.class), row.get("version", Long.class),
                json.readValue(row.get("text", Json.class).asArray(), ContractText.class), read(row, "amendment", ContractText.class), read(row, "intent", Contract.Intent.class),
                read(row, "deposit", Contract.Deposit.class), Optional.ofNullable(row.get("reason", String.class)), List.of());
        return new ContractLine(contract, row.get("mass_kg", Long.class), row.get("total_fen", Long.class), row.get("item_count", Integer.class));
    }

    private <T> Optional<T> read(Readable row, String column, Class<T> type) {
        @Nullable Json found = row.get(column, Json.class);
        return found == null ? Optional.empty() : Optional.of(json.readValue(found.asArray(), type));
    }
}
