package org.jucai.platform.formulas.clause;

import java.util.List;
import java.util.stream.Collectors;
import org.jucai.platform.formulas.clause.Delivered.Lot;
import org.jucai.platform.formulas.clause.PriceFormula.Deduct;

/** Steps of an evaluation, written in figures and signs. */
final class Arithmetic {

    private static final int SHOWN_LOTS = 6;

    private Arithmetic() {}

    static String mean(Measure measure, List<Lot> lots, Ratio mean) {
        String terms = lots.stream().limit(SHOWN_LOTS)
                .map(lot -> Figures.tonnes(Ratio.of(lot.mass().kg())) + " × " + Figures.reading(measure, Ratio.of(lot.readings().getOrDefault(measure, 0L))))
                .collect(Collectors.joining(" + "));
        Ratio mass = Ratio.of(lots.stream().mapToLong(lot -> lot.mass().kg()).sum());
        return "(" + terms + (lots.size() > SHOWN_LOTS ? " + …" : "") + ") ÷ " + Figures.tonnes(mass) + " = " + Figures.reading(measure, mean);
    }

    static String moisture(Deduct deduct, Ratio moisture, long limit, Ratio net, Ratio dry) {
        String read = Figures.percent(moisture);
        String bound = Figures.percent(Ratio.of(limit));
        boolean over = moisture.compareTo(Ratio.of(limit)) > 0;
        String within = read + " ≤ " + bound;
        String part = switch (deduct) {
            case NONE -> "";
            case EXCESS -> over ? " × (1 − (" + read + " − " + bound + "))" : "";
            case FULL -> " × (1 − " + read + ")";
            case FULL_ABOVE_LIMIT -> over ? " × (1 − " + read + ")" : "";
        };
        return part.isEmpty() ? within + ": " + Figures.tonnes(dry) : Figures.tonnes(net) + part + " = " + Figures.tonnes(dry);
    }

    static String of(Of of, Ratio value, Ratio base) {
        return switch (of) {
            case FEN_PER_TONNE, AMOUNT_FEN -> Figures.yuan(value);
            case PRICE_PPM -> Figures.percent(value).replace('-', '−') + " × " + Figures.yuan(base) + " = " + Figures.yuan(Worth.of(of, value).onPrice(base));
            case MASS_PPM -> Figures.percent(value).replace('-', '−');
        };
    }

    /** Start, multiplier, change and how many steps of it; what a cap cut off is said. */
    static String steps(Measure measure, Steps steps, Ratio figure, Ratio base) {
        Ratio reference = Ratio.of(steps.reference());
        boolean above = figure.compareTo(reference) >= 0;
        String distance = "(" + Figures.reading(measure, above ? figure : reference) + " − " + Figures.reading(measure, above ? reference : figure) + ") ÷ "
                + Figures.reading(measure, Ratio.of(steps.per()));
        Ratio count = steps.steps(figure, Steps.Side.AT);
        String counted = steps.counting() == Steps.Counting.PROPORTIONAL ? distance : distance + " → " + Figures.number(count);
        String start = steps.start().signum() == 0 ? "" : plain(steps.of(), steps.start()) + " + ";
        String times = steps.times().equals(Ratio.ONE) ? "" : " × " + Figures.number(steps.times());
        Ratio value = steps.at(figure, Steps.Side.AT);
        boolean capped = steps.cap().filter(value::equals).isPresent();
        return start + plain(steps.of(), steps.change()) + times + " × " + counted + (capped ? " → " : " = ") + of(steps.of(), value, base);
    }

    private static String plain(Of of, Ratio value) {
        return switch (of) {
            case FEN_PER_TONNE, AMOUNT_FEN -> Figures.yuan(value);
            case PRICE_PPM, MASS_PPM -> Figures.percent(value).replace('-', '−');
        };
    }

    static String mass(Ratio dry, Ratio massPpm, Ratio mass) {
        return Figures.tonnes(dry) + " × (1 − " + Figures.percent(massPpm.negated()) + ") = " + Figures.tonnes(mass);
    }

    static String price(Ratio base, Ratio change, Ratio price) {
        String sign = change.signum() < 0 ? " − " : " + ";
        return change.signum() == 0 ? Figures.yuan(price) : Figures.yuan(base) + sign + Figures.yuan(change.size()) + " = " + Figures.yuan(price);
    }

    static String shortfall(Delivered.Totals totals, PriceFormula.Shortfall shortfall) {
        return Figures.tonnes(Ratio.of(totals.delivered().kg())) + " < " + Figures.percent(Ratio.of(shortfall.belowPpm())) + " × "
                + Figures.tonnes(Ratio.of(totals.contracted().kg())) + ": " + Figures.yuan(Ratio.of(-shortfall.deductFenPerTonne()));
    }

    static String amount(Ratio price, Ratio mass, Ratio beside, Ratio amount) {
        String more = beside.signum() == 0 ? "" : (beside.signum() < 0 ? " − " : " + ") + Figures.yuan(beside.size());
        return Figures.yuan(price) + " × " + Figures.tonnes(mass) + more + " = " + Figures.yuan(Ratio.of(amount.halfUp()));
    }
}
