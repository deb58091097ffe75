package org.jucai.platform.award.solving;

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

    /** The best exact value that these multipliers, rounded in one way or another, prove for a leaf. */
    long of(Domain domain, Multipliers guide) {
        long best = Long.MIN_VALUE;
        for (DoubleUnaryOperator rounding : ROUNDINGS) best = Math.max(best, exact.of(domain, WholeMultipliers.near(guide, scale, false, rounding)));
        return best;
    }

    /** The multipliers behind {@link #of}. */
    WholeMultipliers best(Domain domain, Node leaf) {
        if (leaf.ray) return ray(leaf.guide);
        WholeMultipliers best = WholeMultipliers.near(leaf.guide, scale, false, ROUNDINGS[0]);
        long most = exact.of(domain, best);
        for (DoubleUnaryOperator rounding : ROUNDINGS) {
            WholeMultipliers other = WholeMultipliers.near(leaf.guide, scale, false, rounding);
            long value = exact.of(domain, other);
            if (value > most) {
                most = value;
                best = other;
            }
        }
        return best;
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

    long value(Domain domain, WholeMultipliers multipliers) {
        return exact.of(domain, multipliers);
    }

    Domain root() {
        return root;
    }
}
