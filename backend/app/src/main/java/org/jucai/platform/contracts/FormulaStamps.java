package org.jucai.platform.contracts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jucai.platform.formulas.FormulaBoard;
import org.jucai.platform.formulas.FormulaVersion;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Chooses the price adjustment formula of each grade: the one that is named, else the association's usual one for it; and copies it as it stands. */
@Component
public class FormulaStamps {

    private final FormulaBoard board;

    FormulaStamps(FormulaBoard board) {
        this.board = board;
    }

    /** For a grade. @param formulaId none: its price is not adjusted; {@code version}: the newest where empty */
    public record Choice(String grade, Optional<UUID> formulaId, OptionalLong version) {}

    /** Of each of these grades, in their order; a grade without a choice has the association's usual formula, where there is one. */
    Mono<List<ContractTerms.StampedFormula>> all(Tx tx, UUID association, Set<String> grades, List<Choice> chosen) {
        return board.usual(tx, association).flatMap(defaults -> {
            Map<String, Choice> choices = new HashMap<>();
            defaults.forEach((grade, formula) -> choices.put(grade, new Choice(grade, Optional.of(formula), OptionalLong.empty())));
            chosen.forEach(choice -> choices.put(choice.grade(), choice));
            List<Choice> wanted = new ArrayList<>();
            new TreeSet<>(grades).forEach(grade -> Optional.ofNullable(choices.get(grade)).ifPresent(wanted::add));
            return known(grades, chosen).then(stamped(tx, association, wanted));
        });
    }

    /** Only what is named; of several for a grade the last. */
    Mono<List<ContractTerms.StampedFormula>> named(Tx tx, UUID association, Set<String> grades, List<Choice> chosen) {
        Map<String, Choice> last = new TreeMap<>();
        chosen.forEach(choice -> last.put(choice.grade(), choice));
        return known(grades, chosen).then(stamped(tx, association, List.copyOf(last.values())));
    }

    private static Mono<Void> known(Set<String> grades, List<Choice> chosen) {
        return Mono.fromRunnable(() -> chosen.stream().map(Choice::grade).filter(grade -> !grades.contains(grade)).findFirst().ifPresent(strange -> {
            throw new RefusedException(ContractRefusal.FORMULA_GRADE_NOT_DRAWN, Map.of("grade", strange));
        }));
    }

    private Mono<List<ContractTerms.StampedFormula>> stamped(Tx tx, UUID association, List<Choice> wanted) {
        return Flux.fromIterable(wanted).filter(choice -> choice.formulaId().isPresent())
                .concatMap(choice -> board.get(tx, choice.formulaId().orElseThrow(), choice.version())
                        .filter(version -> version.associationId().equals(association))
                        .switchIfEmpty(Mono.error(() -> new RefusedException(ContractRefusal.FORMULA_OF_ANOTHER_ASSOCIATION)))
                        .map(version -> stamp(choice.grade(), version)))
                .collectList();
    }

    private static ContractTerms.StampedFormula stamp(String grade, FormulaVersion version) {
        return new ContractTerms.StampedFormula(grade, version.id(), version.version(), version.formula().title().nameZh(), version.formula().base().fromFenPerTonne(),
                version.formula().base().toFenPerTonne(), version.document());
    }
}
