package org.jucai.platform.award.checking;

import java.util.Arrays;

/** What a node of a certificate leaves: ranges of bids and of suppliers' totals, and whether lots are served. Narrowed on the way down. */
final class Domain {

    enum Served { EITHER, YES, NO, NEVER }

    final long[] bidLow;
    final long[] bidHigh;
    final long[] totalLow;
    final long[] totalHigh;
    final Served[] served;

    Domain(Problem problem) {
        bidLow = new long[problem.bids().size()];
        bidHigh = filled(problem.bids().size());
        totalLow = new long[problem.suppliers().size()];
        totalHigh = filled(problem.suppliers().size());
        served = problem.lots().stream().map(lot -> lot.mustBeServed() ? Served.YES : Served.EITHER).toArray(Served[]::new);
    }

    private static long[] filled(int size) {
        long[] values = new long[size];
        Arrays.fill(values, Long.MAX_VALUE);
        return values;
    }

    /** Serves or fails a lot, does what is to be done there, and forgets it. */
    void with(int lot, boolean yes, Runnable there) {
        Served before = served[lot];
        Served wanted = yes ? Served.YES : Served.NO;
        served[lot] = before == Served.EITHER || before == wanted ? wanted : Served.NEVER;
        there.run();
        served[lot] = before;
    }

    /** Narrows a range at one end, does what is to be done there, and forgets it. */
    static void atMost(long[] high, int place, long kg, Runnable there) {
        long before = high[place];
        high[place] = Math.min(before, kg);
        there.run();
        high[place] = before;
    }

    static void above(long[] low, int place, long kg, Runnable there) {
        long before = low[place];
        low[place] = Math.max(before, kg + 1);
        there.run();
        low[place] = before;
    }
}
