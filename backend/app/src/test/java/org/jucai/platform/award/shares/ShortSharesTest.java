package org.jucai.platform.award.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

/** What comes of a short lot, shared by the rule by which the lot was. */
class ShortSharesTest {

    private static final long SEED = 20261123L;
    private static final Instant AT = Instant.parse("2027-03-01T02:00:00Z");

    private static ShortShares.Claimed claim(String id, long claim, long least) {
        return claim(id, claim, least, claim, 0);
    }

    private static ShortShares.Claimed claim(String id, long claim, long least, long most, long second) {
        return new ShortShares.Claimed(id, new Kilograms(claim), new Kilograms(least), new Kilograms(most), AT.plusSeconds(second));
    }

    private static List<Long> shares(long mass, ShareRule rule, long truck, ShortShares.Claimed... claims) {
        ShortShares made = ShortShares.of(new Kilograms(mass), List.of(claims), rule, truck);
        return List.of(claims).stream().map(each -> made.of(each.id()).share().kg()).toList();
    }

    @Test
    void eachRuleSharesWhatComesByWhatEachWasToGet() {
        ShortShares.Claimed a = claim("a", 60, 0, 60, 2);
        ShortShares.Claimed b = claim("b", 30, 0, 30, 1);
        ShortShares.Claimed c = claim("c", 30, 0, 30, 3);
        assertThat(shares(80, ShareRule.PROPORTIONAL, 1, a, b, c)).containsExactly(40L, 20L, 20L);
        assertThat(shares(80, ShareRule.EQUAL_AWARDS, 1, a, b, c)).as("27, 27, 26: the earlier id has the kilogram that is left").containsExactly(27L, 27L, 26L);
        assertThat(shares(90, ShareRule.EQUAL_LOSSES, 1, a, b, c)).containsExactly(50L, 20L, 20L);
        assertThat(shares(80, ShareRule.FIRST_COMMITTED, 1, a, b, c)).containsExactly(50L, 30L, 0L);
    }

    @Test
    void whatCameIsNotTakenBackAndTheOthersShareTheRest() {
        ShortShares made = ShortShares.of(new Kilograms(60), List.of(claim("a", 60, 50), claim("b", 30, 0), claim("c", 30, 0)), ShareRule.PROPORTIONAL, 1);
        assertThat(made.of("a")).isEqualTo(new ShortShares.Got(new Kilograms(50), ShortShares.How.LEAST, 166_666_667));
        assertThat(made.of("b").share().kg() + made.of("c").share().kg()).isEqualTo(10);
        assertThat(made.of("b").how()).isEqualTo(ShortShares.How.LEVEL);
    }

    @Test
    void wholeTrucksAreSharedWhereAllCanHaveThem() {
        assertThat(shares(96, ShareRule.PROPORTIONAL, 32, claim("a", 96, 0), claim("b", 64, 0), claim("c", 32, 0))).containsExactly(64L, 32L, 0L);
        assertThat(shares(96, ShareRule.PROPORTIONAL, 32, claim("a", 96, 31, 96, 0), claim("b", 64, 0), claim("c", 30, 0))).as("nobody fetches part of a truck for c").containsExactly(64L, 32L, 0L);
        assertThat(shares(95, ShareRule.PROPORTIONAL, 32, claim("a", 95, 0), claim("b", 95, 0))).as("not whole trucks").containsExactly(48L, 47L);
    }

    @Test
    void moreThanWasAgreedOrLessThanCameIsNotDivided() {
        assertThatThrownBy(() -> shares(91, ShareRule.PROPORTIONAL, 1, claim("a", 60, 0), claim("b", 30, 0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> shares(9, ShareRule.PROPORTIONAL, 1, claim("a", 60, 10), claim("b", 30, 0))).isInstanceOf(IllegalArgumentException.class);
    }

    private record Case(List<ShortShares.Claimed> claims, long mass, ShareRule rule, long truck) {}

    private static Case drawn(SplittableRandom chance) {
        int many = 1 + chance.nextInt(12);
        long scale = chance.nextInt(3) == 0 ? 5 : 400_000;
        List<ShortShares.Claimed> claims = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            boolean twin = i > 0 && chance.nextInt(4) == 0;
            long claim = twin ? claims.get(i - 1).claim().kg() : chance.nextLong(scale + 1);
            long most = twin ? claims.get(i - 1).most().kg() : chance.nextInt(5) == 0 ? chance.nextLong(claim + 1) : claim;
            long least = twin ? claims.get(i - 1).least().kg() : chance.nextBoolean() ? 0 : chance.nextLong(most + 1);
            claims.add(claim(new UUID(chance.nextLong(), i).toString(), claim, least, most, chance.nextInt(3)));
        }
        long least = claims.stream().mapToLong(each -> each.least().kg()).sum();
        long most = claims.stream().mapToLong(each -> each.most().kg()).sum();
        return new Case(claims, chance.nextLong(least, most + 1), ShareRule.values()[chance.nextInt(4)], chance.nextInt(3) == 0 ? 1 + chance.nextInt(40) : 1);
    }

    @Test
    void overRandomClaimsSharesSumToWhatComesToTheKilogramAndStayBetweenWhatCameAndWhatWasAgreed() {
        SplittableRandom chance = new SplittableRandom(SEED);
        for (int i = 0; i < 4_000; i++) {
            Case it = drawn(chance);
            ShortShares made = ShortShares.of(new Kilograms(it.mass), it.claims, it.rule, it.truck);
            assertThat(it.claims.stream().mapToLong(each -> made.of(each.id()).share().kg()).sum()).as("seed %d, case %d: %s", SEED, i, it).isEqualTo(it.mass);
            assertThat(it.claims).as("seed %d, case %d: %s", SEED, i, made).allSatisfy(each -> assertThat(made.of(each.id()).share().kg()).isBetween(each.least().kg(), each.most().kg()));
        }
    }

    @Test
    void overRandomClaimsTheOrderOfInputChangesNothing() {
        SplittableRandom chance = new SplittableRandom(SEED + 1);
        for (int i = 0; i < 2_000; i++) {
            Case it = drawn(chance);
            List<ShortShares.Claimed> shuffled = new ArrayList<>(it.claims);
            Collections.shuffle(shuffled, new Random(chance.nextLong()));
            assertThat(ShortShares.of(new Kilograms(it.mass), shuffled, it.rule, it.truck)).as("seed %d, case %d", SEED, i)
                    .isEqualTo(ShortShares.of(new Kilograms(it.mass), it.claims, it.rule, it.truck));
        }
    }

    @Test
    void overRandomClaimsEqualClaimsGetEqualSharesWithinAKilogramOrATruck() {
        SplittableRandom chance = new SplittableRandom(SEED + 2);
        for (int i = 0; i < 2_000; i++) {
            Case it = drawn(chance);
            if (it.rule == ShareRule.FIRST_COMMITTED) continue;
            ShortShares made = ShortShares.of(new Kilograms(it.mass), it.claims, it.rule, it.truck);
            long within = made.wholeTrucks() ? it.truck : 1;
            for (int j = 1; j < it.claims.size(); j++) {
                ShortShares.Claimed one = it.claims.get(j - 1);
                ShortShares.Claimed other = it.claims.get(j);
                boolean alike = one.claim().equals(other.claim()) && one.least().equals(other.least()) && one.most().equals(other.most());
                if (alike) assertThat(Math.abs(made.of(one.id()).share().kg() - made.of(other.id()).share().kg())).as("seed %d, case %d", SEED, i).isLessThanOrEqualTo(within);
            }
        }
    }
}
