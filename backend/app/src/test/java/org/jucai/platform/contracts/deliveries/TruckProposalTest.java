package org.jucai.platform.contracts.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

class TruckProposalTest {

    private static final LocalDate FROM = LocalDate.of(2027, 5, 1);
    private static final LocalDate TO = FROM.plusDays(19);
    private static final Kilograms TRUCK = TruckProposal.USUAL_TRUCK;

    private static TruckProposal.Open open(int item, long kg) {
        return new TruckProposal.Open(new UUID(4, item), new Kilograms(kg), FROM, TO, "XM-A", "GL-85A/LUMP");
    }

    private static ControlPeriod blocked(int from, int to) {
        return new ControlPeriod(new UUID(5, from), new UUID(5, 0), "XM-A", AlertLevel.RED, FROM.plusDays(from), FROM.plusDays(to), true, "预警", Instant.EPOCH, 1);
    }

    @Test
    void aHundredTonnesAreThreeFullTrucksSpreadOverTheTermAndAPart() {
        List<TruckProposal.Truck> trucks = TruckProposal.propose(List.of(open(1, 100_000)), TRUCK, List.of(), FROM);
        assertThat(trucks.stream().map(TruckProposal.Truck::mass)).containsExactly(TRUCK, TRUCK, TRUCK, Kilograms.tonnes(4));
        assertThat(trucks.stream().map(TruckProposal.Truck::on)).containsExactly(FROM, FROM.plusDays(6), FROM.plusDays(13), TO);
    }

    @Test
    void whatIsLeftOfSeveralMembersSharesATruckWhereItMayLieTogether() {
        TruckProposal.Open other = new TruckProposal.Open(new UUID(4, 9), Kilograms.tonnes(5), FROM, TO, "XM-A", "GL-80/LUMP");
        List<TruckProposal.Truck> trucks = TruckProposal.propose(List.of(open(1, 20_000), open(2, 12_000), open(3, 1_000), other), TRUCK, List.of(), FROM);
        assertThat(trucks).extracting(truck -> truck.loads().size()).containsExactlyInAnyOrder(2, 1, 1);
        assertThat(trucks).filteredOn(truck -> truck.loads().size() == 2).singleElement().satisfies(truck -> assertThat(truck.mass()).isEqualTo(TRUCK));
    }

    @Test
    void aTermThatIsOverIsMadeUpForOnTheNextOpenDay() {
        List<TruckProposal.Truck> late = TruckProposal.propose(List.of(open(1, 32_000)), TRUCK, List.of(blocked(30, 31)), FROM.plusDays(30));
        assertThat(late).singleElement().satisfies(truck -> assertThat(truck.on()).isEqualTo(FROM.plusDays(32)));
    }

    /** The claim: every kilogram is on a truck, none carries more than it can, none drives on a blocked day or before today. */
    @Test
    void whateverIsLeftEveryKilogramIsOnATruckThatMayDriveThen() {
        for (long seed = 1; seed <= 300; seed++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            List<TruckProposal.Open> items = new ArrayList<>();
            Map<UUID, Long> left = new HashMap<>();
            for (int item = 1 + chance.nextInt(6); item > 0; item--) {
                TruckProposal.Open open = open(item, 1 + chance.nextInt(300_000));
                items.add(open);
                left.put(open.itemId(), open.left().kg());
            }
            int from = chance.nextInt(40);
            List<ControlPeriod> periods = List.of(blocked(from, from + chance.nextInt(10)));
            LocalDate today = FROM.plusDays(chance.nextInt(50) - 10);
            List<TruckProposal.Truck> trucks = TruckProposal.propose(items, TRUCK, periods, today);
            Map<UUID, Long> carried = new HashMap<>();
            trucks.forEach(truck -> truck.loads().forEach(load -> carried.merge(load.itemId(), load.mass().kg(), Long::sum)));
            assertThat(carried).as("seed %d", seed).isEqualTo(left);
            assertThat(trucks).as("seed %d", seed).allSatisfy(truck -> {
                assertThat(truck.mass()).isLessThanOrEqualTo(TRUCK);
                assertThat(truck.on()).isAfterOrEqualTo(today);
                assertThat(ControlCalendar.of("XM-A", periods).isOpen(truck.on())).isTrue();
            });
        }
    }
}
