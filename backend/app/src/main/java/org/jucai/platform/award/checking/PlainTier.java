package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The least of a supplier's bids within one total tier, by the words of the format and in fractions throughout: lower convex
 * envelopes, their pieces in order of slope. {@link FastTier} must say the same.
 */
final class PlainTier {

    private final List<Problem.Bid> bids;
    private final boolean[] excluded;
    private final BigInteger scale;

    PlainTier(List<Problem.Bid> bids, boolean[] excluded, BigInteger scale) {
        this.bids = bids;
        this.excluded = excluded;
        this.scale = scale;
    }

    private record Point(long kg, Ratio cost) {

        /** Turns right or goes straight on, so that the middle point is not on the lower envelope. */
        static boolean idle(Point a, Point b, Point c) {
            Ratio first = b.cost.minus(a.cost).times(BigInteger.valueOf(c.kg - b.kg));
            Ratio second = c.cost.minus(b.cost).times(BigInteger.valueOf(b.kg - a.kg));
            return first.compareTo(second) >= 0;
        }
    }

    private record Piece(long kg, Ratio slope) {}

    Optional<Ratio> least(Ask ask, int tier, long low, long high) {
        List<Piece> pieces = new ArrayList<>();
        Ratio sum = Ratio.ZERO;
        long kg = 0;
        for (int i = 0; i < bids.size(); i++) {
            Usable usable = Usable.of(bids.get(i), excluded[i], ask.low()[i], ask.high()[i]);
            if (usable.impossible()) return Optional.empty();
            if (!usable.may()) continue;
            List<Point> envelope = envelope(points(ask, i, tier, usable));
            kg += envelope.getFirst().kg();
            sum = sum.plus(envelope.getFirst().cost());
            for (int j = 1; j < envelope.size(); j++) pieces.add(piece(envelope.get(j - 1), envelope.get(j)));
        }
        if (kg > high) return Optional.empty();
        pieces.sort(Comparator.comparing(Piece::slope));
        for (Piece piece : pieces) {
            long taken = Math.min(piece.kg(), piece.slope().sign() < 0 ? high - kg : Math.max(0, low - kg));
            sum = sum.plus(piece.slope().times(BigInteger.valueOf(taken)));
            kg += taken;
        }
        return kg < low ? Optional.empty() : Optional.of(sum);
    }

    private List<Point> points(Ask ask, int i, int tier, Usable usable) {
        BidCost cost = new BidCost(bids.get(i), tier, ask.ray());
        List<Point> points = new ArrayList<>();
        if (!usable.must()) points.add(new Point(0, Ratio.ZERO));
        for (long kg : cost.breaks(usable.low(), usable.high())) {
            BigInteger multipliers = ask.slope()[i].multiply(BigInteger.valueOf(kg)).add(ask.used()[i]);
            points.add(new Point(kg, cost.at(kg).times(scale).plus(multipliers)));
        }
        return points;
    }

    /** Andrew's monotone chain. */
    private static List<Point> envelope(List<Point> points) {
        List<Point> envelope = new ArrayList<>();
        for (Point point : points) {
            while (envelope.size() >= 2 && Point.idle(envelope.get(envelope.size() - 2), envelope.getLast(), point)) envelope.removeLast();
            envelope.add(point);
        }
        return envelope;
    }

    private static Piece piece(Point a, Point b) {
        return new Piece(b.kg() - a.kg(), b.cost().minus(a.cost()).dividedBy(BigInteger.valueOf(b.kg() - a.kg())));
    }
}
