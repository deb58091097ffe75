package org.jucai.platform.inspection;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.formulas.clause.Evaluation;
import org.jucai.platform.formulas.clause.Evaluation.Verdict;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.kernel.Kilograms;

/** What a final result makes of an item's price. @param steps the arithmetic, for whoever wants to reckon it again */
public record Adjustment(UUID itemId, Kilograms mass, Verdict verdict, long baseFen, long payableFen, List<Step> steps) {

    /** A step as it is kept. @param value exact, as a whole number or a fraction */
    public record Step(String lot, String kind, String where, @Nullable String property, String arithmetic, String value, String unit) {}

    public Adjustment {
        steps = List.copyOf(steps);
    }

    static Adjustment of(UUID item, Evaluation it) {
        List<Step> steps = it.parts().stream().flatMap(part -> part.steps().stream().map(step -> step(String.join(", ", part.lots()), step))).toList();
        return new Adjustment(item, it.delivered(), it.verdict(), it.baseFen().fen(), it.payableFen().fen(), steps);
    }

    private static Step step(String lot, Evaluation.Step it) {
        return new Step(lot, it.kind().name(), it.where(), it.property().map(Measure::name).orElse(null), it.arithmetic(), it.value().toString(), it.unit().name());
    }
}
