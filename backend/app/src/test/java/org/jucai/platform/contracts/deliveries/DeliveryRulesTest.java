package org.jucai.platform.contracts.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.contracts.weighing.Outcome;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

class DeliveryRulesTest {

    private static final Instant NOW = Instant.parse("2027-05-04T02:00:00Z");
    private static final UUID SELLER = new UUID(1, 1);
    private static final UUID GROUP = new UUID(1, 2);
    private static final UUID MEMBER = new UUID(1, 3);
    private static final UUID STORE = new UUID(1, 4);
    private static final Kilograms ROOM = Kilograms.tonnes(40);

    private static Delivery in(DeliveryStatus status) {
        return in(status, Optional.of(STORE));
    }

    private static Delivery in(DeliveryStatus status, Optional<UUID> store) {
        return new Delivery(new UUID(2, 1), "D-7K3Q9AB", new Delivery.Item(new UUID(2, 2), new UUID(2, 3), new UUID(2, 4), new UUID(2, 5)),
                new Delivery.Agreed("GL-85A", "LUMP", "BULK", "XM-A", "料场", LocalDate.of(2027, 5, 1), LocalDate.of(2027, 5, 20), DeliveryTerms.Ticket.DESTINATION, 3),
                new Concerned(SELLER, GROUP, MEMBER, store), new Delivery.Planned(Kilograms.tonnes(32), LocalDate.of(2027, 5, 4), Optional.empty()), status, 1,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Delivery.Notice notice() {
        return new Delivery.Notice("晋C12345", "张师傅", "13800000000", Kilograms.tonnes(32), NOW.plusSeconds(3_600), NOW);
    }

    private static Outcome settled(long kg) {
        return new Outcome.Settled(new Kilograms(kg), OptionalLong.empty(), Outcome.Because.ONE_TICKET);
    }

    private static List<DeliveryCommand> all() {
        return List.of(new DeliveryCommand.Notify(notice()), new DeliveryCommand.Arrive(NOW), new DeliveryCommand.Check("", List.of()), new DeliveryCommand.Refuse("受潮结块", List.of()),
                new DeliveryCommand.Weigh(settled(31_980), ROOM), new DeliveryCommand.Weigh(new Outcome.WeighAgain(-500), ROOM),
                new DeliveryCommand.Weigh(new Outcome.NotWeighed(), ROOM), new DeliveryCommand.Unload(), new DeliveryCommand.Pass("ZJ-2027-0412"),
                release(1_000), release(0), new DeliveryCommand.Cancel("窑炉检修"), new DeliveryCommand.Return("铁超标"));
    }

    private static DeliveryCommand release(long leftKg) {
        return new DeliveryCommand.Release(new DeliveryCommand.Released(new Kilograms(5_000), "HK-1", "FH-1"), new Kilograms(leftKg));
    }

    private static Optional<DeliveryStatus> after(Delivery delivery, DeliveryCommand command) {
        return DeliveryRules.decide(delivery, command, NOW) instanceof Decision.Accepted<DeliveryRules.Step>(var steps)
                ? Optional.of(steps.getFirst().after().status()) : Optional.empty();
    }

    /** Each arrow of the lifecycle, and no other. */
    @Test
    void eachStateLeadsOnlyWhereTheLifecycleSays() {
        Map<DeliveryStatus, Set<DeliveryStatus>> arrows = new EnumMap<>(DeliveryStatus.class);
        for (DeliveryStatus from : DeliveryStatus.values()) {
            Set<DeliveryStatus> to = EnumSet.noneOf(DeliveryStatus.class);
            all().forEach(command -> after(in(from), command).filter(next -> next != from).ifPresent(to::add));
            arrows.put(from, to);
        }
        assertThat(arrows).isEqualTo(Map.ofEntries(
                Map.entry(DeliveryStatus.PLANNED, Set.of(DeliveryStatus.NOTIFIED, DeliveryStatus.CANCELLED)),
                Map.entry(DeliveryStatus.NOTIFIED, Set.of(DeliveryStatus.ARRIVED, DeliveryStatus.CANCELLED)),
                Map.entry(DeliveryStatus.ARRIVED, Set.of(DeliveryStatus.GATE_CHECKED, DeliveryStatus.REFUSED)),
                Map.entry(DeliveryStatus.GATE_CHECKED, Set.of(DeliveryStatus.WEIGHED, DeliveryStatus.RETURNED)),
                Map.entry(DeliveryStatus.WEIGHED, Set.of(DeliveryStatus.UNLOADED, DeliveryStatus.RETURNED)),
                Map.entry(DeliveryStatus.UNLOADED, Set.of(DeliveryStatus.IN_STORE, DeliveryStatus.RETURNED)),
                Map.entry(DeliveryStatus.IN_STORE, Set.of(DeliveryStatus.RELEASED, DeliveryStatus.RETURNED)),
                Map.entry(DeliveryStatus.AT_MEMBER, Set.of(DeliveryStatus.RELEASED, DeliveryStatus.RETURNED)),
                Map.entry(DeliveryStatus.RELEASED, Set.of()), Map.entry(DeliveryStatus.CANCELLED, Set.of()),
                Map.entry(DeliveryStatus.REFUSED, Set.of()), Map.entry(DeliveryStatus.RETURNED, Set.of())));
    }

    @Test
    void withoutAStoreTheGoodsPassIntoTheMembersYard() {
        assertThat(after(in(DeliveryStatus.UNLOADED, Optional.empty()), new DeliveryCommand.Pass("ZJ-1"))).contains(DeliveryStatus.AT_MEMBER);
    }

    /** Over random walks: a final state is never left, the version counts every step, and what is called off is what was planned, then what was weighed. */
    @Test
    void overAnyWalkFinalStatesStayAndEveryStepCounts() {
        Set<DeliveryStatus> seen = EnumSet.noneOf(DeliveryStatus.class);
        for (long seed = 1; seed <= 500; seed++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            Delivery delivery = in(DeliveryStatus.PLANNED, chance.nextBoolean() ? Optional.of(STORE) : Optional.empty());
            int steps = 0;
            for (int i = 0; i < 60; i++) {
                Decision<DeliveryRules.Step> decision = DeliveryRules.decide(delivery, all().get(chance.nextInt(all().size())), NOW);
                if (!(decision instanceof Decision.Accepted<DeliveryRules.Step>(var accepted))) continue;
                assertThat(delivery.status().isFinal()).as("seed %d", seed).isFalse();
                delivery = accepted.getFirst().after();
                steps++;
                seen.add(delivery.status());
                assertThat(delivery.version()).as("seed %d", seed).isEqualTo(1 + steps);
                assertThat(delivery.calledOff()).as("seed %d %s", seed, delivery.status()).isEqualTo(claimed(delivery));
            }
        }
        assertThat(seen).containsAll(EnumSet.complementOf(EnumSet.of(DeliveryStatus.PLANNED)));
    }

    private static Kilograms claimed(Delivery delivery) {
        return switch (delivery.status()) {
            case PLANNED, NOTIFIED, ARRIVED, GATE_CHECKED -> Kilograms.tonnes(32);
            case WEIGHED, UNLOADED, AT_MEMBER, IN_STORE, RELEASED -> new Kilograms(31_980);
            case CANCELLED, REFUSED, RETURNED -> Kilograms.ZERO;
        };
    }

    @Test
    void whatWasNotLookedAtIsNotSettledButATicketOfTheOriginComesEarlier() {
        for (DeliveryStatus early : List.of(DeliveryStatus.NOTIFIED, DeliveryStatus.ARRIVED)) {
            assertThat(after(in(early), new DeliveryCommand.Weigh(settled(31_980), ROOM))).isEmpty();
            assertThat(after(in(early), new DeliveryCommand.Weigh(new Outcome.NotWeighed(), ROOM))).contains(early);
        }
    }

    @Test
    void aKilogramAboveTheContractAndItsToleranceIsNotTaken() {
        assertThat(after(in(DeliveryStatus.GATE_CHECKED), new DeliveryCommand.Weigh(settled(40_000), ROOM))).contains(DeliveryStatus.WEIGHED);
        assertThat(DeliveryRules.decide(in(DeliveryStatus.GATE_CHECKED), new DeliveryCommand.Weigh(settled(40_001), ROOM), NOW))
                .isEqualTo(Decision.refuse(DeliveryRefusal.DELIVERED_ABOVE_CONTRACT, Map.of("roomKg", 40_000L, "overKg", 1L)));
    }

    @Test
    void eachStepIsTakenByItsOwnPartyAndByNoOther() {
        Map<Class<? extends DeliveryCommand>, Set<UUID>> whose = Map.of(
                DeliveryCommand.Notify.class, Set.of(SELLER), DeliveryCommand.Arrive.class, Set.of(STORE), DeliveryCommand.Check.class, Set.of(STORE),
                DeliveryCommand.Refuse.class, Set.of(STORE), DeliveryCommand.Unload.class, Set.of(STORE), DeliveryCommand.Pass.class, Set.of(STORE),
                DeliveryCommand.Release.class, Set.of(GROUP), DeliveryCommand.Return.class, Set.of(STORE, GROUP, MEMBER),
                DeliveryCommand.Cancel.class, Set.of(SELLER));
        whose.forEach((command, parties) -> {
            List<UUID> may = new ArrayList<>(List.of(SELLER, GROUP, MEMBER, STORE, new UUID(7, 7)));
            may.removeIf(party -> !DeliveryRules.mayTake(in(DeliveryStatus.NOTIFIED), command, party));
            assertThat(may).as(command.getSimpleName()).containsExactlyInAnyOrderElementsOf(parties);
        });
        assertThat(DeliveryRules.mayTake(in(DeliveryStatus.PLANNED), DeliveryCommand.Cancel.class, MEMBER)).as("not on its way yet").isTrue();
    }
}
