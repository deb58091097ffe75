package org.jucai.platform.formulas.clause;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.jucai.platform.formulas.clause.Steps.Side;

/** What one clause does, reading by reading: for the plot, and for the table beside it. */
public final class Curve {

    private static final int INSIDE = 12;
    private static final int MOST_STEPS = 20;
    private static final long LEAST_SPAN = 1_000;

    private Curve() {}

    /**
     * @param reading what bands count: the reading, or its difference from the guarantee
     * @param side whether it is the reading itself, or what readings below or above it come close to
     * @param band of the clause, from 0
     * @param changeFenPerTonne on the price at this base price, exact
     */
    public record Point(long reading, End side, int band, Outcome outcome, Ratio changeFenPerTonne, Ratio massPpm) {}

    /** From which side. */
    public enum End { BELOW, AT, ABOVE }

    /** What becomes of the goods. */
    public enum Outcome { PAID, UNPAID, REFUSED }

    /** The points of a clause, from the lowest reading; where it jumps there are two at one reading. */
    public static List<Point> points(Clause clause, long baseFenPerTonne) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < clause.bands().size(); i++) {
            Band band = clause.bands().get(i);
            long from = band.from().orElse(first(clause));
            long to = band.to().orElse(last(clause));
            points.add(point(clause, i, from, band.fromIncluded() || band.from().isEmpty() ? Side.AT : Side.ABOVE, baseFenPerTonne));
            for (long inside : inside(band, from, to)) {
                if (isJump(band, inside)) points.add(point(clause, i, inside, Side.BELOW, baseFenPerTonne));
                points.add(point(clause, i, inside, Side.AT, baseFenPerTonne));
                if (isJump(band, inside)) points.add(point(clause, i, inside, Side.ABOVE, baseFenPerTonne));
            }
            points.add(point(clause, i, to, band.toIncluded() || band.to().isEmpty() ? Side.AT : Side.BELOW, baseFenPerTonne));
        }
        return points;
    }

    private static Point point(Clause clause, int band, long reading, Side side, long base) {
        Worth worth = clause.bands().get(band).worth(Ratio.of(reading), side, false);
        Ratio change = worth.rank() == Worth.Rank.PAID ? worth.onPrice(Ratio.of(base)) : Ratio.of(-base);
        return new Point(reading, End.valueOf(side.name()), band, Outcome.valueOf(worth.rank().name()), change, worth.massPpm());
    }

    private static boolean isJump(Band band, long reading) {
        return band.effects().stream().anyMatch(effect -> effect instanceof Effect.Stepped(Steps steps)
                && steps.counting() != Steps.Counting.PROPORTIONAL && (reading - steps.reference()) % steps.per() == 0);
    }

    /** Readings within a band that are shown besides its ends: each step's where they are few, else evenly. */
    private static TreeSet<Long> inside(Band band, long from, long to) {
        TreeSet<Long> shown = new TreeSet<>();
        for (Effect effect : band.effects()) {
            if (!(effect instanceof Effect.Stepped(Steps steps))) continue;
            boolean stairs = steps.counting() != Steps.Counting.PROPORTIONAL && (to - from) / steps.per() < MOST_STEPS;
            long first = from + Math.floorMod(steps.reference() - from, steps.per());
            LongStream at = stairs ? LongStream.iterate(first, next -> next < to, next -> next + steps.per())
                    : LongStream.range(1, INSIDE).map(part -> from + (to - from) / INSIDE * part);
            at.filter(reading -> reading > from && reading < to).forEach(shown::add);
        }
        return shown;
    }

    private static long first(Clause clause) {
        long lowest = ends(clause).min().orElse(0) - margin(clause);
        return clause.least().isPresent() ? Math.max(clause.least().getAsLong(), lowest) : lowest;
    }

    private static long last(Clause clause) {
        OptionalLong most = clause.most();
        long highest = ends(clause).max().orElse(0) + margin(clause);
        return most.isPresent() ? Math.min(most.getAsLong(), highest) : highest;
    }

    /** A fifth of what lies between the ends that are named. */
    private static long margin(Clause clause) {
        BigInteger span = BigInteger.valueOf(ends(clause).max().orElse(0)).subtract(BigInteger.valueOf(ends(clause).min().orElse(0)));
        return Math.max(LEAST_SPAN, span.longValueExact() / 5);
    }

    private static LongStream ends(Clause clause) {
        return clause.bands().stream().flatMapToLong(band -> LongStream.concat(band.from().stream(), band.to().stream()));
    }
}
