package org.jucai.platform.contracts.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

class CustodyRulesTest {

    private static final UUID SUPPLIER = new UUID(1, 1);
    private static final UUID MEMBER = new UUID(1, 2);
    private static final UUID GROUP = new UUID(1, 3);
    private static final UUID BANK = new UUID(1, 4);
    private static final UUID STORE = new UUID(1, 5);
    private static final Place ON_TRUCK = new Place(Place.Kind.TRUCK, STORE);
    private static final Place IN_STORE = new Place(Place.Kind.STORE, STORE);

    private int ids;

    private UUID id() {
        return new UUID(9, ++ids);
    }

    private Parcel truck(long kg) {
        return new Parcel(id(), id(), new Kilograms(kg), new Standing(ON_TRUCK, SUPPLIER, Optional.empty(), false));
    }

    private Parcel kept(Standing standing) {
        return new Parcel(id(), id(), new Kilograms(32_000), standing);
    }

    private static Standing stored(UUID owner, Optional<UUID> pledgee, boolean underTest) {
        return new Standing(IN_STORE, owner, pledgee, underTest);
    }

    private List<CustodyCommand.Moving> moving(Parcel... parcels) {
        return List.of(parcels).stream().map(parcel -> new CustodyCommand.Moving(parcel.id(), id())).toList();
    }

    private static CustodyRefusal refused(Decision<Moved> decision) {
        return decision instanceof Decision.Refused<Moved>(CustodyRefusal refusal, var _) ? refusal : null;
    }

    private static Standing after(Decision<Moved> decision) {
        return decision.orElseRefuse().getFirst().made().getFirst().standing();
    }

    @Test
    void whatIsUnloadedIsItsBuyersAndKeptApartUntilItPasses() {
        Parcel truck = truck(31_980);
        Decision<Moved> unloaded = CustodyRules.decide(Holding.of(List.of(truck)), new CustodyCommand.Unload(moving(truck), IN_STORE, GROUP));
        assertThat(after(unloaded)).isEqualTo(stored(GROUP, Optional.empty(), true));
        Parcel waiting = unloaded.orElseRefuse().getFirst().made().getFirst();
        Holding holding = Holding.of(List.of(waiting));
        assertThat(refused(CustodyRules.decide(holding, new CustodyCommand.Release(moving(waiting), MEMBER)))).isEqualTo(CustodyRefusal.PARCEL_UNDER_TEST);
        assertThat(after(CustodyRules.decide(holding, new CustodyCommand.Pass(moving(waiting))))).isEqualTo(stored(GROUP, Optional.empty(), false));
    }

    @Test
    void whatIsPledgedIsNeitherReleasedNorReturnedNorPledgedAgain() {
        Parcel pledged = kept(stored(GROUP, Optional.of(BANK), false));
        Holding holding = Holding.of(List.of(pledged));
        assertThat(refused(CustodyRules.decide(holding, new CustodyCommand.Release(moving(pledged), MEMBER)))).isEqualTo(CustodyRefusal.PARCEL_PLEDGED);
        assertThat(refused(CustodyRules.decide(holding, new CustodyCommand.Return(moving(pledged), SUPPLIER)))).isEqualTo(CustodyRefusal.PARCEL_PLEDGED);
        assertThat(refused(CustodyRules.decide(holding, new CustodyCommand.Pledge(moving(pledged), Optional.of(MEMBER))))).isEqualTo(CustodyRefusal.PARCEL_PLEDGED);
        assertThat(after(CustodyRules.decide(holding, new CustodyCommand.Pledge(moving(pledged), Optional.empty())))).isEqualTo(stored(GROUP, Optional.empty(), false));
    }

    @Test
    void whatMayStillBeRejectedIsNoSecurity() {
        Parcel waiting = kept(stored(GROUP, Optional.empty(), true));
        assertThat(refused(CustodyRules.decide(Holding.of(List.of(waiting)), new CustodyCommand.Pledge(moving(waiting), Optional.of(BANK)))))
                .isEqualTo(CustodyRefusal.PARCEL_UNDER_TEST);
    }

    @Test
    void onlyWhatStandsOnATruckIsUnloadedAndNothingLeavesTheSupplierAgain() {
        Parcel stored = kept(stored(GROUP, Optional.empty(), false));
        assertThat(refused(CustodyRules.decide(Holding.of(List.of(stored)), new CustodyCommand.Unload(moving(stored), IN_STORE, GROUP))))
                .isEqualTo(CustodyRefusal.PARCEL_STANDS_ELSEWHERE);
        Parcel back = kept(new Standing(new Place(Place.Kind.SUPPLIER, SUPPLIER), SUPPLIER, Optional.empty(), false));
        Holding holding = Holding.of(List.of(back));
        assertThat(List.of(new CustodyCommand.Release(moving(back), MEMBER), new CustodyCommand.Return(moving(back), SUPPLIER),
                new CustodyCommand.Pledge(moving(back), Optional.of(BANK)), new CustodyCommand.Unload(moving(back), IN_STORE, GROUP)))
                .allSatisfy(command -> assertThat(refused(CustodyRules.decide(holding, command))).isEqualTo(CustodyRefusal.PARCEL_STANDS_ELSEWHERE));
    }

    @Test
    void whatTheMemberHasAsItsOwnIsNotReleasedToItASecondTime() {
        Parcel own = kept(new Standing(new Place(Place.Kind.MEMBER, MEMBER), MEMBER, Optional.empty(), false));
        assertThat(refused(CustodyRules.decide(Holding.of(List.of(own)), new CustodyCommand.Release(moving(own), MEMBER)))).isEqualTo(CustodyRefusal.PARCEL_STANDS_ELSEWHERE);
    }

    @Test
    void oneParcelIsNotMovedTwiceInOneCommandNorByTwoCommands() {
        Parcel stored = kept(stored(GROUP, Optional.empty(), false));
        Holding holding = Holding.of(List.of(stored));
        assertThat(refused(CustodyRules.decide(holding, new CustodyCommand.Release(moving(stored, stored), MEMBER)))).isEqualTo(CustodyRefusal.PARCEL_NOT_THERE);
        Moved released = CustodyRules.decide(holding, new CustodyCommand.Release(moving(stored), MEMBER)).orElseRefuse().getFirst();
        assertThat(refused(CustodyRules.decide(holding.after(released), new CustodyCommand.Release(moving(stored), MEMBER)))).isEqualTo(CustodyRefusal.PARCEL_NOT_THERE);
        assertThatThrownBy(() -> holding.after(released).after(released)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void partsThatDoNotSumToTheWholeAreRefused() {
        Parcel stored = kept(stored(GROUP, Optional.empty(), false));
        Holding holding = Holding.of(List.of(stored));
        for (long second : new long[] {0, 1_999, 2_001}) {
            assertThat(refused(CustodyRules.decide(holding, new CustodyCommand.Part(stored.id(), List.of(new CustodyCommand.Share(id(), new Kilograms(30_000)),
                    new CustodyCommand.Share(id(), new Kilograms(second))))))).isEqualTo(CustodyRefusal.PARCEL_PARTS_DIFFER);
        }
    }

    @Test
    void onlyWhatCameTogetherAndStandsAlikeIsJoined() {
        UUID delivery = id();
        Standing free = stored(GROUP, Optional.empty(), false);
        Parcel one = new Parcel(id(), delivery, new Kilograms(10), free);
        Parcel same = new Parcel(id(), delivery, new Kilograms(5), free);
        Parcel other = new Parcel(id(), id(), new Kilograms(5), free);
        Parcel pledged = new Parcel(id(), delivery, new Kilograms(5), stored(GROUP, Optional.of(BANK), false));
        Holding holding = Holding.of(List.of(one, same, other, pledged));
        assertThat(CustodyRules.decide(holding, new CustodyCommand.Join(List.of(one.id(), same.id()), id())).orElseRefuse().getFirst().mass()).isEqualTo(new Kilograms(15));
        for (Parcel with : List.of(other, pledged)) {
            assertThat(refused(CustodyRules.decide(holding, new CustodyCommand.Join(List.of(one.id(), with.id()), id())))).isEqualTo(CustodyRefusal.PARCELS_NOT_ALIKE);
        }
        assertThat(refused(CustodyRules.decide(holding, new CustodyCommand.Join(List.of(one.id(), one.id()), id())))).isEqualTo(CustodyRefusal.PARCEL_NOT_THERE);
    }

    /** The claim of the lifecycle, over random histories: what entered is what stands, each delivery by itself, and the moves alone say the same. */
    @Test
    void overAnyHistoryMassIsConservedAndTheMovesAloneGiveTheSameParcels() {
        Set<Moved.Kind> seen = EnumSet.noneOf(Moved.Kind.class);
        for (long seed = 1; seed <= 400; seed++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            List<Moved> moves = new ArrayList<>();
            Map<UUID, Long> entered = new HashMap<>();
            Holding holding = Holding.EMPTY;
            int steps = seed < 50 ? (int) seed : 120;
            for (int step = 0; step < steps; step++) {
                Decision<Moved> decision = CustodyRules.decide(holding, any(chance, holding));
                if (!(decision instanceof Decision.Accepted<Moved>(var events))) continue;
                Moved moved = events.getFirst();
                seen.add(moved.kind());
                moves.add(moved);
                holding = holding.after(moved);
                if (moved.kind() == Moved.Kind.ENTERED) entered.merge(moved.made().getFirst().deliveryId(), moved.mass().kg(), Long::sum);
            }
            assertThat(standing(holding)).as("seed %d", seed).isEqualTo(entered);
            assertThat(Holding.derived(moves)).as("seed %d", seed).isEqualTo(holding);
            assertThat(holding.parcels().values()).as("seed %d: what the supplier has again is pledged to nobody", seed)
                    .allMatch(each -> each.standing().place().kind() != Place.Kind.SUPPLIER || each.standing().pledgeeId().isEmpty());
        }
        assertThat(seen).as("the walks go everywhere").containsExactlyInAnyOrder(Moved.Kind.values());
    }

    private static Map<UUID, Long> standing(Holding holding) {
        Map<UUID, Long> mass = new HashMap<>();
        holding.parcels().values().forEach(parcel -> mass.merge(parcel.deliveryId(), parcel.mass().kg(), Long::sum));
        return mass;
    }

    private CustodyCommand any(RandomGenerator chance, Holding holding) {
        List<Parcel> parcels = new ArrayList<>(holding.parcels().values());
        if (parcels.isEmpty() || chance.nextInt(6) == 0) return new CustodyCommand.Enter(truck(1 + chance.nextInt(40_000)));
        Parcel one = parcels.get(chance.nextInt(parcels.size()));
        Parcel two = parcels.get(chance.nextInt(parcels.size()));
        List<CustodyCommand.Moving> moving = chance.nextInt(4) == 0 ? moving(one, two) : moving(one);
        return switch (chance.nextInt(8)) {
            case 0, 1 -> new CustodyCommand.Unload(moving, chance.nextBoolean() ? IN_STORE : new Place(Place.Kind.MEMBER, MEMBER), GROUP);
            case 2 -> new CustodyCommand.Pass(moving);
            case 3 -> new CustodyCommand.Release(moving, MEMBER);
            case 4 -> new CustodyCommand.Return(moving, SUPPLIER);
            case 5 -> new CustodyCommand.Pledge(moving, chance.nextBoolean() ? Optional.of(BANK) : Optional.empty());
            case 6 -> parted(chance, one);
            default -> new CustodyCommand.Join(alike(parcels, one), id());
        };
    }

    /** Now and then a gram too many. */
    private CustodyCommand parted(RandomGenerator chance, Parcel whole) {
        long first = chance.nextLong(whole.mass().kg() + 1);
        long second = whole.mass().kg() - first + (chance.nextInt(5) == 0 ? 1 : 0);
        return new CustodyCommand.Part(whole.id(), List.of(new CustodyCommand.Share(id(), new Kilograms(first)), new CustodyCommand.Share(id(), new Kilograms(second))));
    }

    private static List<UUID> alike(List<Parcel> parcels, Parcel one) {
        Set<UUID> ids = new HashSet<>(Set.of(one.id()));
        parcels.stream().filter(each -> each.deliveryId().equals(one.deliveryId())).limit(2).forEach(each -> ids.add(each.id()));
        return List.copyOf(ids);
    }
}
