package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.List;

/** An award added up anew: masses of bids, lots and suppliers, costs by the tiers they reach. */
final class Recount {

    private final Problem problem;
    final long[] bidKg;
    final long[] lotKg;
    final long[] supplierKg;
    BigInteger totalFen = BigInteger.ZERO;
    BigInteger objectiveMilliFen = BigInteger.ZERO;

    private Recount(Problem problem) {
        this.problem = problem;
        bidKg = new long[problem.bids().size()];
        lotKg = new long[problem.lots().size()];
        supplierKg = new long[problem.suppliers().size()];
    }

    /** Awards to whom did not bid are left out; a repeated one counts each time. */
    static Recount of(Problem problem, RuleBook book, List<Result.Award> awards) {
        Recount recount = new Recount(problem);
        for (Result.Award award : awards) book.bid(award.supplier(), award.lot()).ifPresent(bid -> recount.add(bid, award.kg()));
        recount.price();
        return recount;
    }

    private void add(int bid, long kg) {
        bidKg[bid] += kg;
        lotKg[problem.bids().get(bid).lot()] += kg;
        supplierKg[problem.bids().get(bid).supplier()] += kg;
    }

    private void price() {
        for (int bid = 0; bid < bidKg.length; bid++) {
            if (bidKg[bid] == 0) continue;
            BigInteger cost = costMilliFen(bid);
            objectiveMilliFen = objectiveMilliFen.add(cost);
            totalFen = totalFen.add(Prices.fen(cost));
        }
        for (int lot = 0; lot < lotKg.length; lot++) {
            Problem.Lot each = problem.lots().get(lot);
            objectiveMilliFen = objectiveMilliFen.add(Prices.product(each.outsideFenPerTonne(), Math.max(0, each.targetKg() - lotKg[lot])));
        }
    }

    int totalTier(int supplier) {
        return Prices.reached(problem.suppliers().get(supplier).tiersFromKg(), supplierKg[supplier]);
    }

    BigInteger costMilliFen(int bid) {
        return Prices.cost(problem.bids().get(bid), totalTier(problem.bids().get(bid).supplier()), bidKg[bid]);
    }

    boolean served(int lot) {
        return problem.lots().get(lot).mustBeServed() || lotKg[lot] > 0;
    }

    /** Left - right of an inequality. */
    BigInteger value(Inequality inequality) {
        Value value = new Value();
        inequality.expression().tell(value, BigInteger.ONE);
        return value.sum;
    }

    private final class Value implements Terms {

        private BigInteger sum = BigInteger.ZERO;

        private void add(BigInteger by, long times) {
            if (times != 0) sum = sum.add(by.multiply(BigInteger.valueOf(times)));
        }

        @Override
        public void constant(BigInteger by) {
            add(by, 1);
        }

        @Override
        public void supplierUsed(int supplier, BigInteger by) {
            add(by, supplierKg[supplier] > 0 ? 1 : 0);
        }

        @Override
        public void bidUsed(int bid, BigInteger by) {
            add(by, bidKg[bid] > 0 ? 1 : 0);
        }

        @Override
        public void served(int lot, BigInteger by) {
            add(by, Recount.this.served(lot) ? 1 : 0);
        }

        @Override
        public void supplierMass(int supplier, BigInteger by) {
            add(by, supplierKg[supplier]);
        }

        @Override
        public void bidMass(int bid, BigInteger by) {
            add(by, bidKg[bid]);
        }

        @Override
        public void lotMass(int lot, BigInteger by) {
            add(by, lotKg[lot]);
        }

        @Override
        public void allMass(BigInteger by) {
            for (long kg : lotKg) add(by, kg);
        }
    }
}
