package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.LongStream;

/** The part of a leaf's value that is a lot's, times scale. */
final class LotPart {

    private final Problem.Lot lot;
    private final BigInteger outside;
    private final long low;
    private final long high;
    private final long[] corners;

    LotPart(Problem.Lot lot, BigInteger scale, Limits limits) {
        this.lot = lot;
        outside = scale.multiply(BigInteger.valueOf(lot.outsideFenPerTonne()));
        low = limits.up(lot.minimumKg());
        high = limits.down(lot.maximumKg());
        corners = LongStream.of(low, limits.down(lot.targetKg()), limits.up(lot.targetKg()), high)
                .filter(kg -> kg >= low && kg <= high).distinct().toArray();
    }

    boolean mayFail(Domain.Served served) {
        return !lot.mustBeServed() && (served == Domain.Served.EITHER || served == Domain.Served.NO);
    }

    boolean mayServe(Domain.Served served) {
        return (served == Domain.Served.EITHER || served == Domain.Served.YES) && low <= high;
    }

    /** The least of what the leaf leaves, or nothing where it leaves nothing. */
    Optional<BigInteger> least(BigInteger slope, BigInteger servedTerm, Domain.Served served, boolean ray) {
        BigInteger shortage = ray ? BigInteger.ZERO : outside;
        if (!mayServe(served)) return mayFail(served) ? Optional.of(at(0, slope, shortage)) : Optional.empty();
        BigInteger serving = at(low, slope, shortage);
        for (long corner : corners) serving = serving.min(at(corner, slope, shortage));
        serving = serving.add(servedTerm);
        return Optional.of(mayFail(served) ? serving.min(at(0, slope, shortage)) : serving);
    }

    private BigInteger at(long kg, BigInteger slope, BigInteger shortage) {
        return slope.multiply(BigInteger.valueOf(kg)).add(shortage.multiply(BigInteger.valueOf(Math.max(0, lot.targetKg() - kg))));
    }
}
