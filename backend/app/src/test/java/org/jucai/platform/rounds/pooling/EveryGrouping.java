package org.jucai.platform.rounds.pooling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Tries every grouping of a few lines of one shelf: every partition, every grade. Knows nothing of sites or days. */
final class EveryGrouping {

    private final List<PoolLine> lines;
    private final PoolRules rules;
    private final Comparator<long[]> order;
    private final List<List<PoolLine>> lots = new ArrayList<>();
    private long[] best = {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};

    private EveryGrouping(List<PoolLine> lines, PoolRules rules) {
        this.lines = lines;
        this.rules = rules;
        int second = rules.priority() == PoolRules.Priority.FEWER_LOTS ? 1 : 2;
        this.order = Comparator.<long[]>comparingLong(s -> s[0]).thenComparingLong(s -> s[second]).thenComparingLong(s -> s[3 - second]);
    }

    /** Leftover kg, lots, kg × rank of the best grouping. */
    static long[] best(List<PoolLine> lines, PoolRules rules) {
        EveryGrouping all = new EveryGrouping(lines, rules);
        all.partition(0);
        return all.best;
    }

    static long[] judge(Grouping grouping, List<PoolLine> lines) {
        long displeasure = 0;
        for (Placement placement : grouping.placements()) {
            PoolLine line = lines.stream().filter(each -> each.id().equals(placement.lineId())).findFirst().orElseThrow();
            displeasure += line.target().kg() * line.rankOf(grouping.lots().get(placement.lot()).grade());
        }
        return new long[] {grouping.leftover().kg(), grouping.lots().size(), displeasure};
    }

    private void partition(int next) {
        if (next == lines.size()) {
            grade(0, new long[] {0, lots.size(), 0});
            return;
        }
        PoolLine line = lines.get(next);
        for (int k = 0; k < lots.size(); k++) {
            if (!lots.get(k).stream().allMatch(other -> other.window().meets(line.window()))) continue;
            lots.get(k).add(line);
            partition(next + 1);
            lots.get(k).removeLast();
        }
        lots.add(new ArrayList<>(List.of(line)));
        partition(next + 1);
        lots.removeLast();
    }

    private void grade(int lot, long[] score) {
        if (lot == lots.size()) {
            if (order.compare(score, best) < 0) best = score;
            return;
        }
        List<PoolLine> members = lots.get(lot);
        long mass = members.stream().mapToLong(line -> line.target().kg()).sum();
        for (String grade : members.getFirst().acceptedGrades()) {
            if (!members.stream().allMatch(line -> line.acceptedGrades().contains(grade))) continue;
            boolean left = mass < rules.viable(grade).kg();
            boolean forbidden = left && rules.priority() == PoolRules.Priority.PREFERENCE
                    && members.stream().anyMatch(line -> line.rankOf(grade) > 0);
            if (forbidden) continue;
            long displeasure = members.stream().mapToLong(line -> line.target().kg() * line.rankOf(grade)).sum();
            grade(lot + 1, new long[] {score[0] + (left ? mass : 0), score[1], score[2] + displeasure});
        }
    }
}
