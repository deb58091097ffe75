package org.jucai.platform.formulas;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which formula an association usually agrees for a grade. Contracts that carry one already keep theirs. */
@Component
class FormulaDefaults {

    private final SqlFormulaDefaults shelf;
    private final SqlFormulas formulas;
    private final CatalogueBoard catalogue;
    private final Journal journal;

    FormulaDefaults(SqlFormulaDefaults shelf, SqlFormulas formulas, CatalogueBoard catalogue, Journal journal) {
        this.shelf = shelf;
        this.formulas = formulas;
        this.catalogue = catalogue;
        this.journal = journal;
    }

    /** What happened. @param formulaId none: there is no usual one any more */
    record UsualFormulaNamed(String grade, @Nullable UUID formulaId) {}

    /** The formula of each grade that has a usual one. */
    Mono<Map<String, UUID>> of(Tx tx, UUID associationId) {
        return shelf.of(tx, associationId);
    }

    /** Names it for the actor's association, or none. */
    Mono<Map<String, UUID>> name(Asking asking, String grade, Optional<UUID> formulaId) {
        UUID association = asking.actor().partyId();
        return known(grade).then(own(asking, formulaId))
                .then(Mono.defer(() -> shelf.put(asking, grade, formulaId)))
                .flatMap(version -> journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent("usual-formula", stream(association, grade), version, null,
                        UsualFormulaNamed.class.getSimpleName(), new UsualFormulaNamed(grade, formulaId.orElse(null)), Set.of(association)))))
                .then(Mono.defer(() -> shelf.of(asking.tx(), association)));
    }

    private static UUID stream(UUID association, String grade) {
        return UUID.nameUUIDFromBytes(("usual formula of " + association + " for " + grade).getBytes(StandardCharsets.UTF_8));
    }

    private Mono<Void> known(String grade) {
        return catalogue.current()
                .filter(current -> current.grades().stream().anyMatch(each -> each.grade().code().code().equals(grade)))
                .switchIfEmpty(Mono.error(() -> new RefusedException(FormulaRefusal.FORMULA_GRADE_UNKNOWN, Map.of("grade", grade))))
                .then();
    }

    private Mono<Void> own(Asking asking, Optional<UUID> formulaId) {
        return Mono.justOrEmpty(formulaId).flatMap(id -> formulas.find(asking.tx(), id, OptionalLong.empty())
                .filter(version -> asking.actor().actsFor(version.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))).then();
    }
}
