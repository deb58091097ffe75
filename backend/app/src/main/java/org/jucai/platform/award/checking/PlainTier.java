package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The least of a supplier's bids within one total tier, by the words of the format and in fractions throughout: lower convex
 * envelopes, their pieces in order of slope. {@link FastTier} must say the same.
 *
 * @param gridKg every mass is a multiple of it
 */
record PlainTier(List<Problem.Bid> bids, long gridKg, BigInteger scale) {

    private record Point(long kg, BigInteger cost) {

        /** Turns right or goes straight on, so that the middle point is not on the lower envelope. */
        static boolean idle(Point a, Point b, Point c) {
            BigInteger first = b.cost.subtract(a.cost).multiply(BigInteger.valueOf(c.kg - b.kg));
            BigInteger second = c.cost.subtract(b.cost).multiply(BigInteger.valueOf(b.kg - a.kg));
            return first.compareTo(second) >= 0;
        }
    }

    private record Piece(long kg, Ratio slope) {

        static Piece between(Point a, Point b) {
            return new Piece(b.kg - a.kg, new Ratio(b.cost.subtract(a.cost), BigInteger.valueOf(b.kg - a.kg)));
        }
    }

    Optional<Ratio> least(Ask ask, Tier tier) {
        List<Piece> pieces = new ArrayList<>();
        Ratio sum = Ratio.ZERO;
        long kg = 0;
        for (int i = 0; i < bids.size(); i++) {
            List<Point> envelope = envelope(points(ask, i, tier));
            if (envelope.isEmpty()) return Optional.empty();
            kg += envelope.getFirst().kg();
            sum = sum.plus(envelope.getFirst().cost());
            for (int j = 1; j < envelope.size(); j++) pieces.add(Piece.between(envelope.get(j - 1), envelope.get(j)));
        }
        if (kg > tier.high()) return Optional.empty();
        pieces.sort(Comparator.comparing(Piece::slope));
        for (Piece piece : pieces) {
            long taken = Math.min(piece.kg(), piece.slope().sign() < 0 ? tier.high() - kg : Math.max(0, tier.low() - kg));
            sum = sum.plus(piece.slope().times(BigInteger.valueOf(taken)));
            kg += taken;
        }
        return kg < tier.low() ? Optional.empty() : Optional.of(sum);
    }

    private List<Point> points(Ask ask, int i, Tier tier) {
        BidCost cost = new BidCost(bids.get(i), tier.number(), ask.ray());
        List<Point> points = new ArrayList<>();
        if (ask.zero()[i]) points.add(new Point(0, BigInteger.ZERO));
        long high = Math.min(ask.high()[i], tier.high());
        if (ask.low()[i] > high) return points;
        for (long kg : cost.corners(ask.low()[i], high, gridKg)) {
            BigInteger multipliers = ask.multipliers().onKilogram(i).multiply(BigInteger.valueOf(kg)).add(ask.multipliers().onUse(i));
            points.add(new Point(kg, cost.at(kg).multiply(scale).add(multipliers)));
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
}
