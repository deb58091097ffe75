package org.jucai.platform.award.trucks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

class TrucksTest {

    private static final long SEED = 308L;
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final Map<String, Kilograms> SMALL = Map.of("s0", new Kilograms(30), "s1", new Kilograms(20), "s2", new Kilograms(30));

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    private static Parcel parcel(String id, String member, long tonnes) {
        return new Parcel(id, member, "s", "z", "brown fused alumina", DAY, DAY.plusDays(9), Kilograms.tonnes(tonnes));
    }

    private List<Parcel> drawn() {
        List<Parcel> parcels = new ArrayList<>();
        int many = 1 + chance.nextInt(14);
        for (int i = 0; i < many; i++) {
            LocalDate from = DAY.plusDays(chance.nextInt(6));
            parcels.add(new Parcel("p%02d".formatted(i), "m" + chance.nextInt(5), "s" + chance.nextInt(3), "z" + chance.nextInt(2), "g",
                    from, from.plusDays(chance.nextInt(6)), new Kilograms(chance.nextInt(80))));
        }
        return parcels;
    }

    private static List<Truck> all(TruckPlan plan) {
        return Stream.concat(plan.full().stream(), plan.part().stream()).toList();
    }

    @Test
    void everyKilogramIsOnExactlyOneTruckOfItsSupplierWithinCapacityAndWindow() {
        for (int i = 0; i < 2_000; i++) {
            List<Parcel> parcels = drawn();
            TruckPlan plan = Trucks.plan(parcels, SMALL);
            String told = "seed %d, case %d: %s".formatted(SEED, i, parcels);
            for (Parcel parcel : parcels) {
                List<Truck> carriers = all(plan).stream().filter(truck -> truck.loads().stream().anyMatch(load -> load.parcel().equals(parcel.id()))).toList();
                long carried = carriers.stream().flatMap(truck -> truck.loads().stream()).filter(load -> load.parcel().equals(parcel.id())).mapToLong(load -> load.mass().kg()).sum();
                assertThat(carried).as(told).isEqualTo(parcel.mass().kg());
                assertThat(carriers).as(told).allMatch(truck -> truck.supplier().equals(parcel.supplier()) && truck.zone().equals(parcel.zone())
                        && !truck.from().isBefore(parcel.from()) && !truck.to().isAfter(parcel.to()) && !truck.to().isBefore(truck.from()));
            }
            assertThat(plan.full()).as(told).allMatch(truck -> truck.mass().equals(SMALL.get(truck.supplier())) && !truck.shared());
            assertThat(plan.part()).as(told).allMatch(truck -> truck.mass().compareTo(SMALL.get(truck.supplier())) <= 0);
            assertThat(plan.least()).as(told).isLessThanOrEqualTo(plan.part().size());
        }
    }

    @Test
    void theOrderOfParcelsChangesNothing() {
        for (int i = 0; i < 500; i++) {
            List<Parcel> parcels = drawn();
            List<Parcel> shuffled = new ArrayList<>(parcels);
            Collections.shuffle(shuffled, new Random(i));
            assertThat(Trucks.plan(shuffled, SMALL)).isEqualTo(Trucks.plan(parcels, SMALL));
        }
    }

    @Test
    void aMembersPartLoadInOneWindowStaysOnOneTruck() {
        for (int i = 0; i < 500; i++) {
            List<Parcel> parcels = drawn();
            TruckPlan plan = Trucks.plan(parcels, SMALL);
            for (Parcel parcel : parcels) {
                long on = plan.part().stream().filter(truck -> truck.loads().stream().anyMatch(load -> load.parcel().equals(parcel.id()))).count();
                assertThat(on).as("seed %d, case %d: %s", SEED, i, parcel).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void fullTrucksGoAloneAndWhatIsLeftTravelsTogether() {
        TruckPlan plan = Trucks.plan(List.of(parcel("a", "A", 70), parcel("b", "B", 20), parcel("c", "C", 6)), Map.of());
        assertThat(plan.full()).hasSize(2).noneMatch(Truck::shared);
        assertThat(plan.part()).singleElement().satisfies(truck -> assertThat(truck.mass()).isEqualTo(Kilograms.tonnes(32)));
        assertThat(plan.part().getFirst().shared()).isTrue();
    }

    @Test
    void theSearchDoesWithFewerTrucksThanTheHeaviestFirst() {
        List<Parcel> parcels = List.of(parcel("a", "A", 16), parcel("b", "B", 12), parcel("c", "C", 12), parcel("d", "D", 8), parcel("e", "E", 8), parcel("f", "F", 8));
        assertThat(Trucks.plan(parcels, Map.of()).part()).as("16+8+8 and 12+12+8").hasSize(2);
    }

    @Test
    void loadsWhoseWindowsDoNotMeetDoNotTravelTogether() {
        Parcel late = new Parcel("b", "B", "s", "z", "brown fused alumina", DAY.plusDays(10), DAY.plusDays(12), Kilograms.tonnes(5));
        assertThat(Trucks.plan(List.of(parcel("a", "A", 5), late), Map.of()).part()).hasSize(2);
    }
}
