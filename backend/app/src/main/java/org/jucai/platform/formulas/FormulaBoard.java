package org.jucai.platform.formulas;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers which formulas there are, as far as the transaction's parties may know. */
@Service
public class FormulaBoard {

    public static final int MOST_VERSIONS = 50;

    private final SqlFormulas shelf;
    private final FormulaDefaults usual;

    FormulaBoard(SqlFormulas shelf, FormulaDefaults usual) {
        this.shelf = shelf;
        this.usual = usual;
    }

    /** Which formula an association usually agrees for a grade, of those that have one. */
    public Mono<Map<String, UUID>> usual(Tx tx, UUID associationId) {
        return usual.of(tx, associationId);
    }

    /** The newest version of each, newest formula first. */
    public Mono<Page<FormulaVersion>> list(Tx tx, @Nullable String cursor, int limit) {
        return shelf.list(tx, cursor, limit);
    }

    /** A version, or the newest; refused where there is none. */
    public Mono<FormulaVersion> get(Tx tx, UUID formula, OptionalLong version) {
        return shelf.find(tx, formula, version).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    /** Its versions, newest first. */
    public Mono<List<FormulaVersion>> versions(Tx tx, UUID formula) {
        return shelf.versions(tx, formula, MOST_VERSIONS);
    }
}
