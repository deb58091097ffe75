package org.jucai.platform.award.solving;

import java.util.Arrays;

/** What a node of the tree leaves to bids, suppliers and lots, exactly as the note on the award's documents says, so that a certificate's reader sees the same. */
final class Domain {

    final Model model;
    final long[] low;
    final long[] high;
    /** May the bid have nothing? */
    final boolean[] zero;
    private final long[] totalLow;
    private final long[] totalHigh;
    private final boolean[] totalZero;
    final boolean[] mayServe;
    final boolean[] mayFail;
    private boolean empty;

    Domain(Model model) {
        this.model = model;
        low = model.bidLow.clone();
        high = model.bidHigh.clone();
        zero = new boolean[model.bids];
        totalLow = model.supplierLow.clone();
        totalHigh = model.supplierHigh.clone();
        totalZero = new boolean[model.suppliers];
        mayServe = new boolean[model.lots];
        mayFail = new boolean[model.lots];
        Arrays.fill(zero, true);
        Arrays.fill(totalZero, true);
        for (int l = 0; l < model.lots; l++) {
            mayServe[l] = model.lotLow[l] <= model.lotHigh[l];
            mayFail[l] = !model.must[l];
            checkLot(l);
        }
        for (int s = 0; s < model.suppliers; s++) tieUp(s);
    }

    private Domain(Domain other) {
        model = other.model;
        low = other.low.clone();
        high = other.high.clone();
        zero = other.zero.clone();
        totalLow = other.totalLow.clone();
        totalHigh = other.totalHigh.clone();
        totalZero = other.totalZero.clone();
        mayServe = other.mayServe.clone();
        mayFail = other.mayFail.clone();
        empty = other.empty;
    }

    Domain with(Branch branch, boolean yes) {
        Domain child = new Domain(this);
        child.apply(branch, yes);
        return child;
    }

    /** What is left where each lot outside a neighbourhood keeps what an award decides: who is used, in which steps, what fails. */
    Domain keeping(Plan award, java.util.function.IntPredicate free) {
        Domain kept = new Domain(this);
        for (int l = 0; l < model.lots; l++) {
            if (free.test(l)) continue;
            for (int b : model.bidsOfLot[l]) kept.keep(b, award.kg[b]);
            if (award.lotKg[l] == 0 && mayFail[l]) kept.cutLot(l, false);
            else kept.mayFail[l] = false;
        }
        for (int s = 0; s < model.suppliers; s++) kept.tieUp(s);
        return kept;
    }

    private void keep(int b, long kg) {
        zero[b] &= kg == 0;
        if (kg == 0) {
            high[b] = Math.min(high[b], 0);
        } else {
            low[b] = Math.max(low[b], model.up(model.cost[b].stepStart(kg)));
            high[b] = Math.min(high[b], model.down(model.cost[b].stepEnd(kg)));
        }
        checkBid(b);
    }

    void apply(Branch branch, boolean yes) {
        int i = branch.index();
        switch (branch.of()) {
            case BID -> {
                cutBid(i, branch.atMostKg(), yes);
                tieUp(model.supplierOf[i]);
            }
            case TOTAL -> cutTotal(i, branch.atMostKg(), yes);
            case LOT -> cutLot(i, yes);
        }
    }

    private void cutBid(int b, long atMost, boolean yes) {
        if (yes) {
            high[b] = Math.min(high[b], model.down(atMost));
        } else {
            low[b] = Math.max(low[b], model.up(atMost + 1));
            zero[b] = false;
        }
        checkBid(b);
    }

    private void checkBid(int b) {
        if (!zero[b] && !mayBePositive(b)) empty = true;
    }

    boolean mayBePositive(int b) {
        return low[b] <= high[b];
    }

    private void cutTotal(int s, long atMost, boolean yes) {
        if (yes) {
            totalHigh[s] = Math.min(totalHigh[s], model.down(atMost));
        } else {
            totalLow[s] = Math.max(totalLow[s], model.up(atMost + 1));
            totalZero[s] = false;
        }
        if (!totalZero[s] && totalLow[s] > totalHigh[s]) empty = true;
    }

    private void cutLot(int l, boolean served) {
        if (served) mayFail[l] = false;
        else mayServe[l] = false;
        checkLot(l);
    }

    private void checkLot(int l) {
        if (!mayServe[l] && !mayFail[l]) empty = true;
        if (mayServe[l]) return;
        for (int b : model.bidsOfLot[l]) {
            high[b] = 0;
            checkBid(b);
        }
        for (int b : model.bidsOfLot[l]) tieUp(model.supplierOf[b]);
    }

    /** Bundles: one bid that can only be nothing empties all, one that cannot be nothing fills all. */
    private void tieUp(int s) {
        boolean again = !model.bundles.get(s).isEmpty();
        while (again) {
            again = false;
            for (int[] bundle : model.bundles.get(s)) again |= tieUp(bundle);
        }
    }

    private boolean tieUp(int[] bundle) {
        boolean dead = Arrays.stream(bundle).anyMatch(b -> b < 0 || !mayBePositive(b));
        boolean full = Arrays.stream(bundle).anyMatch(b -> b >= 0 && !zero[b]);
        if (dead && full) empty = true;
        boolean changed = false;
        for (int b : bundle) {
            if (b < 0) continue;
            changed |= dead && mayBePositive(b) || full && zero[b];
            if (dead) high[b] = 0;
            if (full) zero[b] = false;
        }
        return changed && !empty;
    }

    /** Is something left nothing, so that no award is in here? */
    boolean isEmpty() {
        return empty;
    }

    boolean mayBeUnused(int s) {
        if (!totalZero[s]) return false;
        for (int b = model.firstBid[s]; b < model.firstBid[s + 1]; b++) if (!zero[b]) return false;
        return true;
    }

    long tierLow(int s, int tier) {
        return model.up(Math.max(model.tierFrom[s][tier], totalLow[s]));
    }

    long tierHigh(int s, int tier) {
        long end = tier + 1 < model.tiers(s) ? model.tierFrom[s][tier + 1] - 1 : Long.MAX_VALUE;
        return model.down(Math.min(end, totalHigh[s]));
    }

    /** May the bid's mass be this? */
    boolean allows(int b, long kg) {
        return kg == 0 ? zero[b] : kg >= low[b] && kg <= high[b];
    }
}
