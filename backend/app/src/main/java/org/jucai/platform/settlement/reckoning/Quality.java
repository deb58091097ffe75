package org.jucai.platform.settlement.reckoning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.formulas.clause.Delivered;
import org.jucai.platform.formulas.clause.Evaluation;
import org.jucai.platform.formulas.clause.Evaluator;
import org.jucai.platform.formulas.clause.Figures;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Ratio;
import org.jucai.platform.formulas.clause.Read;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/** What the stamped formula makes of goods whose quality is decided, lots of a month together where it says so. */
record Quality(Sold sold, PriceFormula formula) {

    /**
     * Trucks that are settled together.
     *
     * @param changeFen what is paid more than the base amount; negative where less
     */
    record Part(List<Goods> goods, long changeFen, boolean isUnpaid, List<Step> steps) {

        Kilograms mass() {
            return goods.stream().map(Goods::mass).reduce(Kilograms.ZERO, Kilograms::plus);
        }
    }

    /** Empty where it cannot be evaluated. Goods that the formula would refuse were conceded, else they would not be settled: so they have its terms for that. */
    Optional<List<Part>> parts(List<Goods> goods) {
        return evaluated(goods, Optional.empty()).map(evaluation -> {
            Map<String, Goods> byCode = goods.stream().collect(Collectors.toMap(Goods::code, Function.identity()));
            return evaluation.parts().stream().map(part -> part(part, byCode)).toList();
        });
    }

    private static Part part(Evaluation.Part it, Map<String, Goods> byCode) {
        List<Goods> goods = it.lots().stream().flatMap(lot -> Optional.ofNullable(byCode.get(lot)).stream()).toList();
        List<Step> steps = new ArrayList<>();
        it.steps().forEach(step -> steps.add(new Step(Step.About.FORMULA, step.property().map(property -> property.name() + ": ").orElse("") + step.arithmetic(), 0)));
        return new Part(goods, it.payableFen().minus(it.baseFen()).fen(), it.payableFen().fen() == 0, steps);
    }

    /** The difference that the formula's clause on shortfall makes, over all goods of the item; goods that nobody measured lose it by mass. */
    Optional<Step> shortfall(List<Goods> goods, Kilograms contracted, Kilograms delivered) {
        if (formula.shortfall().filter(clause -> isBelow(clause, contracted, delivered)).isEmpty()) return Optional.empty();
        PriceFormula.Shortfall clause = formula.shortfall().get();
        List<Goods> measured = goods.stream().filter(truck -> truck.readings().isPresent()).toList();
        long unmeasured = goods.stream().filter(truck -> truck.readings().isEmpty()).mapToLong(truck -> truck.mass().kg()).sum();
        Optional<Evaluation> plain = evaluated(measured, Optional.empty());
        Optional<Evaluation> less = evaluated(measured, Optional.of(new Delivered.Totals(contracted, delivered)));
        if (plain.isEmpty() || less.isEmpty()) return Optional.empty();
        long fen = less.get().payableFen().minus(plain.get().payableFen()).fen() - new FenPerTonne(clause.deductFenPerTonne()).times(new Kilograms(unmeasured)).fen();
        Kilograms mass = goods.stream().map(Goods::mass).reduce(Kilograms.ZERO, Kilograms::plus);
        String arithmetic = Valuing.tonnes(delivered) + " ÷ " + Valuing.tonnes(contracted) + " < " + Figures.percent(Ratio.of(clause.belowPpm())) + ": −"
                + Valuing.yuan(clause.deductFenPerTonne()) + " × " + Valuing.tonnes(mass) + " → " + Valuing.yuan(fen);
        return fen == 0 ? Optional.empty() : Optional.of(new Step(Step.About.SHORTFALL, arithmetic, fen));
    }

    private static boolean isBelow(PriceFormula.Shortfall clause, Kilograms contracted, Kilograms delivered) {
        return Ratio.of(delivered.kg()).times(Ratio.MILLION).compareTo(Ratio.of(contracted.kg()).times(Ratio.of(clause.belowPpm()))) < 0;
    }

    private Optional<Evaluation> evaluated(List<Goods> goods, Optional<Delivered.Totals> totals) {
        Optional<Evaluation> plain = evaluated(goods, totals, false);
        boolean refused = plain.filter(it -> it.verdict() == Evaluation.Verdict.REFUSED).isPresent();
        return refused ? evaluated(goods, totals, true) : plain;
    }

    private Optional<Evaluation> evaluated(List<Goods> goods, Optional<Delivered.Totals> totals, boolean conceding) {
        List<Delivered.Lot> lots = goods.stream().map(truck -> new Delivered.Lot(truck.code(), truck.mass(), truck.on(), truck.readings().orElseThrow())).toList();
        return switch (Evaluator.evaluate(formula, new Delivered(sold.price(), lots, sold.guarantees(formula), totals, conceding))) {
            case Read.Right<Evaluation>(Evaluation it) -> Optional.of(it);
            case Read.Wrong<Evaluation> _ -> Optional.empty();
        };
    }
}
