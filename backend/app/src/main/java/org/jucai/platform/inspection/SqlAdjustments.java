package org.jucai.platform.inspection;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.contracts.ContractTerms.StampedFormula;
import org.jucai.platform.formulas.clause.Evaluation.Verdict;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of price adjustments; written once, never changed. */
@Component
class SqlAdjustments {

    private static final String ADD = """
            insert into batch_adjustment (batch_id, item_id, seller_id, buyer_id, mass_kg, verdict, base_fen, payable_fen, formula_id, formula_version, by_month, steps, decided_at)
            values (:batch, :item, :seller, :buyer, :mass, :verdict, :base, :payable, :formula, :version, :month, :steps, :at)
            """;

    private static final String LIST = """
            select batch_id, item_id, mass_kg, verdict, base_fen, payable_fen, formula_id, formula_version, by_month, steps
            from batch_adjustment where batch_id = any(:batches) order by item_id
            """;

    private final JsonMapper json;

    SqlAdjustments(JsonMapper json) {
        this.json = json;
    }

    /** By which formula it was reckoned. */
    record Kept(UUID batchId, Adjustment adjustment, UUID formulaId, int formulaVersion, boolean byMonth) {}

    /** @param byMonth whether the contract settles lots of a month together */
    record By(StampedFormula formula, boolean byMonth) {}

    Mono<Void> add(Tx tx, Batch batch, Adjustment it, By by) {
        Instant at = batch.decision().orElseThrow().at();
        return tx.sql(ADD).bind("batch", batch.id()).bind("item", it.itemId()).bind("seller", batch.of().sellerId()).bind("buyer", batch.of().buyerId())
                .bind("mass", it.mass().kg()).bind("verdict", it.verdict().name()).bind("base", it.baseFen()).bind("payable", it.payableFen())
                .bind("formula", by.formula().id()).bind("version", by.formula().version()).bind("month", by.byMonth())
                .bind("steps", Json.of(json.writeValueAsBytes(it.steps()))).bind("at", Bind.at(at)).fetch().rowsUpdated().then();
    }

    Mono<List<Kept>> of(Tx tx, Collection<UUID> batches) {
        if (batches.isEmpty()) return Mono.just(List.of());
        return tx.sql(LIST).bind("batches", batches.toArray(UUID[]::new)).map(this::kept).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Kept kept(Readable row) {
        List<Adjustment.Step> steps = json.readValue(row.get("steps", Json.class).asArray(), new TypeReference<List<Adjustment.Step>>() {});
        Adjustment adjustment = new Adjustment(row.get("item_id", UUID.class), new Kilograms(row.get("mass_kg", Long.class)), Verdict.valueOf(row.get("verdict", String.class)),
                row.get("base_fen", Long.class), row.get("payable_fen", Long.class), steps);
        return new Kept(row.get("batch_id", UUID.class), adjustment, row.get("formula_id", UUID.class), row.get("formula_version", Integer.class), row.get("by_month", Boolean.class));
    }
}
