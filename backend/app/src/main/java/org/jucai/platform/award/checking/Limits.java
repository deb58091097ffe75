package org.jucai.platform.award.checking;

import java.util.List;

/** What a problem and its rules leave of each bid before any leaf divides: ends are whole multiples of the grid. */
final class Limits {

    private static final long WHOLE_BP = 10_000;

    private final Problem problem;
    final long[] low;
    final long[] high;

    Limits(Problem problem, RuleBook book) {
        this.problem = problem;
        low = new long[problem.bids().size()];
        high = new long[problem.bids().size()];
        for (int bid = 0; bid < low.length; bid++) {
            Problem.Bid each = problem.bids().get(bid);
            low[bid] = up(Math.max(1, each.minimumKg()));
            high[bid] = book.excludedBy(bid).isPresent() ? 0 : down(most(each, book.sharesOfLots()));
        }
    }

    private long most(Problem.Bid bid, List<Rule.Share> shares) {
        long ofLot = problem.lot(bid).maximumKg();
        long most = Math.min(Math.min(bid.capacityKg(), problem.supplier(bid).capacityKg()), ofLot);
        for (Rule.Share share : shares) most = Math.min(most, ofLot * share.shareBp() / WHOLE_BP);
        return most;
    }

    /** The least whole multiple of the grid that is not below. */
    long up(long kg) {
        return Math.ceilDiv(kg, problem.gridKg()) * problem.gridKg();
    }

    /** The greatest whole multiple of the grid that is not above. */
    long down(long kg) {
        return kg - kg % problem.gridKg();
    }
}
