package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jucai.platform.award.solving.AwardProblem.Bid;
import org.jucai.platform.award.solving.AwardProblem.Lot;
import org.jucai.platform.award.solving.AwardProblem.Supplier;

/** The problem in arrays: lots, suppliers and bids by number, bids of a supplier side by side; masses rounded inward to the grid. */
final class Model {

    final AwardProblem problem;
    final long grid;
    final int lots;
    final int suppliers;
    final int bids;
    final long[] lotLow;
    final long[] lotHigh;
    final long[] target;
    final long[] outside;
    final boolean[] must;
    final int[] supplierOf;
    final int[] lotOf;
    /** A supplier's bids are from firstBid[s] to firstBid[s + 1] - 1. */
    final int[] firstBid;
    final int[][] bidsOfLot;
    final long[] bidLow;
    final long[] bidHigh;
    final BidCost[] cost;
    /** Where the tiers of a supplier begin. */
    final long[][] tierFrom;
    final long[] supplierLow;
    final long[] supplierHigh;
    /** By supplier, the bids of each bundle; -1 where the supplier has none for the lot. */
    final List<List<int[]>> bundles = new ArrayList<>();
    final List<Row> rows;

    Model(AwardProblem problem) {
        this.problem = problem;
        grid = problem.gridKg();
        lots = problem.lots().size();
        suppliers = problem.suppliers().size();
        bids = problem.suppliers().stream().mapToInt(supplier -> supplier.bids().size()).sum();
        lotLow = problem.lots().stream().mapToLong(lot -> up(lot.minimumKg())).toArray();
        lotHigh = problem.lots().stream().mapToLong(lot -> down(lot.maximumKg())).toArray();
        target = problem.lots().stream().mapToLong(Lot::targetKg).toArray();
        outside = problem.lots().stream().mapToLong(Lot::outsideFenPerTonne).toArray();
        must = new boolean[lots];
        for (int l = 0; l < lots; l++) must[l] = problem.lots().get(l).mustBeServed();
        supplierOf = new int[bids];
        lotOf = new int[bids];
        firstBid = new int[suppliers + 1];
        bidLow = new long[bids];
        bidHigh = new long[bids];
        cost = new BidCost[bids];
        tierFrom = problem.suppliers().stream().map(s -> s.totalTiersFromKg().stream().mapToLong(Long::longValue).toArray()).toArray(long[][]::new);
        supplierLow = problem.suppliers().stream().mapToLong(s -> up(Math.max(1, s.minimumKg()))).toArray();
        supplierHigh = problem.suppliers().stream().mapToLong(s -> down(s.capacityKg())).toArray();
        readBids(lotNumbers());
        bidsOfLot = bidsOfLot();
        rows = new RowWriter(this).rows();
    }

    Map<String, Integer> lotNumbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int l = 0; l < lots; l++) numbers.put(problem.lots().get(l).id(), l);
        return numbers;
    }

    long up(long kg) {
        return Math.ceilDiv(kg, grid) * grid;
    }

    long down(long kg) {
        return kg / grid * grid;
    }

    private void readBids(Map<String, Integer> lotNumber) {
        BidLimits limits = new BidLimits(problem.rules());
        int b = 0;
        for (int s = 0; s < suppliers; s++) {
            Supplier supplier = problem.suppliers().get(s);
            firstBid[s] = b;
            for (Bid bid : supplier.bids()) {
                int l = lotNumber.getOrDefault(bid.lot(), 0);
                supplierOf[b] = s;
                lotOf[b] = l;
                cost[b] = new BidCost(bid);
                bidLow[b] = up(Math.max(1, bid.minimumKg()));
                bidHigh[b] = down(limits.most(supplier, bid, problem.lots().get(l)));
                b++;
            }
            readBundles(s);
        }
        firstBid[suppliers] = b;
    }

    private void readBundles(int s) {
        List<int[]> own = new ArrayList<>();
        Supplier supplier = problem.suppliers().get(s);
        Map<String, Integer> bidOf = new HashMap<>();
        for (int i = 0; i < supplier.bids().size(); i++) bidOf.put(supplier.bids().get(i).lot(), firstBid[s] + i);
        for (List<String> bundle : supplier.bundles()) own.add(bundle.stream().mapToInt(lot -> bidOf.getOrDefault(lot, -1)).toArray());
        bundles.add(own);
    }

    private int[][] bidsOfLot() {
        List<List<Integer>> of = new ArrayList<>();
        for (int l = 0; l < lots; l++) of.add(new ArrayList<>());
        for (int b = 0; b < bids; b++) of.get(lotOf[b]).add(b);
        return of.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
    }

    int tier(int s, long total) {
        int tier = 0;
        while (tier + 1 < tierFrom[s].length && tierFrom[s][tier + 1] <= total) tier++;
        return tier;
    }

    int tiers(int s) {
        return tierFrom[s].length;
    }

    long shortfall(int lot, long kg) {
        return outside[lot] * Math.max(0, target[lot] - kg);
    }
}
