package org.jucai.platform.formulas.clause;

import java.util.List;
import java.util.Optional;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Kilograms;

/**
 * What a formula makes of deliveries.
 *
 * @param verdict the worst of its parts
 * @param baseFen what it would be at the base price by delivered mass
 * @param payableFen the sum of its parts
 */
public record Evaluation(List<Part> parts, Verdict verdict, Kilograms delivered, Fen baseFen, Fen payableFen) {

    public Evaluation {
        parts = List.copyOf(parts);
    }

    /** What is paid less than the base amount, or more. */
    public Fen adjustmentFen() {
        return payableFen.minus(baseFen);
    }

    /** From the best. */
    public enum Verdict {
        ACCEPTED,
        ADJUSTED,
        /** Taken though it might have been refused 让步接收. */
        CONCESSION,
        /** Kept and not paid. */
        UNPAID,
        REFUSED
    }

    /**
     * Lots that are settled together.
     *
     * @param settledKg the mass that is paid, exact
     * @param priceFenPerTonne the price after adjustment, exact
     * @param payableFen their product and amounts beside it, rounded once, half up
     */
    public record Part(List<String> lots, Kilograms delivered, Verdict verdict, Ratio settledKg, Ratio priceFenPerTonne, Fen baseFen, Fen payableFen,
            List<Step> steps) {
        public Part {
            lots = List.copyOf(lots);
            steps = List.copyOf(steps);
        }
    }

    /**
     * One step of the arithmetic.
     *
     * @param where JSON pointer to what the document says about it
     * @param arithmetic in figures and signs only
     * @param value what it comes to, exact
     */
    public record Step(Kind kind, String where, Optional<Measure> property, String arithmetic, Ratio value, Unit unit) {}

    /** What a step does. */
    public enum Kind { MEAN, ROUNDED, MOISTURE, EFFECT, CONCESSION, UNPAID, REFUSED, CAPPED, SHORTFALL, MASS, PRICE, AMOUNT }

    /** What a step's value is in. */
    public enum Unit {
        /** That of its property. */
        READING,
        KG,
        FEN_PER_TONNE,
        MASS_PPM,
        FEN
    }
}
