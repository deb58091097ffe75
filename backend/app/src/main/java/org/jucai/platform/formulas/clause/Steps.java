package org.jucai.platform.formulas.clause;

import java.util.Optional;

/**
 * An effect that grows with the distance from a reference: {@code start + times × change × (distance ÷ per)}.
 *
 * @param per one step, in the unit of the measure
 * @param change of one step; what takes away is negative
 * @param start what it begins with at the reference
 * @param times a multiplier of the change, 1 where there is none
 * @param cap what it never goes beyond
 */
public record Steps(Of of, long reference, long per, Counting counting, Ratio change, Ratio start, Ratio times, Optional<Ratio> cap) {

    /** Which steps count. */
    public enum Counting {
        /** Each part of a step counts by its part. */
        PROPORTIONAL,
        /** Only whole steps count. */
        FULL_STEPS,
        /** A step that is begun counts whole. */
        BEGUN_STEPS
    }

    /** A reading, or what readings come as close as one likes to, from one side. */
    enum Side { BELOW, AT, ABOVE }

    Ratio steps(Ratio reading, Side side) {
        Ratio off = reading.minus(Ratio.of(reference));
        Ratio distance = off.size().over(Ratio.of(per));
        boolean grows = side == Side.ABOVE ? off.signum() >= 0 : off.signum() <= 0;
        boolean farther = side != Side.AT && grows;
        boolean nearer = side != Side.AT && !grows;
        return switch (counting) {
            case PROPORTIONAL -> distance;
            case FULL_STEPS -> whole(nearer && distance.isWhole() ? distance.minus(Ratio.ONE) : distance, false);
            case BEGUN_STEPS -> whole(farther && distance.isWhole() ? distance.plus(Ratio.ONE) : distance, true);
        };
    }

    private static Ratio whole(Ratio distance, boolean up) {
        return new Ratio(up ? distance.ceiling() : distance.floor(), java.math.BigInteger.ONE);
    }

    Ratio at(Ratio reading, Side side) {
        Ratio grown = start.plus(times.times(change).times(steps(reading, side)));
        return cap.map(most -> change.signum() < 0 ? grown.atLeast(most) : grown.atMost(most)).orElse(grown);
    }
}
