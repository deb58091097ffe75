package org.jucai.platform.formulas.clause;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jucai.platform.formulas.clause.Clause.Origin;
import org.jucai.platform.formulas.clause.Delivered.Lot;
import org.jucai.platform.formulas.clause.Evaluation.Kind;
import org.jucai.platform.formulas.clause.Evaluation.Step;
import org.jucai.platform.formulas.clause.Evaluation.Unit;
import org.jucai.platform.formulas.clause.Evaluation.Verdict;
import org.jucai.platform.formulas.clause.PriceFormula.Deduct;
import org.jucai.platform.formulas.clause.Steps.Side;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Kilograms;

/** Settles lots together, once, and keeps each step of it. */
final class Settling {

    private final PriceFormula formula;
    private final Delivered delivered;
    private final List<Lot> lots;
    private final Ratio base;
    private final Ratio net;
    private final List<Step> steps = new ArrayList<>();
    private boolean conceded;

    Settling(PriceFormula formula, Delivered delivered, List<Lot> lots) {
        this.formula = formula;
        this.delivered = delivered;
        this.lots = lots;
        this.base = Ratio.of(delivered.base().fen());
        this.net = Ratio.of(lots.stream().mapToLong(lot -> lot.mass().kg()).sum());
    }

    Evaluation.Part part() {
        Map<Measure, Ratio> means = means();
        Ratio dry = dry(means);
        Worth worth = Worth.NOTHING;
        for (int i = 0; i < formula.clauses().size(); i++) worth = worth.plus(clause(formula.clauses().get(i), "/clauses/" + i, means));
        Ratio mass = worth.rank() == Worth.Rank.REFUSED ? Ratio.ZERO : mass(dry, worth);
        Ratio price = worth.rank() == Worth.Rank.PAID ? price(worth) : Ratio.ZERO;
        Ratio amount = worth.rank() == Worth.Rank.PAID ? amount(price, mass, worth) : Ratio.ZERO;
        Kilograms weighed = new Kilograms(net.numerator().longValueExact());
        return new Evaluation.Part(lots.stream().map(Lot::name).toList(), weighed, verdict(worth, price, mass), mass, price,
                delivered.base().times(weighed), new Fen(amount.halfUp()), steps);
    }

    private Verdict verdict(Worth worth, Ratio price, Ratio mass) {
        boolean untouched = price.equals(base) && mass.equals(net) && worth.amountFen().signum() == 0;
        return switch (worth.rank()) {
            case REFUSED -> Verdict.REFUSED;
            case UNPAID -> Verdict.UNPAID;
            case PAID -> conceded ? Verdict.CONCESSION : untouched ? Verdict.ACCEPTED : Verdict.ADJUSTED;
        };
    }

    /** By delivered mass; of one lot it is the reading itself. */
    private Map<Measure, Ratio> means() {
        Map<Measure, Ratio> means = new EnumMap<>(Measure.class);
        for (Measure measure : Evaluator.needed(formula)) {
            Ratio sum = Ratio.ZERO;
            for (Lot lot : lots) sum = sum.plus(Ratio.of(lot.mass().kg()).times(Ratio.of(lot.readings().getOrDefault(measure, 0L))));
            Ratio mean = sum.over(net);
            means.put(measure, mean);
            if (lots.size() > 1) step(Kind.MEAN, "/averaging", measure, Arithmetic.mean(measure, lots, mean), mean);
        }
        return means;
    }

    private void step(Kind kind, String where, Measure measure, String arithmetic, Ratio value) {
        steps.add(new Step(kind, where, Optional.of(measure), arithmetic, value, Unit.READING));
    }

    private void step(Kind kind, String where, String arithmetic, Ratio value, Unit unit) {
        steps.add(new Step(kind, where, Optional.empty(), arithmetic, value, unit));
    }

    private Ratio dry(Map<Measure, Ratio> means) {
        if (formula.moisture().deduct() == Deduct.NONE) return net;
        Ratio moisture = means.getOrDefault(Measure.MOISTURE, Ratio.ZERO);
        long limit = formula.moisture().limitOn(lots.getFirst().deliveredOn());
        Ratio part = formula.moisture().part(moisture, limit);
        Ratio dry = net.times(Ratio.ONE.minus(part));
        steps.add(new Step(Kind.MOISTURE, "/moisture", Optional.of(Measure.MOISTURE), Arithmetic.moisture(formula.moisture().deduct(), moisture, limit, net, dry), dry, Unit.KG));
        return dry;
    }

    private Worth clause(Clause clause, String where, Map<Measure, Ratio> means) {
        Ratio reading = rounded(clause, where, means.getOrDefault(clause.property(), Ratio.ZERO));
        Ratio figure = clause.measuredFrom() == Origin.ZERO ? reading : reading.minus(Ratio.of(delivered.guarantees().getOrDefault(clause.property(), 0L)));
        int at = clause.bandOf(figure);
        Band band = clause.bands().get(at);
        List<Effect> inForce = band.inForce(delivered.conceding());
        boolean conceding = inForce != band.effects();
        if (conceding) {
            conceded = true;
            steps.add(new Step(Kind.CONCESSION, where + "/bands/" + at, Optional.of(clause.property()), Figures.reading(clause.property(), figure), figure, Unit.READING));
        }
        String effects = where + "/bands/" + at + "/effects" + (conceding ? "/0/concession" : "");
        for (int i = 0; i < inForce.size(); i++) effect(clause, inForce.get(i), figure, effects + "/" + i);
        return band.worth(figure, Side.AT, delivered.conceding());
    }

    private Ratio rounded(Clause clause, String where, Ratio reading) {
        if (clause.roundTo().isEmpty()) return reading;
        Ratio rounded = reading.halfEven(clause.roundTo().getAsLong());
        String arithmetic = Figures.reading(clause.property(), reading) + " → " + Figures.reading(clause.property(), rounded);
        step(Kind.ROUNDED, where + "/roundTo", clause.property(), arithmetic, rounded);
        return rounded;
    }

    private void effect(Clause clause, Effect effect, Ratio figure, String where) {
        Optional<Measure> property = Optional.of(clause.property());
        String reading = Figures.reading(clause.property(), figure);
        steps.add(switch (effect) {
            case Effect.Nothing _ -> new Step(Kind.EFFECT, where, property, reading, Ratio.ZERO, Unit.FEN_PER_TONNE);
            case Effect.Unpaid _ -> new Step(Kind.UNPAID, where, property, reading, figure, Unit.READING);
            case Effect.Refuse _ -> new Step(Kind.REFUSED, where, property, reading, figure, Unit.READING);
            case Effect.Fixed(Of of, Ratio value) -> changed(where, property, of, value, Arithmetic.of(of, value, base));
            case Effect.Stepped(Steps it) -> changed(where, property, it.of(), it.at(figure, Side.AT), Arithmetic.steps(clause.property(), it, figure, base));
        });
    }

    private Step changed(String where, Optional<Measure> property, Of of, Ratio value, String arithmetic) {
        return switch (of) {
            case FEN_PER_TONNE, PRICE_PPM -> new Step(Kind.EFFECT, where, property, arithmetic, Worth.of(of, value).onPrice(base), Unit.FEN_PER_TONNE);
            case MASS_PPM -> new Step(Kind.EFFECT, where, property, arithmetic, value, Unit.MASS_PPM);
            case AMOUNT_FEN -> new Step(Kind.EFFECT, where, property, arithmetic, value, Unit.FEN);
        };
    }

    private Ratio mass(Ratio dry, Worth worth) {
        if (worth.massPpm().signum() == 0) return dry;
        Ratio mass = dry.times(Ratio.ONE.plus(worth.massPpm().over(Ratio.MILLION)).atLeast(Ratio.ZERO));
        step(Kind.MASS, "", Arithmetic.mass(dry, worth.massPpm(), mass), mass, Unit.KG);
        return mass;
    }

    private Ratio price(Worth worth) {
        Ratio change = capped(worth.onPrice(base)).plus(shortfall());
        Ratio price = base.plus(change).atLeast(Ratio.ZERO);
        step(Kind.PRICE, "", Arithmetic.price(base, change, price), price, Unit.FEN_PER_TONNE);
        return price;
    }

    private Ratio capped(Ratio change) {
        Ratio most = base.times(Ratio.of(formula.caps().bonusPpm().orElse(1_000_000))).over(Ratio.MILLION);
        Ratio least = base.times(Ratio.of(formula.caps().deductionPpm().orElse(1_000_000))).over(Ratio.MILLION).negated();
        Ratio capped = change.atMost(most).atLeast(least);
        if (!capped.equals(change)) step(Kind.CAPPED, "/caps", Figures.yuan(change) + " → " + Figures.yuan(capped), capped, Unit.FEN_PER_TONNE);
        return capped;
    }

    private Ratio shortfall() {
        boolean fewer = formula.shortfall().isPresent() && delivered.totals().filter(totals -> Ratio.of(totals.delivered().kg()).times(Ratio.MILLION)
                .compareTo(Ratio.of(totals.contracted().kg()).times(Ratio.of(formula.shortfall().orElseThrow().belowPpm()))) < 0).isPresent();
        if (!fewer) return Ratio.ZERO;
        Ratio change = Ratio.of(-formula.shortfall().orElseThrow().deductFenPerTonne());
        step(Kind.SHORTFALL, "/shortfall", Arithmetic.shortfall(delivered.totals().orElseThrow(), formula.shortfall().orElseThrow()), change, Unit.FEN_PER_TONNE);
        return change;
    }

    private Ratio amount(Ratio price, Ratio mass, Worth worth) {
        Ratio amount = price.times(mass).over(Ratio.of(1_000)).plus(worth.amountFen()).atLeast(Ratio.ZERO);
        step(Kind.AMOUNT, "", Arithmetic.amount(price, mass, worth.amountFen(), amount), Ratio.of(amount.halfUp()), Unit.FEN);
        return amount;
    }
}
