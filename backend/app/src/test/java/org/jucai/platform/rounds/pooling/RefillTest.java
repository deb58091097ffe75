package org.jucai.platform.rounds.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jucai.platform.rounds.pooling.Demands.line;
import static org.jucai.platform.rounds.pooling.Demands.viableFrom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.pooling.Placement.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefillTest {

    private static Lot lotOf(Grouping grouping, UUID line) {
        return grouping.lots().stream().filter(lot -> lot.lineIds().contains(line)).findFirst().orElseThrow();
    }

    private static List<PoolLine> withMore(List<PoolLine> lines, RandomGenerator random) {
        List<PoolLine> now = new ArrayList<>();
        for (PoolLine line : lines) {
            Kilograms more = random.nextInt(5) == 0 ? Kilograms.tonnes(random.nextInt(1, 40)) : Kilograms.ZERO;
            now.add(new PoolLine(line.id(), line.enterpriseId(), line.acceptedGrades(), line.size(), line.packing(), line.zone(),
                    line.window(), line.minimum(), line.target().plus(more), line.maximum().plus(more)));
        }
        for (PoolLine line : Demands.round(random, 25, 2, 40)) {
            now.add(new PoolLine(Demands.id(50_000 + now.size()), line.enterpriseId(), line.acceptedGrades(), line.size(), line.packing(),
                    line.zone(), line.window(), line.minimum(), line.target(), line.maximum()));
        }
        return now;
    }

    @ParameterizedTest
    @EnumSource
    void noLineGetsWorseAndLinesOfAViableLotStayTogether(PoolRules.Priority priority) {
        PoolRules rules = Demands.rules(300, priority);
        for (long seed = 1; seed <= 60; seed++) {
            RandomGenerator random = Demands.random(seed);
            List<PoolLine> before = Demands.round(random, 100, 2, 40);
            Grouping first = Pooling.group(before, rules);
            List<PoolLine> now = withMore(before, random);
            Grouping second = Pooling.reopen(first.lots(), before, now, rules);
            PoolingTest.requireLaws(second, now, "seed " + seed);
            for (PoolLine line : before) requireNoWorse(line, lotOf(first, line.id()), lotOf(second, line.id()), "seed " + seed);
            first.lots().stream().filter(Lot::isViable).forEach(lot ->
                    assertThat(new HashSet<>(lotOf(second, lot.lineIds().getFirst()).lineIds())).containsAll(lot.lineIds()));
        }
    }

    private static void requireNoWorse(PoolLine line, Lot was, Lot is, String about) {
        if (was.isViable()) {
            assertThat(is.isViable()).as(about).isTrue();
            assertThat(is.grade()).as(about).isEqualTo(was.grade());
        }
        boolean rescued = !was.isViable() && is.isViable();
        if (!rescued) assertThat(line.rankOf(is.grade())).as(about).isLessThanOrEqualTo(line.rankOf(was.grade()));
    }

    @Test
    void aNewLineFillsTheGapOfAStrandedLot() {
        List<PoolLine> before = List.of(line(1, "RN", 40), line(2, "RN", 30), line(3, "GL-80", 120));
        Grouping first = Pooling.group(before, viableFrom(100));
        List<PoolLine> now = new ArrayList<>(before);
        now.add(line(4, "RN", 30));
        Grouping second = Pooling.reopen(first.lots(), before, now, viableFrom(100));
        assertThat(first.leftover()).isEqualTo(Kilograms.tonnes(70));
        assertThat(second.lots()).hasSize(2).allMatch(Lot::isViable);
        assertThat(second.placements().get(2).reason()).isEqualTo(Reason.KEPT);
    }

    @Test
    void withoutAdditionsNoMoreIsLeftThanBefore() {
        for (long seed = 1; seed <= 30; seed++) {
            List<PoolLine> lines = Demands.round(Demands.random(seed), 100, 2, 40);
            Grouping first = Pooling.group(lines, viableFrom(300));
            Grouping second = Pooling.reopen(first.lots(), lines, lines, viableFrom(300));
            assertThat(second.leftover()).as("seed " + seed).isLessThanOrEqualTo(first.leftover());
        }
    }

    @Test
    void takingAwayOrLoweringIsRefused() {
        List<PoolLine> before = List.of(line(1, "RN", 40), line(2, "RN", 30));
        List<Lot> lots = Pooling.group(before, viableFrom(100)).lots();
        assertThatThrownBy(() -> Pooling.reopen(lots, before, before.subList(0, 1), viableFrom(100))).hasMessageContaining("taken away");
        assertThatThrownBy(() -> Pooling.reopen(lots, before, List.of(line(1, "RN", 39), line(2, "RN", 30)), viableFrom(100)))
                .hasMessageContaining("was changed");
        assertThatThrownBy(() -> Pooling.reopen(lots, before, List.of(line(1, "GL-80", 40), line(2, "RN", 30)), viableFrom(100)))
                .hasMessageContaining("was changed");
    }
}
