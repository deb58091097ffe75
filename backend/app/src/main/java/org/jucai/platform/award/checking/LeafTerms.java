package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Coefficients that the multipliers of a leaf put on what an award consists of, all times the certificate's scale. */
final class LeafTerms implements Terms {

    private static final int BITS = 57;

    private final BigInteger[] bidUsed;
    private final BigInteger[] bidMass;
    private final BigInteger[] supplierUsed;
    private final BigInteger[] supplierMass;
    private final BigInteger[] lotServed;
    private final BigInteger[] lotMass;
    private final BigInteger[] ofLot;
    private BigInteger all = BigInteger.ZERO;
    private BigInteger constant = BigInteger.ZERO;
    private @Nullable Boolean small;

    LeafTerms(Problem problem) {
        bidUsed = zeros(problem.bids().size());
        bidMass = zeros(problem.bids().size());
        supplierUsed = zeros(problem.suppliers().size());
        supplierMass = zeros(problem.suppliers().size());
        lotServed = zeros(problem.lots().size());
        lotMass = zeros(problem.lots().size());
        ofLot = zeros(problem.lots().size());
    }

    private static BigInteger[] zeros(int size) {
        BigInteger[] zeros = new BigInteger[size];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    /** The multiplier of a lot: of A(l) less the sum of its bids. */
    void lot(int lot, BigInteger multiplier) {
        ofLot[lot] = ofLot[lot].add(multiplier);
    }

    BigInteger constant() {
        return constant;
    }

    BigInteger lotServed(int lot) {
        return lotServed[lot];
    }

    /** On a kilogram of A(l). */
    BigInteger lotSlope(int lot) {
        return ofLot[lot].add(lotMass[lot]).add(all);
    }

    BigInteger supplierUsed(int supplier) {
        return supplierUsed[supplier];
    }

    BigInteger bidUsed(int bid) {
        return bidUsed[bid];
    }

    /** On a kilogram of the bid. */
    BigInteger bidSlope(int bid, Problem.Bid of) {
        return bidMass[bid].add(supplierMass[of.supplier()]).subtract(ofLot[of.lot()]);
    }

    /** Whether all multipliers on bids have so few bits that a slope is a long with room to spare. Asked when all are told. */
    boolean small() {
        Boolean before = small;
        if (before != null) return before;
        boolean all = small(bidMass) && small(supplierMass) && small(ofLot) && small(bidUsed);
        small = all;
        return all;
    }

    private static boolean small(BigInteger[] values) {
        for (BigInteger value : values) if (value.bitLength() > BITS) return false;
        return true;
    }

    /** {@link #bidSlope} where {@link #small}. */
    long smallSlope(int bid, Problem.Bid of) {
        return bidMass[bid].longValue() + supplierMass[of.supplier()].longValue() - ofLot[of.lot()].longValue();
    }

    @Override
    public void constant(BigInteger by) {
        constant = constant.add(by);
    }

    @Override
    public void supplierUsed(int supplier, BigInteger by) {
        supplierUsed[supplier] = supplierUsed[supplier].add(by);
    }

    @Override
    public void bidUsed(int bid, BigInteger by) {
        bidUsed[bid] = bidUsed[bid].add(by);
    }

    @Override
    public void served(int lot, BigInteger by) {
        lotServed[lot] = lotServed[lot].add(by);
    }

    @Override
    public void supplierMass(int supplier, BigInteger by) {
        supplierMass[supplier] = supplierMass[supplier].add(by);
    }

    @Override
    public void bidMass(int bid, BigInteger by) {
        bidMass[bid] = bidMass[bid].add(by);
    }

    @Override
    public void lotMass(int lot, BigInteger by) {
        lotMass[lot] = lotMass[lot].add(by);
    }

    @Override
    public void allMass(BigInteger by) {
        all = all.add(by);
    }
}
