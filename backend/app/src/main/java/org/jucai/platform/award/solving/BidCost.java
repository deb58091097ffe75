package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Ladder;
import org.jucai.platform.award.solving.AwardProblem.Step;
import org.jucai.platform.award.solving.AwardProblem.Truck;
import org.jspecify.annotations.Nullable;

/** What a mass costs under one offer, in exact milli-fen: a fen per tonne is a thousandth of a fen per kilogram. */
final class BidCost {

    private static final long MILLI = 1_000;

    final long[] from;
    /** By step and total tier. */
    private final long[][] price;
    private final boolean incremental;
    private final long freight;
    private final @Nullable Truck truck;

    BidCost(Bid bid) {
        from = bid.steps().stream().mapToLong(Step::fromKg).toArray();
        price = bid.steps().stream().map(step -> step.fenPerTonne().stream().mapToLong(Long::longValue).toArray()).toArray(long[][]::new);
        incremental = bid.ladder() == Ladder.INCREMENTAL;
        freight = bid.freightFenPerTonne();
        truck = bid.truck();
    }

    /** The last step whose threshold is at most the mass. */
    int step(long kg) {
        int step = 0;
        while (step + 1 < from.length && from[step + 1] <= kg) step++;
        return step;
    }

    /** The first mass of the step in which a mass is; of all steps where they price each kilogram by itself. */
    long stepStart(long kg) {
        return incremental ? 0 : from[step(kg)];
    }

    long stepEnd(long kg) {
        int next = step(kg) + 1;
        return incremental || next == from.length ? Long.MAX_VALUE : from[next] - 1;
    }

    long of(int tier, long kg) {
        if (kg == 0) return 0;
        long goods = incremental ? incremental(tier, kg) : price[step(kg)][tier] * kg;
        long loads = truck == null ? 0 : MILLI * truck.fen() * Math.ceilDiv(kg, truck.kg());
        return goods + freight * kg + loads;
    }

    private long incremental(int tier, long kg) {
        long sum = 0;
        for (int step = 0; step < from.length && from[step] < kg; step++) {
            long end = step + 1 < from.length ? Math.min(kg, from[step + 1]) : kg;
            sum += price[step][tier] * (end - from[step]);
        }
        return sum;
    }

    /** Is the cost one straight line through 0? */
    boolean isStraight() {
        return from.length == 1 && truck == null;
    }

    /** Not more than this many corners, whatever the range. */
    int mostCorners() {
        return from.length * (truck == null ? 2 : 4);
    }

    /** Masses between which the cost is straight or above a straight line: the ends of the steps within the range, whole truck loads next to them. */
    List<Long> corners(long low, long high, long grid) {
        TreeSet<Long> corners = new TreeSet<>();
        for (int step = 0; step < from.length; step++) {
            long start = Math.ceilDiv(Math.max(low, from[step]), grid) * grid;
            long end = step + 1 < from.length ? Math.min(high, from[step + 1] - 1) : high;
            end = end / grid * grid;
            if (start <= end) addCorners(corners, start, end);
        }
        return new ArrayList<>(corners);
    }

    private void addCorners(TreeSet<Long> corners, long start, long end) {
        corners.add(start);
        corners.add(end);
        if (truck == null) return;
        long first = Math.ceilDiv(start, truck.kg()) * truck.kg();
        long last = end / truck.kg() * truck.kg();
        if (first <= end) corners.add(first);
        if (last >= start) corners.add(last);
    }

    /** The greatest whole number of truck loads below a mass, or of steps' beginnings: where a fractional answer is best divided. */
    long splitBelow(long kg) {
        long split = 0;
        for (long start : from) if (start - 1 <= kg) split = Math.max(split, start - 1);
        if (truck != null) split = Math.max(split, kg / truck.kg() * truck.kg());
        return split;
    }
}
