package org.jucai.platform.rounds.demand;

import java.util.List;
import java.util.function.Function;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.GradeCode;

/** "This or better" from the catalogue. */
final class BetterGrades {

    private BetterGrades() {}

    /** For a grade's code, the codes of those that dominate it. */
    static Function<String, List<String>> in(Catalogue catalogue) {
        return code -> catalogue.grade(new GradeCode(code))
                .map(compared -> compared.better().stream().map(GradeCode::code).toList())
                .orElse(List.of());
    }
}
