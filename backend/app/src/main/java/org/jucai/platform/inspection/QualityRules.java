package org.jucai.platform.inspection;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.formulas.clause.Clause;
import org.jucai.platform.formulas.clause.Delivered;
import org.jucai.platform.formulas.clause.Evaluation;
import org.jucai.platform.formulas.clause.Evaluator;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Ratio;
import org.jucai.platform.formulas.clause.Read;
import org.jucai.platform.kernel.FenPerTonne;

/** What a final result makes of the price, by the formula stamped on the contract, and of the goods. Pure: the same result and terms give the same sum. */
final class QualityRules {

    private QualityRules() {}

    /** An item of the contract, what was promised of it, and its goods in the batch. */
    record Sold(ContractItem item, Promised promised, List<Batch.Load> loads) {
        Sold {
            loads = List.copyOf(loads);
        }
    }

    /** A batch with its final result. @param conceding whether the buyer takes what it might refuse */
    record Asked(Optional<PriceFormula> formula, List<Sold> sold, Map<Measure, Long> dry, boolean conceding) {
        Asked {
            sold = List.copyOf(sold);
            dry = Map.copyOf(dry);
        }
    }

    /** @param quality empty where the buyer has to say whether it concedes */
    record Outcome(List<Adjustment> adjustments, Optional<QualityStatus> quality) {
        Outcome {
            adjustments = List.copyOf(adjustments);
        }
    }

    static Outcome settle(Asked asked) {
        List<Adjustment> adjustments = asked.formula().map(formula -> asked.sold().stream().flatMap(sold -> adjusted(formula, asked, sold).stream()).toList()).orElse(List.of());
        boolean unsaid = asked.formula().isPresent() && adjustments.size() < asked.sold().size();
        boolean refused = unsaid || adjustments.stream().anyMatch(each -> each.verdict() == Evaluation.Verdict.REFUSED);
        boolean missed = asked.formula().isEmpty() && !asked.conceding() && asked.sold().stream().anyMatch(sold -> sold.promised().isMissedBy(asked.dry()));
        if (refused || missed) return new Outcome(adjustments, Optional.empty());
        boolean plain = !asked.conceding() && adjustments.stream().allMatch(each -> each.payableFen() == each.baseFen());
        return new Outcome(adjustments, Optional.of(plain ? QualityStatus.ACCEPTED : QualityStatus.ADJUSTED));
    }

    /** Nothing where the formula asks for what neither contract nor grade promises, or nobody measured: then people decide. */
    private static Optional<Adjustment> adjusted(PriceFormula formula, Asked asked, Sold sold) {
        List<Delivered.Lot> lots = sold.loads().stream().map(load -> new Delivered.Lot(load.code(), load.mass(), load.on(), asked.dry())).toList();
        Delivered delivered = new Delivered(price(sold.item()), lots, figures(formula, sold.promised()), Optional.empty(), asked.conceding());
        return switch (Evaluator.evaluate(formula, delivered)) {
            case Read.Right<Evaluation>(Evaluation it) -> Optional.of(Adjustment.of(sold.item().id(), it));
            case Read.Wrong<Evaluation>(var _) -> Optional.empty();
        };
    }

    /** The item's price for a tonne; where parts of it have prices of their own, their mean by mass. */
    static FenPerTonne price(ContractItem item) {
        Ratio amount = item.priced().stream().map(part -> Ratio.of(part.massKg()).times(Ratio.of(part.priceFenPerTonne()))).reduce(Ratio.ZERO, Ratio::plus);
        long mass = item.priced().stream().mapToLong(ContractItem.Priced::massKg).sum();
        return new FenPerTonne(amount.over(Ratio.of(mass)).halfUp());
    }

    private static Map<Measure, Long> figures(PriceFormula formula, Promised promised) {
        Map<Measure, Long> figures = new EnumMap<>(Measure.class);
        for (Clause clause : formula.clauses()) promised.figure(clause).ifPresent(figure -> figures.put(clause.property(), figure));
        return figures;
    }

    /** What must be measured: what is guaranteed, what the formula looks at, and moisture. */
    static Set<Measure> wanted(Optional<PriceFormula> formula, List<ContractItem> items) {
        Set<Measure> wanted = EnumSet.of(Measure.MOISTURE);
        formula.map(Evaluator::needed).ifPresent(wanted::addAll);
        items.stream().flatMap(item -> item.goods().guarantees().stream()).forEach(each -> Measure.called(each.property()).ifPresent(wanted::add));
        return wanted;
    }
}
