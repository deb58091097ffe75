package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides what a programme of decided tiers leaves open, always going on where it costs less, until its answer is an award. */
final class Mending {

    private static final int ROUNDS = 500;
    private static final int STEPS = 2_000;
    private static final double NEARLY = 1e-3;

    private final TierProgramme programme;
    private final Model model;

    Mending(TierProgramme programme) {
        this.programme = programme;
        model = programme.domain().model;
    }

    /** Null where every way on leads to nothing. */
    @Nullable Plan plan() {
        for (int round = 0; round < ROUNDS; round++) {
            Mix mix = programme.mix();
            List<Domain> ways = ways(mix);
            if (ways.isEmpty()) return Rounding.of(mix);
            if (!follow(ways)) return null;
        }
        return null;
    }

    /** Takes the cheapest way that leads somewhere. */
    private boolean follow(List<Domain> ways) {
        BoundedSimplex.State before = programme.simplex().state();
        double least = Double.POSITIVE_INFINITY;
        Domain best = null;
        for (Domain way : ways) {
            if (way.isEmpty()) continue;
            programme.simplex().become(before);
            programme.turnTo(way);
            double value = programme.solve(STEPS);
            if (value >= least || !programme.isWithin()) continue;
            least = value;
            best = way;
        }
        if (best == null) return false;
        if (programme.domain() != best) {
            programme.simplex().become(before);
            programme.turnTo(best);
            programme.solve(STEPS);
        }
        return true;
    }

    private List<Domain> ways(Mix mix) {
        for (Row row : model.rows) {
            List<Domain> ways = row.countsOffers() ? ways(row, mix) : List.of();
            if (!ways.isEmpty()) return ways;
        }
        Branch branch = new Brancher(programme.domain(), mix).coarse();
        return branch == null ? List.of() : List.of(programme.domain().with(branch, true), programme.domain().with(branch, false));
    }

    /** Offers of which one is left out, or added, where a lot has too many or too few. */
    private List<Domain> ways(Row row, Mix mix) {
        Domain domain = programme.domain();
        int l = model.lotOf[row.terms().getFirst().index()];
        boolean most = row.terms().getFirst().factor() > 0;
        int[] used = Arrays.stream(model.bidsOfLot[l]).filter(b -> mix.bidKg[b] > NEARLY).toArray();
        double excess = most ? used.length - row.limit() : needed(row) * mix.lotServed[l] - used.length;
        if (excess < NEARLY) return List.of();
        List<Domain> ways = new ArrayList<>();
        int[] open = Arrays.stream(model.bidsOfLot[l]).filter(b -> domain.zero[b] && domain.mayBePositive(b) && mix.bidKg[b] > NEARLY == most && mix.unused[model.supplierOf[b]] < 1)
                .boxed().sorted(Comparator.comparingDouble(b -> most ? mix.bidKg[b] : domain.low[b])).mapToInt(b -> b).limit(3).toArray();
        for (int b : open) ways.add(domain.with(Branch.bid(b, 0), most));
        return ways;
    }

    private static double needed(Row row) {
        return row.terms().stream().filter(term -> term.of() == Row.Of.LOT_SERVED).mapToDouble(Row.Term::factor).sum();
    }
}
