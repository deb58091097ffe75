package org.jucai.platform.award.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharingTest {

    private static final long SEED = 305L;
    private static final int CASES = 3_000;

    private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    private long kg(Sharing sharing, String id) {
        return sharing.kg().getOrDefault(id, Kilograms.ZERO).kg();
    }

    @ParameterizedTest
    @EnumSource
    void sharesSumToTheMassToTheKilogramAndStayWithinMinimumAndMaximum(ShareRule rule) {
        for (int i = 0; i < CASES; i++) {
            List<Claim> claims = Drawn.claims(chance, 12, i % 2 == 0 ? 20 : 400_000_000L);
            Kilograms mass = Drawn.mass(chance, claims);
            Sharing sharing = Sharing.of(mass, claims, rule, 1);
            String told = "seed %d, case %d: %s of %s".formatted(SEED, i, mass, claims);
            assertThat(claims.stream().mapToLong(claim -> kg(sharing, claim.id())).sum()).as(told).isEqualTo(mass.kg());
            for (Claim claim : claims) {
                assertThat(kg(sharing, claim.id())).as(told).isBetween(claim.minimum().kg(), claim.maximum().kg());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfClaimsChangesNothing(ShareRule rule) {
        for (int i = 0; i < CASES / 3; i++) {
            List<Claim> claims = Drawn.claims(chance, 12, 50);
            Kilograms mass = Drawn.mass(chance, claims);
            List<Claim> shuffled = new ArrayList<>(claims);
            Collections.shuffle(shuffled, new Random(i));
            assertThat(Sharing.of(mass, shuffled, rule, 1)).isEqualTo(Sharing.of(mass, claims, rule, 1));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "FIRST_COMMITTED", mode = EnumSource.Mode.EXCLUDE)
    void equalClaimsGetEqualSharesWithinAKilogram(ShareRule rule) {
        for (int i = 0; i < CASES / 3; i++) {
            List<Claim> claims = new ArrayList<>(Drawn.claims(chance, 8, 1_000));
            Claim twin = claims.getFirst();
            claims.add(new Claim("twin", twin.minimum(), twin.target(), twin.maximum(), twin.cap(), twin.ownFreight(), Drawn.START.plusSeconds(1_000)));
            Sharing sharing = Sharing.of(Drawn.mass(chance, claims), claims, rule, 1);
            assertThat(Math.abs(kg(sharing, "twin") - kg(sharing, twin.id()))).as("seed %d, case %d: %s", SEED, i, claims).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "FIRST_COMMITTED", mode = EnumSource.Mode.EXCLUDE)
    void moreMassGivesNobodyLessThanAKilogramLess(ShareRule rule) {
        for (int i = 0; i < CASES / 3; i++) {
            List<Claim> claims = Drawn.claims(chance, 8, 1_000);
            Kilograms mass = Drawn.mass(chance, claims);
            long most = claims.stream().mapToLong(claim -> claim.maximum().kg()).sum();
            Sharing before = Sharing.of(mass, claims, rule, 1);
            Sharing after = Sharing.of(new Kilograms(Math.min(most, mass.kg() + chance.nextLong(500))), claims, rule, 1);
            for (Claim claim : claims) assertThat(kg(after, claim.id())).isGreaterThanOrEqualTo(kg(before, claim.id()) - 1);
        }
    }

    @Test
    void inProportionWhoSplitsHimselfInTwoGainsNothingBeyondRounding() {
        for (int i = 0; i < CASES; i++) {
            List<Claim> whole = new ArrayList<>(Drawn.claims(chance, 8, 2_000));
            long min = chance.nextLong(500);
            long target = min + 1 + chance.nextLong(500);
            long max = target + chance.nextLong(500);
            long parts = 2 + chance.nextInt(4);
            whole.add(Drawn.claim("s", min * parts, target * parts, max * parts));
            List<Claim> split = new ArrayList<>(whole.subList(0, whole.size() - 1));
            split.add(Drawn.claim("s1", min, target, max));
            split.add(Drawn.claim("s2", min * (parts - 1), target * (parts - 1), max * (parts - 1)));
            Kilograms mass = Drawn.mass(chance, whole);
            Sharing one = Sharing.of(mass, whole, ShareRule.PROPORTIONAL, 1);
            Sharing two = Sharing.of(mass, split, ShareRule.PROPORTIONAL, 1);
            assertThat(Math.abs(kg(two, "s1") + kg(two, "s2") - kg(one, "s"))).as("seed %d, case %d", SEED, i).isLessThanOrEqualTo(2);
            for (Claim other : whole.subList(0, whole.size() - 1)) {
                assertThat(Math.abs(kg(two, other.id()) - kg(one, other.id()))).as("seed %d, case %d", SEED, i).isLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void wholeTrucksAreAllottedWhereEachLineCanHaveThem() {
        List<Claim> claims = List.of(Drawn.claim("a", 10_000, 60_000, 100_000), Drawn.claim("b", 32_000, 100_000, 160_000), Drawn.claim("c", 0, 40_000, 70_000));
        Sharing sharing = Sharing.of(new Kilograms(192_000), claims, ShareRule.PROPORTIONAL, 32_000);
        assertThat(sharing.wholeTrucks()).isTrue();
        assertThat(List.of(kg(sharing, "a"), kg(sharing, "b"), kg(sharing, "c"))).containsExactly(64_000L, 96_000L, 32_000L);
        assertThat(Sharing.of(new Kilograms(192_001), claims, ShareRule.PROPORTIONAL, 32_000).wholeTrucks()).as("a kilogram more is no truck").isFalse();
    }

    @Test
    void wholeTrucksSumAndStayWithinBoundsToo() {
        int whole = 0;
        for (int i = 0; i < CASES; i++) {
            List<Claim> claims = Drawn.claims(chance, 6, 200);
            Kilograms mass = new Kilograms(Drawn.mass(chance, claims).kg() / 8 * 8);
            if (mass.kg() < claims.stream().mapToLong(claim -> claim.minimum().kg()).sum()) continue;
            Sharing sharing = Sharing.of(mass, claims, ShareRule.values()[i % 4], 8);
            assertThat(claims.stream().mapToLong(claim -> kg(sharing, claim.id())).sum()).isEqualTo(mass.kg());
            if (!sharing.wholeTrucks()) continue;
            whole++;
            for (Claim claim : claims) {
                assertThat(kg(sharing, claim.id()) % 8).isZero();
                assertThat(kg(sharing, claim.id())).isBetween(claim.minimum().kg(), claim.maximum().kg());
            }
        }
        assertThat(whole).isGreaterThan(500);
    }

    @Test
    void whoCommittedFirstIsServedFirstOnceAllHaveTheirMinimum() {
        Claim late = new Claim("a", new Kilograms(10), new Kilograms(50), new Kilograms(60), null, new FenPerTonne(0), Drawn.START.plusSeconds(9));
        Claim early = new Claim("b", new Kilograms(10), new Kilograms(50), new Kilograms(60), null, new FenPerTonne(0), Drawn.START);
        Sharing sharing = Sharing.of(new Kilograms(75), List.of(late, early), ShareRule.FIRST_COMMITTED, 1);
        assertThat(kg(sharing, "b")).isEqualTo(50);
        assertThat(kg(sharing, "a")).isEqualTo(25);
    }

    @Test
    void aRemainderGoesToTheLargestAndTiesToTheSmallerId() {
        List<Claim> claims = List.of(Drawn.claim("b", 0, 10, 20), Drawn.claim("a", 0, 10, 20), Drawn.claim("c", 0, 10, 20));
        Sharing sharing = Sharing.of(new Kilograms(20), claims, ShareRule.PROPORTIONAL, 1);
        assertThat(List.of(kg(sharing, "a"), kg(sharing, "b"), kg(sharing, "c"))).containsExactly(7L, 7L, 6L);
    }

    @Test
    void lessThanTheMinimaIsNoLotToShare() {
        assertThatThrownBy(() -> Sharing.of(new Kilograms(9), List.of(Drawn.claim("a", 10, 10, 10)), ShareRule.PROPORTIONAL, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
