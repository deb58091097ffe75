package org.jucai.platform.award.solving;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;

/** Turns multipliers that guide into multipliers that state: whole numbers, and the exact value they prove. */
final class Statement {

    private static final DoubleUnaryOperator[] ROUNDINGS = {x -> x, Math::rint, x -> Math.rint(x * 10_000) / 10_000};

    private final Domain root;
    private final ExactBound exact;
    final long scale = 1_000_000_000;

    Statement(Model model, Domain root) {
        this.root = root;
        exact = new ExactBound(model, scale);
    }

    /** The multipliers that state a leaf, and the exact value they prove; a ray's above 0 or not. */
    record Stated(WholeMultipliers multipliers, long value) {}

    /** The best exact value that these multipliers, rounded in one way or another, prove for a leaf. @param enough where no more is needed */
    long of(Domain domain, Multipliers guide, long enough) {
        return best(domain, guide, enough).value();
    }

    /** What a leaf states. @param enough where no more is needed */
    Stated of(Domain domain, Node leaf, long enough) {
        if (!leaf.ray) return best(domain, leaf.guide, leaf.value < enough - 1.0 ? Long.MIN_VALUE : enough);
        WholeMultipliers ray = ray(leaf.guide);
        return new Stated(ray, exact.of(domain, ray));
    }

    private Stated best(Domain domain, Multipliers guide, long enough) {
        Stated best = null;
        for (DoubleUnaryOperator rounding : ROUNDINGS) {
            WholeMultipliers whole = WholeMultipliers.near(guide, scale, false, rounding);
            Stated stated = new Stated(whole, exact.of(domain, whole));
            if (best == null || stated.value > best.value) best = stated;
            if (best.value >= enough) break;
        }
        return Objects.requireNonNull(best);
    }

    private WholeMultipliers ray(Multipliers guide) {
        double most = 1e-300;
        for (double each : guide.lot()) most = Math.max(most, Math.abs(each));
        for (double each : guide.row()) most = Math.max(most, Math.abs(each));
        double factor = 1_000 / most;
        return WholeMultipliers.near(guide, scale, true, x -> x * factor);
    }

    boolean isRay(Domain domain, Multipliers guide) {
        return exact.of(domain, ray(guide)) > 0;
    }

    Domain root() {
        return root;
    }
}
