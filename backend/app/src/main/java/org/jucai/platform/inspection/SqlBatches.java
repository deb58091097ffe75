package org.jucai.platform.inspection;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of batches and their trucks. */
@Component
class SqlBatches {

    private static final String COLUMNS = """
            id, code, contract_id, round_id, seller_id, buyer_id, receiver_id, material, grade, size, packing, dispute_days, status, quality, inspection, decision, formed_at, version""";

    private static final String ADD = """
            insert into batch (id, code, contract_id, round_id, seller_id, buyer_id, receiver_id, material, grade, size, packing, dispute_days, status, quality, inspection,
                formed_at, version)
            values (:id, :code, :contract, :round, :seller, :buyer, :receiver, :material, :grade, :size, :packing, :days, :status, :quality, :inspection, :at, 1)
            """;

    /** Who forms a batch of the same truck at the same moment waits for the other and then adds nothing. */
    private static final String ADD_LOAD = """
            insert into batch_load (delivery_id, batch_id, seller_id, buyer_id, receiver_id, member_id, item_id, code, mass_kg, came_on)
            values (:delivery, :batch, :seller, :buyer, :receiver, :member, :item, :code, :mass, :on)
            on conflict on constraint batch_load_is_in_one_batch_once do nothing
            """;

    private static final String MOVE = """
            update batch set status = :status, quality = :quality, inspection = :inspection, decision = :decision, contest_until = :until, version = :version
            where id = :id and version = :before
            """;

    private static final String LIST = "select " + COLUMNS + """
             from batch b where (:contract::uuid is null or contract_id = :contract) and (:before::uuid is null or id < :before) order by id desc limit :limit
            """;

    private static final String BY_RESULT = """
            select s.batch_id from lab_result r join sample_seal s on s.code = r.code where r.id = :result
            """;

    private static final String UNDER_WAY = """
            select id from batch where quality not in ('ACCEPTED', 'ADJUSTED', 'REJECTED') and status not in ('REQUESTED', 'FINAL')
              and (:after::uuid is null or id > :after) order by id limit :limit
            """;

    private static final String LOADS = "select delivery_id, batch_id, member_id, item_id, code, mass_kg, came_on from batch_load where batch_id = any(:batches) order by code";

    private final JsonMapper json;

    SqlBatches(JsonMapper json) {
        this.json = json;
    }

    Mono<Void> add(Tx tx, Batch batch) {
        Batch.Of of = batch.of();
        Batch.Goods goods = batch.goods();
        return tx.sql(ADD).bind("id", batch.id()).bind("code", batch.code()).bind("contract", of.contractId()).bind("round", of.roundId()).bind("seller", of.sellerId())
                .bind("buyer", of.buyerId()).bind("receiver", of.receiverId()).bind("material", goods.material()).bind("grade", goods.grade()).bind("size", goods.size())
                .bind("packing", goods.packing()).bind("days", batch.disputeDays()).bind("status", batch.inspection().status().name()).bind("quality", batch.quality().name())
                .bind("inspection", written(batch.inspection())).bind("at", Bind.at(batch.formedAt())).fetch().rowsUpdated().then();
    }

    /** False where its goods are in a batch already. */
    Mono<Boolean> add(Tx tx, Batch batch, Batch.Load load) {
        Batch.Of of = batch.of();
        return tx.sql(ADD_LOAD).bind("delivery", load.deliveryId()).bind("batch", batch.id()).bind("seller", of.sellerId()).bind("buyer", of.buyerId())
                .bind("receiver", of.receiverId()).bind("member", load.memberId()).bind("item", load.itemId()).bind("code", load.code()).bind("mass", load.mass().kg())
                .bind("on", load.on()).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    Mono<Boolean> move(Tx tx, Batch after, long before) {
        Optional<Instant> until = Optional.ofNullable(after.inspection().issued().get(SampleKind.MAIN)).map(Issued::contestUntil);
        return tx.sql(MOVE).bind("status", after.inspection().status().name()).bind("quality", after.quality().name()).bind("inspection", written(after.inspection()))
                .bind("decision", Bind.maybe(after.decision().map(this::written).orElse(null), Json.class))
                .bind("until", Bind.maybe(until.map(Bind::at).orElse(null), OffsetDateTime.class))
                .bind("version", after.version()).bind("id", after.id()).bind("before", before).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    private Json written(Object value) {
        return Json.of(json.writeValueAsBytes(value));
    }

    Mono<Batch> find(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from batch where id = :id").bind("id", id).map(this::batch).one().flatMap(batch -> with(tx, List.of(batch)).map(List::getFirst));
    }

    Mono<List<Batch>> all(Tx tx, Collection<UUID> ids) {
        return tx.sql("select " + COLUMNS + " from batch where id = any(:ids) order by id").bind("ids", ids.toArray(UUID[]::new)).map(this::batch).all().collectList()
                .flatMap(batches -> with(tx, batches));
    }

    /** In which batch each of these trucks is. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Map<UUID, UUID>> holding(Tx tx, Collection<UUID> deliveries) {
        return tx.sql("select delivery_id, batch_id from batch_load where delivery_id = any(:deliveries)").bind("deliveries", deliveries.toArray(UUID[]::new))
                .map(row -> Map.entry(row.get("delivery_id", UUID.class), row.get("batch_id", UUID.class))).all().collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** @param where one of this module's own conditions on {@code :key} */
    Mono<Batch> findBy(Tx tx, String where, Object key) {
        return tx.sql("select " + COLUMNS + " from batch b where " + where).bind("key", key).map(this::batch).one().flatMap(batch -> with(tx, List.of(batch)).map(List::getFirst));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<List<UUID>> behind(Tx tx, UUID laboratory, String code) {
        return tx.sql("select l.delivery_id from sample_seal s join batch_load l on l.batch_id = s.batch_id where s.code = :code and s.laboratory_id = :laboratory limit 100")
                .bind("code", code).bind("laboratory", laboratory).map(row -> row.get("delivery_id", UUID.class)).all().collectList();
    }

    /** Held until the transaction ends. */
    Mono<Batch> hold(Tx tx, UUID id) {
        return tx.sql("select " + COLUMNS + " from batch where id = :id for update").bind("id", id).map(this::batch).one()
                .flatMap(batch -> with(tx, List.of(batch)).map(List::getFirst));
    }

    Mono<Page<Batch>> list(Tx tx, Optional<UUID> contract, @Nullable String cursor, int limit) {
        return tx.sql(LIST).bind("contract", Bind.maybe(contract.orElse(null), UUID.class)).bind("before", Bind.cursor(cursor)).bind("limit", limit + 1)
                .map(this::batch).all().collectList().flatMap(rows -> with(tx, rows)).map(rows -> Page.cut(rows, limit, last -> last.id().toString()));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<UUID> ofResult(Tx tx, UUID resultId) {
        return tx.sql(BY_RESULT).bind("result", resultId).map(row -> row.get("batch_id", UUID.class)).one();
    }

    Mono<List<UUID>> underWay(Tx tx, Optional<UUID> after, int limit) {
        return tx.sql(UNDER_WAY).bind("after", Bind.maybe(after.orElse(null), UUID.class)).bind("limit", limit).mapValue(UUID.class).all().collectList();
    }

    /** Of which batch each of these trucks is. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Map<UUID, QualityStatus>> tracks(Tx tx, Collection<UUID> deliveries) {
        return tx.sql("select l.delivery_id, b.quality from batch_load l join batch b on b.id = l.batch_id where l.delivery_id = any(:deliveries)")
                .bind("deliveries", deliveries.toArray(UUID[]::new))
                .map(row -> Map.entry(row.get("delivery_id", UUID.class), QualityStatus.valueOf(row.get("quality", String.class)))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** False where the seal was used before. */
    Mono<Boolean> seal(Tx tx, SqlBatches.Sealing sealing, Drawn drawn) {
        return tx.sql("""
                insert into sample_seal (code, batch_id, kind, laboratory_id, seal, seal_key, drawn_at, drawn_by)
                values (:code, :batch, :kind, :laboratory, :seal, :key, :at, :by) on conflict on constraint sample_seal_is_used_once_ever do nothing""")
                .bind("code", drawn.code().code()).bind("batch", sealing.batchId()).bind("kind", drawn.kind().name()).bind("laboratory", drawn.laboratoryId())
                .bind("seal", drawn.seal()).bind("key", SampleSeals.key(drawn.seal())).bind("at", Bind.at(sealing.at())).bind("by", sealing.by()).fetch().rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Who seals, and when. */
    record Sealing(UUID batchId, UUID by, Instant at) {}

    private record Of(UUID batchId, Batch.Load load) {}

    private Mono<List<Batch>> with(Tx tx, List<Batch> batches) {
        if (batches.isEmpty()) return Mono.just(batches);
        return Flux.from(tx.sql(LOADS).bind("batches", batches.stream().map(Batch::id).toArray(UUID[]::new)).map(SqlBatches::load).all()).collectList().map(all -> {
            Map<UUID, List<Batch.Load>> by = all.stream().collect(Collectors.groupingBy(Of::batchId, Collectors.mapping(Of::load, Collectors.toList())));
            return batches.stream().map(it -> new Batch(it.id(), it.code(), it.of(), it.goods(), by.getOrDefault(it.id(), List.of()), it.disputeDays(), it.inspection(),
                    it.quality(), it.decision(), it.formedAt(), it.version())).toList();
        });
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Of load(Readable row) {
        return new Of(row.get("batch_id", UUID.class), new Batch.Load(row.get("delivery_id", UUID.class), row.get("code", String.class), row.get("item_id", UUID.class),
                row.get("member_id", UUID.class), new Kilograms(row.get("mass_kg", Long.class)), row.get("came_on", LocalDate.class)));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Batch batch(Readable row) {
        Batch.Of of = new Batch.Of(row.get("contract_id", UUID.class), row.get("round_id", UUID.class), row.get("seller_id", UUID.class), row.get("buyer_id", UUID.class),
                row.get("receiver_id", UUID.class));
        Batch.Goods goods = new Batch.Goods(row.get("material", String.class), row.get("grade", String.class), row.get("size", String.class), row.get("packing", String.class));
        return new Batch(row.get("id", UUID.class), row.get("code", String.class), of, goods, List.of(), row.get("dispute_days", Integer.class),
                json.readValue(row.get("inspection", Json.class).asArray(), Inspection.class), QualityStatus.valueOf(row.get("quality", String.class)),
                Optional.ofNullable(row.get("decision", Json.class)).map(found -> json.readValue(found.asArray(), Batch.Decided.class)),
                row.get("formed_at", Instant.class), row.get("version", Long.class));
    }
}
