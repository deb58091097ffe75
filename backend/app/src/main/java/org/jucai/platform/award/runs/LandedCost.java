package org.jucai.platform.award.runs;

import java.math.BigInteger;
import java.util.List;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Ladder;
import org.jucai.platform.award.solving.AwardProblem.Step;

/** What a tonne of an offer costs landed, as awards compare it. Pure; fen a tonne, rounded half up. */
final class LandedCost {

    private LandedCost() {}

    /** For this mass, without any discount across lots. */
    static long at(Bid bid, long kg) {
        BigInteger cost = BigInteger.ZERO;
        for (int i = 0; i < bid.steps().size(); i++) {
            Step step = bid.steps().get(i);
            long end = i + 1 < bid.steps().size() ? Math.min(kg, bid.steps().get(i + 1).fromKg()) : kg;
            boolean reached = step.fromKg() <= kg;
            if (bid.ladder() == Ladder.ALL_UNITS && reached) cost = times(step.fenPerTonne().getFirst(), kg);
            if (bid.ladder() == Ladder.INCREMENTAL && end > step.fromKg()) cost = cost.add(times(step.fenPerTonne().getFirst(), end - step.fromKg()));
        }
        BigInteger mass = BigInteger.valueOf(kg);
        return cost.shiftLeft(1).add(mass).divide(mass.shiftLeft(1)).longValueExact() + bid.freightFenPerTonne();
    }

    /** At its lowest step and best discount, whatever mass that takes. */
    static long lowest(Bid bid) {
        return bid.steps().stream().map(Step::fenPerTonne).flatMap(List::stream).mapToLong(Long::longValue).min().orElse(0) + bid.freightFenPerTonne();
    }

    private static BigInteger times(long fenPerTonne, long kg) {
        return BigInteger.valueOf(fenPerTonne).multiply(BigInteger.valueOf(kg));
    }
}
