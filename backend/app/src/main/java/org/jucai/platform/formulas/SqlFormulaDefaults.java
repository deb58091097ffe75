package org.jucai.platform.formulas;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The shelf of usual formulas. */
@Component
class SqlFormulaDefaults {

    private static final String PUT = """
            insert into usual_formula (association_id, grade, formula_id, named_at, named_by, version) values (:association, :grade, :formula, :at, :by, 1)
            on conflict (association_id, grade) do update set formula_id = excluded.formula_id, named_at = excluded.named_at, named_by = excluded.named_by,
                version = usual_formula.version + 1
            returning version
            """;

    /** The version it has now. */
    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Long> put(Asking asking, String grade, Optional<UUID> formula) {
        return asking.tx().sql(PUT).bind("association", asking.actor().partyId()).bind("grade", grade).bind("formula", Bind.maybe(formula.orElse(null), UUID.class))
                .bind("at", Bind.at(asking.at())).bind("by", asking.actor().personId()).map(row -> row.get("version", Long.class)).one();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    Mono<Map<String, UUID>> of(Tx tx, UUID association) {
        return tx.sql("select grade, formula_id from usual_formula where association_id = :association and formula_id is not null order by grade limit 1000")
                .bind("association", association).map(row -> Map.entry(row.get("grade", String.class), row.get("formula_id", UUID.class))).all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
