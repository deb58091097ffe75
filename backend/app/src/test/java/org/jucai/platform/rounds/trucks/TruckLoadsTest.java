package org.jucai.platform.rounds.trucks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.pooling.Grouping;
import org.jucai.platform.rounds.pooling.Lot;
import org.jucai.platform.rounds.pooling.PoolLine;
import org.jucai.platform.rounds.pooling.PoolRules;
import org.jucai.platform.rounds.pooling.Pooling;
import org.jucai.platform.rounds.pooling.Window;
import org.jucai.platform.rounds.trucks.TruckPlan.LotLoads;
import org.junit.jupiter.api.Test;

class TruckLoadsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final TruckRules RULES = TruckRules.usual(Set.of("BAGS"));
    private static final PoolRules POOL =
            PoolRules.usual(Map.of("GL-85A", Kilograms.tonnes(100), "GL-80", Kilograms.tonnes(100)));

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(seed);
    }

    private static PoolLine line(int number, String grade, String packing, long kg, int from, int to) {
        Kilograms mass = new Kilograms(kg);
        return new PoolLine(new UUID(0, number), new UUID(1, number), List.of(grade), "0-1", packing, "Z1",
                new Window(DAY.plusDays(from), DAY.plusDays(to)), mass, mass, mass);
    }

    private static List<PoolLine> round(long seed, int count) {
        RandomGenerator random = random(seed);
        return IntStream.range(0, count).mapToObj(i -> {
            int from = random.nextInt(30);
            return line(i, random.nextBoolean() ? "GL-85A" : "GL-80", random.nextBoolean() ? "BAGS" : "BULK",
                    random.nextLong(1, 90_000), from, from + random.nextInt(15));
        }).toList();
    }

    private static TruckPlan plan(List<PoolLine> lines) {
        return TruckLoads.plan(Pooling.group(lines, POOL).lots(), lines, RULES);
    }

    @Test
    void everyKilogramIsInAFullTruckOrInExactlyOneSharedTruckAndNoTruckIsOverloaded() {
        for (long seed = 1; seed <= 60; seed++) {
            List<PoolLine> lines = round(seed, 80);
            TruckPlan plan = plan(lines);
            long whole = lines.stream().mapToLong(line -> line.target().kg()).sum();
            long shared = plan.shared().stream().mapToLong(truck -> truck.mass().kg()).sum();
            assertThat(plan.fullTrucks() * 32_000 + shared).as("seed " + seed).isEqualTo(whole);
            List<UUID> carried = plan.shared().stream().flatMap(truck -> truck.loads().stream().map(PartLoad::lineId)).toList();
            assertThat(carried).as("seed " + seed).doesNotHaveDuplicates().hasSize((int) plan.tripsAlone());
            assertThat(plan.shared()).as("seed " + seed).allMatch(truck -> truck.mass().kg() <= 32_000);
            assertThat((long) plan.shared().size()).as("seed " + seed).isBetween(plan.leastShared(),
                    plan.lots().stream().mapToLong(lot -> lot.together().size()).sum());
        }
    }

    @Test
    void thoseWhoShareATruckAgreeOnDaysAndLooseGoodsAreNotMixed() {
        for (long seed = 1; seed <= 60; seed++) {
            List<PoolLine> lines = round(seed, 60);
            List<Lot> lots = Pooling.group(lines, POOL).lots();
            for (SharedTruck truck : TruckLoads.plan(lots, lines, RULES).shared()) {
                List<Lot> of = truck.loads().stream().map(load -> lots.get(load.lot())).toList();
                assertThat(of.stream().map(Lot::packing).distinct()).as("seed " + seed).hasSize(1);
                if (of.getFirst().packing().equals("BULK")) assertThat(of.stream().map(Lot::grade).distinct()).hasSize(1);
                for (Lot one : of) for (Lot other : of) assertThat(one.window().meets(other.window())).as("seed " + seed).isTrue();
            }
        }
    }

    @Test
    void noPlanOfAFewPartLoadsNeedsFewerTrucks() {
        for (long seed = 1; seed <= 1500; seed++) {
            RandomGenerator random = random(seed);
            List<PartLoad> loads = IntStream.range(0, random.nextInt(1, 9)).mapToObj(i -> {
                int from = random.nextInt(8);
                Window window = new Window(DAY.plusDays(from), DAY.plusDays(from + random.nextInt(8)));
                return new PartLoad(new UUID(0, i), new UUID(1, i), 0, window, new Kilograms(random.nextLong(1, 25) * 1_000));
            }).toList();
            Packing.Packed<PartLoad> packed = Packing.of(loads, RULES.capacity(), RULES.workLimit());
            int best = fewest(loads, 0, new ArrayList<>(), Integer.MAX_VALUE);
            assertThat(packed.trucks()).as("seed " + seed).hasSize(best);
            assertThat(packed.least()).as("seed " + seed).isEqualTo(best);
            assertThat(LeastTrucks.of(loads, 32_000)).as("seed " + seed).isLessThanOrEqualTo(best);
        }
    }

    private static int fewest(List<PartLoad> loads, int next, List<List<PartLoad>> trucks, int known) {
        if (next == loads.size()) return Math.min(known, trucks.size());
        int best = known;
        PartLoad load = loads.get(next);
        for (List<PartLoad> truck : List.copyOf(trucks)) {
            boolean fits = truck.stream().mapToLong(each -> each.mass().kg()).sum() + load.mass().kg() <= 32_000
                    && truck.stream().allMatch(each -> each.window().meets(load.window()));
            if (!fits) continue;
            truck.add(load);
            best = fewest(loads, next + 1, trucks, best);
            truck.removeLast();
        }
        trucks.add(new ArrayList<>(List.of(load)));
        best = fewest(loads, next + 1, trucks, best);
        trucks.removeLast();
        return best;
    }

    @Test
    void fortyTonnesAreOneFullTruckAndEightTonnesThatShareWithTwentyFour() {
        List<PoolLine> lines = List.of(line(1, "GL-85A", "BULK", 40_000, 0, 9), line(2, "GL-85A", "BULK", 24_000, 5, 9));
        TruckPlan plan = plan(lines);
        LotLoads lot = plan.lots().getFirst();
        assertThat(lot.fullTrucks()).isEqualTo(1);
        assertThat(lot.parts()).extracting(load -> load.mass().kg()).containsExactly(8_000L, 24_000L);
        assertThat(lot.savedTrips()).isEqualTo(1);
        assertThat(plan.savedTrips()).isEqualTo(1);
        assertThat(TruckLoads.ownLoads(plan, lines, new UUID(1, 1), RULES))
                .containsExactly(new OwnLoads(new UUID(0, 1), 1, new Kilograms(8_000), true));
    }

    @Test
    void bigBagsOfTwoGradesShareATruckLooseGoodsDoNot() {
        assertThat(plan(List.of(line(1, "GL-85A", "BAGS", 8_000, 0, 9), line(2, "GL-80", "BAGS", 9_000, 5, 9))).savedTrips()).isEqualTo(1);
        assertThat(plan(List.of(line(1, "GL-85A", "BULK", 8_000, 0, 9), line(2, "GL-80", "BULK", 9_000, 5, 9))).savedTrips()).isZero();
    }

    @Test
    void onesOwnTwoLinesSharingATruckTellNothingOfOthers() {
        PoolLine own = line(1, "GL-85A", "BULK", 8_000, 0, 9);
        PoolLine too = new PoolLine(new UUID(0, 2), own.enterpriseId(), own.acceptedGrades(), own.size(), own.packing(), own.zone(),
                own.window(), own.minimum(), own.target(), own.maximum());
        List<PoolLine> lines = List.of(own, too);
        assertThat(TruckLoads.ownLoads(plan(lines), lines, own.enterpriseId(), RULES)).noneMatch(OwnLoads::canShare);
    }

    @Test
    void theOrderOfLinesChangesNothing() {
        for (long seed = 1; seed <= 20; seed++) {
            List<PoolLine> lines = round(seed, 60);
            List<PoolLine> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, java.util.Random.from(random(seed)));
            assertThat(plan(shuffled)).as("seed " + seed).isEqualTo(plan(lines));
        }
    }

    @Test
    void tenThousandPartLoadsArePlannedInSeconds() {
        List<PoolLine> lines = round(7, 12_000);
        Grouping grouping = Pooling.group(lines, POOL);
        long before = System.nanoTime();
        TruckPlan plan = TruckLoads.plan(grouping.lots(), lines, RULES);
        long millis = (System.nanoTime() - before) / 1_000_000;
        System.out.printf("%,d part loads: %,d trucks, at least %,d, %d ms%n", plan.tripsAlone(), plan.shared().size(), plan.leastShared(), millis);
        assertThat(millis).isLessThan(10_000);
    }
}
