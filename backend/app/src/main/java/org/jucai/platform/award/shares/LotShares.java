package org.jucai.platform.award.shares;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/**
 * What each line of a lot gets and pays.
 *
 * @param lines those that get something, in the order of ids
 * @param left ids of those that left because they would have paid more than their cap, ascending
 * @param unplaced what the others could not take, and its cost: the award has to be computed anew without those that left
 * @param errorMilliFen how far a drawn charge may be from the exact one; 0 where exact
 */
public record LotShares(List<Line> lines, List<String> left, Kilograms unplaced, Fen unplacedCost, boolean wholeTrucks, BigInteger errorMilliFen) {

    /**
     * @param goods its part of the lot's cost
     * @param freight its own freight beyond the offers
     * @param fee of the purchasing party
     */
    public record Line(String id, Kilograms share, Fen goods, Fen freight, Fen fee) {

        public Fen total() {
            return goods.plus(freight).plus(fee);
        }
    }

    /**
     * What is shared.
     *
     * @param cost of the lot's awards, in fen
     * @param curve what other masses would cost; needed for {@link CostRule#MARGINAL} alone, and then its cost of the whole mass is {@code cost}
     */
    public record Awarded(Kilograms mass, Fen cost, @Nullable CostCurve curve) {}

    /**
     * Shares the mass, splits the cost, and lets all lines leave together that would then pay more than their cap; again, until none
     * would. Each round fewer remain, so it ends; who leaves is decided for all at once, so the order of lines changes nothing. A cap
     * is held to the exact charge: rounding may add less than one fen to each of goods, freight and fee.
     */
    public static LotShares of(Awarded awarded, List<Claim> claims, ShareTerms terms) {
        List<Claim> staying = claims.stream().sorted(Comparator.comparing(Claim::id)).toList();
        TreeSet<String> left = new TreeSet<>();
        while (true) {
            Attempt attempt = Attempt.of(awarded, staying, terms);
            List<String> leaving = attempt.overCap();
            if (leaving.isEmpty()) return attempt.shares(List.copyOf(left));
            left.addAll(leaving);
            staying = staying.stream().filter(claim -> !leaving.contains(claim.id())).toList();
        }
    }

    /** One round of sharing: exact charges of goods in milli-fen over a denominator, the unplaced mass as one more member at the end. */
    private record Attempt(Awarded awarded, List<Claim> claims, ShareTerms terms, Sharing sharing, Marginal charges) {

        static Attempt of(Awarded awarded, List<Claim> claims, ShareTerms terms) {
            Sharing sharing = Sharing.of(awarded.mass(), claims, terms.shareRule(), terms.truckKg());
            long[] kg = Stream.concat(claims.stream().map(claim -> sharing.kg(claim)), Stream.of(sharing.unplaced())).mapToLong(Kilograms::kg).toArray();
            return new Attempt(awarded, claims, terms, sharing, charges(awarded, kg, terms));
        }

        private static Marginal charges(Awarded awarded, long[] kg, ShareTerms terms) {
            BigInteger cost = BigInteger.valueOf(awarded.cost().fen()).multiply(MilliFen.PER_FEN);
            if (terms.costRule() == CostRule.AVERAGE) return average(cost, kg);
            CostCurve curve = awarded.curve();
            if (curve == null) throw new IllegalArgumentException("marginal contributions need the lot's cost curve");
            Marginal marginal = Marginal.of(curve, kg, terms.samples());
            return marginal.of(cost);
        }

        private static Marginal average(BigInteger cost, long[] kg) {
            List<BigInteger> over = new ArrayList<>();
            BigInteger all = BigInteger.ZERO;
            for (long each : kg) {
                over.add(cost.multiply(BigInteger.valueOf(each)));
                all = all.add(BigInteger.valueOf(each));
            }
            return new Marginal(over, all.max(BigInteger.ONE), BigInteger.ZERO);
        }

        private List<String> overCap() {
            List<String> over = new ArrayList<>();
            for (int i = 0; i < claims.size(); i++) {
                Claim claim = claims.get(i);
                FenPerTonne cap = claim.cap();
                if (cap == null) continue;
                BigInteger share = BigInteger.valueOf(sharing.kg(claim).kg());
                BigInteger rates = BigInteger.valueOf(cap.fen() - claim.ownFreight().fen() - terms.fee().fen());
                boolean above = charges.over().get(i).compareTo(rates.multiply(share).multiply(charges.under())) > 0;
                if (above) over.add(claim.id());
            }
            return over;
        }

        private LotShares shares(List<String> left) {
            List<BigInteger> goods = Remainders.round(charges.over(), charges.under().multiply(MilliFen.PER_FEN));
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < claims.size(); i++) {
                Claim claim = claims.get(i);
                Kilograms share = sharing.kg(claim);
                if (share.kg() == 0) continue;
                lines.add(new Line(claim.id(), share, new Fen(goods.get(i).longValueExact()), claim.ownFreight().times(share), terms.fee().times(share)));
            }
            return new LotShares(lines, left, sharing.unplaced(), new Fen(goods.getLast().longValueExact()), sharing.wholeTrucks(), charges.errorMilliFen());
        }
    }

    public LotShares {
        lines = List.copyOf(lines);
        left = List.copyOf(left);
    }

    public Optional<Line> line(String id) {
        return lines.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
