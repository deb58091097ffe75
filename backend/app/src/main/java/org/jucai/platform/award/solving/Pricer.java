package org.jucai.platform.award.solving;

import java.util.Arrays;

/** Finds the best use of one supplier in one tier under multipliers, in floating point: it guides the search and states nothing. */
final class Pricer {

    private final Domain domain;
    private final Model model;
    private final Envelopes envelopes;
    private final Segments segments = new Segments();
    /** As if masses cost nothing: to prove that there is no award. */
    private final boolean free;
    private double base;
    private double start;
    private long work;

    Pricer(Domain domain, Envelopes envelopes, boolean free) {
        this.domain = domain;
        this.model = domain.model;
        this.envelopes = envelopes;
        this.free = free;
    }

    /** Pieces looked at since the last call. */
    long takeWork() {
        long done = work;
        work = 0;
        return done;
    }

    /** The least reduced cost of the supplier in the tier; infinite where the node leaves it nothing there. */
    double price(int s, int tier, Slopes slopes) {
        long low = domain.tierLow(s, tier);
        long high = domain.tierHigh(s, tier);
        if (low > high) return Double.POSITIVE_INFINITY;
        segments.clear();
        base = slopes.supplierUsed[s];
        start = 0;
        for (int b = model.firstBid[s]; b < model.firstBid[s + 1]; b++) if (!addBid(b, tier, high, slopes)) return Double.POSITIVE_INFINITY;
        work += segments.size() + 4;
        if (start > high) return Double.POSITIVE_INFINITY;
        return base + segments.take(low - start, high - start);
    }

    private boolean addBid(int b, int tier, long tierHigh, Slopes slopes) {
        long high = Math.min(domain.high[b], tierHigh);
        if (domain.low[b] > high) return domain.zero[b];
        Hull hull = free ? Hull.free(new Hull.Range(domain.low[b], high)) : envelopes.of(b, tier, domain.low[b], high);
        int first = 0;
        if (domain.zero[b]) {
            first = hull.tangent(slopes.bidUsed[b]);
            double rise = hull.milliFen[first];
            segments.add(b, new Hull.Range(0, hull.kg[first]), 1, slopes.bidKg[b] + (rise + slopes.bidUsed[b]) / hull.kg[first]);
        } else {
            start += hull.kg[0];
            base += hull.milliFen[0] + slopes.bidUsed[b] + slopes.bidKg[b] * hull.kg[0];
        }
        for (int i = first + 1; i < hull.size; i++) {
            double rise = (double) hull.milliFen[i] - hull.milliFen[i - 1];
            segments.add(b, new Hull.Range(hull.kg[i - 1], hull.kg[i]), 0, slopes.bidKg[b] + rise / (hull.kg[i] - hull.kg[i - 1]));
        }
        return true;
    }

    /** The column behind the last finite price. */
    Column column(int s, int tier) {
        int most = model.firstBid[s + 1] - model.firstBid[s];
        Assembly parts = new Assembly(most, tier);
        for (int b = model.firstBid[s]; b < model.firstBid[s + 1]; b++) if (!domain.zero[b]) parts.startAt(b);
        for (int i = 0; i < segments.size(); i++) if (segments.taken(i) > 0) parts.take(segments, i);
        return parts.column(s);
    }

    /** Puts a column together, bid by bid in ascending order. */
    private final class Assembly {
        private final double[] kg;
        private final double[] used;
        private final long[] low;
        private final long[] high;
        private final int tier;
        private double cost;

        Assembly(int most, int tier) {
            this.tier = tier;
            kg = new double[most];
            used = new double[most];
            low = new long[most];
            high = new long[most];
        }

        private int at(int b) {
            return b - model.firstBid[model.supplierOf[b]];
        }

        void startAt(int b) {
            kg[at(b)] = domain.low[b];
            low[at(b)] = domain.low[b];
            high[at(b)] = domain.low[b];
            used[at(b)] = 1;
            cost += model.cost[b].of(tier, domain.low[b]);
        }

        void take(Segments pieces, int i) {
            int at = at(pieces.bid(i));
            double part = pieces.taken(i) / (pieces.to(i) - pieces.from(i));
            kg[at] += pieces.taken(i);
            used[at] += part * pieces.used(i);
            BidCost price = model.cost[pieces.bid(i)];
            cost += part * (price.of(tier, pieces.to(i)) - price.of(tier, pieces.from(i)));
            low[at] = part < 1 ? pieces.from(i) : pieces.to(i);
            high[at] = pieces.to(i);
        }

        Column column(int s) {
            int[] bids = java.util.stream.IntStream.range(0, kg.length).filter(i -> kg[i] > 0).toArray();
            int[] numbers = Arrays.stream(bids).map(i -> i + model.firstBid[s]).toArray();
            double[] masses = Arrays.stream(bids).mapToDouble(i -> kg[i]).toArray();
            double[] uses = Arrays.stream(bids).mapToDouble(i -> used[i]).toArray();
            long[] lows = Arrays.stream(bids).mapToLong(i -> low[i]).toArray();
            long[] highs = Arrays.stream(bids).mapToLong(i -> high[i]).toArray();
            return new Column(s, tier, numbers, masses, uses, lows, highs, Arrays.stream(masses).sum(), cost);
        }
    }
}
