package org.jucai.platform.rounds.pooling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jucai.platform.rounds.pooling.Demands.line;
import static org.jucai.platform.rounds.pooling.Demands.viableFrom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.pooling.BlockProof.Proof;
import org.jucai.platform.rounds.pooling.Placement.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoolingTest {

    @ParameterizedTest
    @EnumSource
    void everyLineIsInExactlyOneLotThatItAcceptsAndTheSumsAreExact(PoolRules.Priority priority) {
        for (long seed = 1; seed <= 60; seed++) {
            List<PoolLine> lines = Demands.round(Demands.random(seed), 150, 2, 40);
            requireLaws(Pooling.group(lines, Demands.rules(300, priority)), lines, "seed " + seed);
        }
    }

    static void requireLaws(Grouping grouping, List<PoolLine> lines, String about) {
        Map<UUID, PoolLine> byId = lines.stream().collect(Collectors.toMap(PoolLine::id, Function.identity()));
        List<UUID> placed = grouping.lots().stream().flatMap(lot -> lot.lineIds().stream()).toList();
        assertThat(placed).as(about).containsExactlyInAnyOrderElementsOf(byId.keySet());
        for (Lot lot : grouping.lots()) {
            List<PoolLine> members = lot.lineIds().stream().map(byId::get).toList();
            assertThat(lot.lineIds()).as(about).isSortedAccordingTo(Comparator.comparing(UUID::toString));
            assertThat(members).as(about).allMatch(line -> line.acceptedGrades().contains(lot.grade())
                    && line.size().equals(lot.size()) && line.packing().equals(lot.packing()) && line.zone().equals(lot.zone()));
            for (PoolLine one : members) for (PoolLine other : members) assertThat(one.window().meets(other.window())).as(about).isTrue();
            assertThat(lot.window().from()).isEqualTo(members.stream().map(line -> line.window().from()).max(Comparator.naturalOrder()).orElseThrow());
            assertThat(lot.window().to()).isEqualTo(members.stream().map(line -> line.window().to()).min(Comparator.naturalOrder()).orElseThrow());
            assertThat(lot.minimum().kg()).as(about).isEqualTo(members.stream().mapToLong(line -> line.minimum().kg()).sum());
            assertThat(lot.target().kg()).as(about).isEqualTo(members.stream().mapToLong(line -> line.target().kg()).sum());
            assertThat(lot.maximum().kg()).as(about).isEqualTo(members.stream().mapToLong(line -> line.maximum().kg()).sum());
        }
        assertThat(grouping.placements()).as(about).hasSameSizeAs(lines).allSatisfy(placement ->
                assertThat(grouping.lots().get(placement.lot()).lineIds()).contains(placement.lineId()));
        assertThat(grouping.bound()).as(about).isLessThanOrEqualTo(grouping.leftover());
    }

    @ParameterizedTest
    @EnumSource
    void noGroupingOfAFewLinesIsBetterInAnyAim(PoolRules.Priority priority) {
        for (long seed = 1; seed <= 1500; seed++) {
            List<PoolLine> lines = Demands.tiny(Demands.random(seed));
            PoolRules rules = Demands.rules(70, priority);
            Grouping grouping = Pooling.group(lines, rules);
            assertThat(EveryGrouping.judge(grouping, lines)).as("seed " + seed).isEqualTo(EveryGrouping.best(lines, rules));
            assertThat(grouping.blocks()).as("seed " + seed).allMatch(block -> block.proof() == Proof.PROVEN_MINIMUM && block.everyAim());
        }
    }

    @Test
    void noGroupingLeavesLessThanTheBoundHoweverLittleOrMuchWorkIsSpentOnIt() {
        int tight = 0;
        for (long seed = 1; seed <= 1500; seed++) {
            List<PoolLine> lines = Demands.tiny(Demands.random(seed));
            PoolRules rules = viableFrom(70);
            long least = EveryGrouping.best(lines, rules)[0];
            Block block = Block.of(lines.stream().map(line -> Item.of(line, rules)).toList());
            for (long work : new long[] {0, 20, 200, 1_000_000}) {
                long bound = SiteBound.leftover(block, Long.MAX_VALUE, new Work(work));
                assertThat(bound).as("seed " + seed).isLessThanOrEqualTo(least);
                if (work == 1_000_000 && bound == least) tight++;
            }
        }
        assertThat(tight).as("the bound is worth having").isGreaterThan(1_000);
    }

    @Test
    void theReportedBoundIsTrueWithoutWorkToo() {
        for (long seed = 1; seed <= 400; seed++) {
            List<PoolLine> lines = Demands.tiny(Demands.random(seed));
            PoolRules idle = new PoolRules(viableFrom(70).viable(), 0, PoolRules.Priority.FEWER_LOTS);
            assertThat(Pooling.group(lines, idle).bound().kg()).as("seed " + seed).isLessThanOrEqualTo(EveryGrouping.best(lines, idle)[0]);
        }
    }

    @Test
    void theOrderOfInputChangesNothing() {
        for (long seed = 1; seed <= 12; seed++) {
            List<PoolLine> lines = Demands.round(Demands.random(seed), 300, 2, 40);
            Grouping grouping = Pooling.group(lines, viableFrom(300));
            for (long turn = 1; turn <= 3; turn++) {
                List<PoolLine> shuffled = Demands.shuffled(lines, Demands.random(turn));
                assertThat(Pooling.group(shuffled, viableFrom(300))).as("seed " + seed).isEqualTo(grouping);
            }
        }
    }

    @Test
    void neverLeavesMoreThanFillingFirstChoicesDayByDay() {
        for (long seed = 1; seed <= 150; seed++) {
            List<PoolLine> lines = Demands.round(Demands.random(seed), 120, 1, 40);
            long greedy = firstChoiceGreedy(lines, viableFrom(400));
            assertThat(Pooling.group(lines, viableFrom(400)).leftover().kg()).as("seed " + seed).isLessThanOrEqualTo(greedy);
        }
    }

    /** Takes lines by their last day; all that meet on that day form a lot. */
    private static long firstChoiceGreedy(List<PoolLine> lines, PoolRules rules) {
        Map<String, List<PoolLine>> goods = lines.stream()
                .collect(Collectors.groupingBy(line -> line.firstChoice() + line.size() + line.packing() + line.zone()));
        long leftover = 0;
        for (List<PoolLine> asking : goods.values()) {
            List<PoolLine> waiting = new ArrayList<>(asking);
            waiting.sort(Comparator.comparing(line -> line.window().to()));
            while (!waiting.isEmpty()) {
                PoolLine first = waiting.getFirst();
                List<PoolLine> lot = waiting.stream().filter(line -> !line.window().from().isAfter(first.window().to())).toList();
                waiting.removeAll(lot);
                long mass = lot.stream().mapToLong(line -> line.target().kg()).sum();
                if (mass < rules.viable(first.firstChoice()).kg()) leftover += mass;
            }
        }
        return leftover;
    }

    @Test
    void aLineMovesToItsSecondGradeWhenItsFirstWouldBeShortAndIsToldByHowMuch() {
        List<PoolLine> lines = List.of(
                line(1, List.of("GL-88A", "GL-85A"), 40, 0, 30), line(2, "GL-85A", 30), line(3, "GL-85A", 35));
        Grouping grouping = Pooling.group(lines, viableFrom(100));
        assertThat(grouping.lots()).singleElement().matches(Lot::isViable);
        assertThat(grouping.placements().getFirst())
                .isEqualTo(new Placement(Demands.id(1), 0, 1, Reason.FIRST_CHOICE_TOO_SMALL, Kilograms.tonnes(60)));
        assertThat(grouping.placements().get(1).reason()).isEqualTo(Reason.FIRST_CHOICE);
    }

    @Test
    void aLineWhoseDaysAgreeWithNobodyIsAlone() {
        List<PoolLine> lines = List.of(line(1, List.of("RN"), 40, 0, 5), line(2, List.of("RN"), 70, 6, 9), line(3, List.of("RN"), 70, 7, 9));
        Grouping grouping = Pooling.group(lines, viableFrom(100));
        assertThat(grouping.placements().getFirst())
                .isEqualTo(new Placement(Demands.id(1), 0, 0, Reason.ALONE, Kilograms.tonnes(60)));
    }

    @Test
    void aLineHeldApartByItsDaysIsToldSo() {
        List<PoolLine> lines = List.of(line(1, List.of("RN"), 40, 0, 5), line(2, List.of("RN"), 20, 0, 5),
                line(3, List.of("RN"), 70, 6, 9), line(4, List.of("RN"), 70, 7, 9));
        assertThat(Pooling.group(lines, viableFrom(100)).placements().getFirst().reason()).isEqualTo(Reason.WINDOW_DECIDED);
    }

    @Test
    void whereEachGradeCouldStandTheRoundsPriorityDecidesWhetherTheyBecomeOne() {
        List<PoolLine> lines = List.of(line(1, List.of("GL-88A", "GL-85A"), 120, 0, 30), line(2, "GL-85A", 110));
        assertThat(Pooling.group(lines, viableFrom(100)).placements().getFirst().reason()).isEqualTo(Reason.FEWER_LOTS);
        assertThat(Pooling.group(lines, Demands.rules(100, PoolRules.Priority.PREFERENCE)).lots()).hasSize(2);
    }

    @Test
    void twoLinesOfOneIdAreRefused() {
        assertThatThrownBy(() -> Pooling.group(List.of(line(1, "RN", 1), line(1, "RN", 2)), viableFrom(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noLinesGiveNoLots() {
        assertThat(Pooling.group(List.of(), viableFrom(1)).lots()).isEmpty();
    }

    @Test
    void aRoundOfFourHundredTakesWellUnderASecondAndAHundredThousandLinesAreStillGrouped() {
        Map<Integer, Duration> limits = new HashMap<>(Map.of(400, Duration.ofSeconds(2), 12_000, Duration.ofSeconds(10), 100_000, Duration.ofSeconds(60)));
        limits.keySet().stream().sorted().forEach(count -> {
            List<PoolLine> lines = Demands.round(Demands.random(count), count, 3, 60);
            long before = System.nanoTime();
            Grouping grouping = Pooling.group(lines, viableFrom(500));
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            long proven = grouping.blocks().stream().filter(block -> block.proof() == Proof.PROVEN_MINIMUM).count();
            System.out.printf("%,d lines: %,d lots, leftover %,d kg, bound %,d kg, %d of %d blocks proven, %d ms%n", count,
                    grouping.lots().size(), grouping.leftover().kg(), grouping.bound().kg(), proven, grouping.blocks().size(), took.toMillis());
            assertThat(took).isLessThan(limits.get(count));
        });
    }
}
