package org.jucai.platform.award.shares;

import java.math.BigInteger;
import java.util.List;
import org.jucai.platform.kernel.FenPerTonne;

/**
 * One price schedule: a ladder of prices by mass.
 *
 * @param incremental each kilogram has the price of the step it lies in; else the step reached prices every kilogram
 * @param steps the first from 0, each from more than the one before
 */
public record PriceSchedule(boolean incremental, List<Step> steps) implements CostCurve {

    public record Step(long fromKg, FenPerTonne price) {}

    public PriceSchedule {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.getFirst().fromKg() != 0) throw new IllegalArgumentException("the first step is from nothing");
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i - 1).fromKg() >= steps.get(i).fromKg()) throw new IllegalArgumentException("steps do not rise");
        }
    }

    @Override
    public BigInteger milliFen(long kg) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < steps.size() && steps.get(i).fromKg() <= kg; i++) {
            boolean last = i + 1 == steps.size() || steps.get(i + 1).fromKg() > kg;
            long end = last ? kg : steps.get(i + 1).fromKg();
            long priced = incremental ? end - steps.get(i).fromKg() : last ? kg : 0;
            sum = sum.add(BigInteger.valueOf(steps.get(i).price().fen()).multiply(BigInteger.valueOf(priced)));
        }
        return sum;
    }

    @Override
    public List<Long> breaks() {
        return steps.stream().map(Step::fromKg).toList();
    }

    /** Whether a tonne of more never costs more on the average. Then the average price is in the core. */
    public boolean averageNeverRises() {
        for (int i = 1; i < steps.size(); i++) if (steps.get(i - 1).price().compareTo(steps.get(i).price()) < 0) return false;
        return true;
    }
}
