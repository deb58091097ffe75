package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.Optional;

/** The part of a leaf's value that is a lot's, times scale. */
record LotPart(Problem.Lot lot, BigInteger scale) {

    /** The least of what the leaf leaves, or nothing where it leaves nothing. */
    Optional<BigInteger> least(BigInteger slope, BigInteger servedTerm, Domain.Served served, boolean ray) {
        BigInteger outside = ray ? BigInteger.ZERO : scale.multiply(BigInteger.valueOf(lot.outsideFenPerTonne()));
        boolean mayFail = !lot.mustBeServed() && (served == Domain.Served.EITHER || served == Domain.Served.NO);
        boolean mayServe = (served == Domain.Served.EITHER || served == Domain.Served.YES) && lot.minimumKg() <= lot.maximumKg();
        BigInteger failing = at(0, slope, outside);
        if (!mayServe) return mayFail ? Optional.of(failing) : Optional.empty();
        BigInteger serving = at(lot.minimumKg(), slope, outside).min(at(lot.maximumKg(), slope, outside));
        boolean kink = lot.minimumKg() < lot.targetKg() && lot.targetKg() < lot.maximumKg();
        if (kink) serving = serving.min(at(lot.targetKg(), slope, outside));
        serving = serving.add(servedTerm);
        return Optional.of(mayFail ? serving.min(failing) : serving);
    }

    private BigInteger at(long kg, BigInteger slope, BigInteger outside) {
        return slope.multiply(BigInteger.valueOf(kg)).add(outside.multiply(BigInteger.valueOf(Math.max(0, lot.targetKg() - kg))));
    }
}
