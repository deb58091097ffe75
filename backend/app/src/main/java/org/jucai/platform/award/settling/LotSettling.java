package org.jucai.platform.award.settling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.shares.Claim;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.LotShares;
import org.jucai.platform.award.shares.ShareTerms;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/**
 * Settles one lot among its lines.
 *
 * @param sales in the order of suppliers' ids
 */
record LotSettling(LotLines lot, List<Sale> sales, AloneOffers offers, SettlingTerms terms) {

    private static final FenPerTonne NOTHING = new FenPerTonne(0);
    private static final BigInteger MILLI = BigInteger.valueOf(1_000);

    SettledLot settled() {
        Kilograms mass = new Kilograms(sales.stream().mapToLong(Sale::kg).sum());
        Fen goods = sum(SettledLot.Sold::goods);
        Fen landed = goods.plus(PaidPrice.fee(goods, terms.feeRateBp())).plus(sum(SettledLot.Sold::freight)).plus(sum(SettledLot.Sold::ownFreight));
        LotShares whoStays = LotShares.of(awarded(mass, landed, true), claims(Set.of(), true), shareTerms());
        LotShares shares = LotShares.of(awarded(mass, goods, false), claims(new HashSet<>(whoStays.left()), false), shareTerms());
        List<SettledLot.Got> got = got(shares);
        return new SettledLot(lot.lot(), sales.stream().map(Sale::sold).toList(), got, whoStays.left(), shares.unplaced(), shares.wholeTrucks(),
                Groups.of(got, offers));
    }

    private LotShares.Awarded awarded(Kilograms mass, Fen cost, boolean landed) {
        boolean curved = terms.costRule() == CostRule.MARGINAL;
        return new LotShares.Awarded(mass, cost, curved ? new LotCurve(sales, landed, terms.feeRateBp(), BigInteger.valueOf(cost.fen()).multiply(MILLI)) : null);
    }

    private List<Claim> claims(Set<String> without, boolean capped) {
        return lot.lines().stream().filter(line -> !without.contains(line.id()))
                .map(line -> new Claim(line.id(), line.minimum(), line.target(), line.maximum(), capped ? line.cap() : null, NOTHING, line.committedAt()))
                .toList();
    }

    private ShareTerms shareTerms() {
        return new ShareTerms(terms.shareRule(), terms.costRule(), terms.truckKg(), NOTHING, terms.samples());
    }

    private Fen sum(Function<SettledLot.Sold, Fen> of) {
        return sales.stream().map(sale -> of.apply(sale.sold())).reduce(Fen.ZERO, Fen::plus);
    }

    /** What is unplaced takes its part of everything as one more line, at the end; it is shown to nobody. */
    private List<SettledLot.Got> got(LotShares shares) {
        Map<String, LotLines.Line> byId = lot.lines().stream().collect(Collectors.toMap(LotLines.Line::id, Function.identity()));
        List<LotLines.Line> lines = shares.lines().stream().map(LotShares.Line::id).flatMap(id -> Stream.ofNullable(byId.get(id))).toList();
        long[] kg = LongStream.concat(shares.lines().stream().mapToLong(line -> line.share().kg()), LongStream.of(shares.unplaced().kg())).toArray();
        LotParts parts = LotParts.of(sales, lines, kg, shares.wholeTrucks() ? terms.truckKg() : 1);
        long[] freight = Parts.proportional(sum(SettledLot.Sold::freight).fen(), kg);
        long[] own = Parts.proportional(sum(SettledLot.Sold::ownFreight).fen(), kg);
        Bought bought = Bought.of(lines, kg, offers);
        List<SettledLot.Got> got = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Fen goods = shares.lines().get(i).goods();
            Charge charge = new Charge(goods, new Fen(freight[i]), new Fen(own[i]));
            got.add(new SettledLot.Got(lines.get(i).id(), lines.get(i).member(), new Kilograms(kg[i]), parts.of(i), charge.goods, charge.freight, charge.own,
                    PaidPrice.fee(goods, terms.feeRateBp()), charge.sum().minus(invoiced(parts, i)), bought.alone(i)));
        }
        return got;
    }

    private record Charge(Fen goods, Fen freight, Fen own) {
        Fen sum() {
            return goods.plus(freight).plus(own);
        }
    }

    private static Fen invoiced(LotParts parts, int line) {
        return parts.of(line).stream().map(part -> part.goods().plus(part.freight())).reduce(parts.fetching(line), Fen::plus);
    }

    /** What members would have paid alone, by line: a member's lines in the lot together, split among them by mass. */
    private record Bought(List<SettledLot.@Nullable AloneCost> byLine) {

        static Bought of(List<LotLines.Line> lines, long[] kg, AloneOffers offers) {
            List<SettledLot.@Nullable AloneCost> costs = new ArrayList<>(Collections.nCopies(lines.size(), null));
            Map<String, List<Integer>> members = IntStream.range(0, lines.size()).boxed().collect(Collectors.groupingBy(i -> lines.get(i).member()));
            members.values().forEach(own -> offers.cheapest(new Kilograms(own.stream().mapToLong(i -> kg[i]).sum())).ifPresent(cost -> {
                long[] each = Parts.proportional(cost.goods().fen(), own.stream().mapToLong(i -> kg[i]).toArray());
                for (int i = 0; i < each.length; i++) costs.set(own.get(i), new SettledLot.AloneCost(cost.supplier(), new Fen(each[i])));
            }));
            return new Bought(costs);
        }

        SettledLot.@Nullable AloneCost alone(int line) {
            return byLine.get(line);
        }
    }
}
