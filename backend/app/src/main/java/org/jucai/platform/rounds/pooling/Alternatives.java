package org.jucai.platform.rounds.pooling;

import java.util.Arrays;
import java.util.List;
import org.jucai.platform.rounds.pooling.Alternative.Kind;

/** Groups the lines in other ways, to show what each condition costs. */
final class Alternatives {

    private static final String ANY = "*";
    private static final int WEEK = 7;

    private Alternatives() {}

    static List<Alternative> of(List<PoolLine> lines, PoolRules rules, Alternative.TruckCount trucks) {
        if (lines.isEmpty()) return List.of();
        Window whole = whole(lines);
        return Arrays.stream(Kind.values())
                .map(kind -> numbers(kind, lines.stream().map(line -> bent(line, kind, whole)).toList(), rules, trucks))
                .toList();
    }

    private static PoolLine bent(PoolLine line, Kind kind, Window whole) {
        return switch (kind) {
            case AS_POOLED -> line;
            case FIRST_CHOICE_ONLY -> line.accepting(List.of(line.firstChoice()));
            case ZONES_MERGED -> line.zoned(ANY);
            case ONE_SIZE -> line.sized(ANY);
            case WINDOWS_IGNORED -> line.arriving(whole);
            case TWO_WEEKS_WIDER -> line.arriving(line.window().widened(WEEK));
        };
    }

    private static Alternative numbers(Kind kind, List<PoolLine> lines, PoolRules rules, Alternative.TruckCount trucks) {
        Grouping grouping = Pooling.group(lines, rules);
        int viable = Math.toIntExact(grouping.lots().stream().filter(Lot::isViable).count());
        return new Alternative(kind, grouping.lots().size(), viable, grouping.leftover(), trucks.of(grouping, lines));
    }

    private static Window whole(List<PoolLine> lines) {
        return lines.stream()
                .map(PoolLine::window)
                .reduce((a, b) -> new Window(
                        a.from().isBefore(b.from()) ? a.from() : b.from(), a.to().isAfter(b.to()) ? a.to() : b.to()))
                .orElseThrow();
    }
}
