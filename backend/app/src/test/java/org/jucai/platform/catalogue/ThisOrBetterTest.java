package org.jucai.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ThisOrBetterTest {

    private static final MaterialCode CLAY = new MaterialCode("CLAY");
    private static final List<Property> SOME = List.of(Property.AL2O3, Property.FE2O3, Property.BULK_DENSITY);
    private static final long SEED = 20260301L;

    private final Catalogue standard = StandardWorld.catalogue();

    @Test
    void everyGradeServesForItself() {
        claims((grades, _) -> assertThat(grades).allMatch(grade -> ThisOrBetter.servesFor(grade, grade)));
    }

    @Test
    void whatServesForWhatServesAlsoServes() {
        int[] chains = {0};
        claims((grades, seed) -> {
            for (Grade best : grades) for (Grade middle : grades) for (Grade asked : grades) {
                if (!ThisOrBetter.servesFor(best, middle) || !ThisOrBetter.servesFor(middle, asked)) continue;
                if (best != middle && middle != asked) chains[0]++;
                assertThat(ThisOrBetter.servesFor(best, asked)).as("%s, %s, %s of seed %s", best, middle, asked, seed).isTrue();
            }
        });
        assertThat(chains[0]).as("chains met").isGreaterThan(100);
    }

    @Test
    void twoGradesThatServeForEachOtherDemandTheSame() {
        claims((grades, seed) -> {
            for (Grade one : grades) for (Grade other : grades) {
                if (!ThisOrBetter.servesFor(one, other) || !ThisOrBetter.servesFor(other, one)) continue;
                assertThat(demands(one)).as("%s and %s of seed %s", one, other, seed).isEqualTo(demands(other));
            }
        });
    }

    @Test
    void aMaterialThatMeetsTheBetterGradeMeetsTheOneAskedFor() {
        int[] met = {0};
        claims((grades, seed) -> {
            RandomGenerator chance = chance(seed);
            for (Grade offered : grades) for (Grade asked : grades) {
                if (!ThisOrBetter.servesFor(offered, asked)) continue;
                for (int sample = 0; sample < 20; sample++) {
                    long[] figures = {chance.nextLong(12), chance.nextLong(12), chance.nextLong(12)};
                    if (!passes(figures, offered)) continue;
                    met[0]++;
                    assertThat(passes(figures, asked)).as("%s for %s of seed %s", offered, asked, seed).isTrue();
                }
            }
        });
        assertThat(met[0]).as("samples that passed").isGreaterThan(100);
    }

    @Test
    void theBauxiteGradesStandAsTheirLimitsSay() {
        assertThat(better("GL-90")).isEmpty();
        assertThat(better("GL-88A")).containsExactly("GL-90");
        assertThat(better("GL-88B")).containsExactly("GL-90");
        assertThat(better("GL-85A")).containsExactly("GL-88A", "GL-90");
        assertThat(better("GL-85B")).containsExactlyInAnyOrder("GL-85A", "GL-88A", "GL-88B", "GL-90").endsWith("GL-90");
        assertThat(better("GL-80")).containsExactlyInAnyOrder("GL-85A", "GL-88A", "GL-88B", "GL-90");
        assertThat(better("GL-70")).containsExactlyInAnyOrder("GL-80", "GL-85A", "GL-85B", "GL-88A", "GL-88B", "GL-90");
        assertThat(better("GL-50")).startsWith("GL-60", "GL-70").hasSize(8);
    }

    @Test
    void denserButRicherInIronIsNotBetter() {
        assertThat(missed("GL-88B", "GL-88A")).containsExactly(Property.FE2O3);
        assertThat(missed("GL-88A", "GL-88B")).containsExactly(Property.BULK_DENSITY);
    }

    @Test
    void moreTitaniaThanAllowedIsNotBetterHoweverRich() {
        assertThat(missed("GL-85B", "GL-80")).containsExactly(Property.TIO2);
        assertThat(missed("RB-3", "RB-4")).containsExactly(Property.FE2O3);
    }

    @Test
    void aClassAboveServesAlthoughItExceedsTheUpperEndOfTheRange() {
        assertThat(better("YNS-36")).containsExactly("YNS-40", "YNS-42", "YNS-43", "YNS-44", "YNS-45");
        assertThat(better("GL-60")).contains("GL-70", "GL-80");
    }

    @Test
    void theNextBetterIsWhatHasNoneBetween() {
        assertThat(next("GL-85B")).containsExactlyInAnyOrder("GL-85A", "GL-88B");
        assertThat(next("GL-70")).containsExactlyInAnyOrder("GL-80", "GL-85B");
        assertThat(next("GSN96")).containsExactly("GSN97");
    }

    @Test
    void anotherMaterialNeverServes() {
        assertThat(better("YNS-45")).isEmpty();
        assertThat(standard.servesFor(new GradeCode("GL-90"), new GradeCode("RB-4"))).isFalse();
    }

    @Test
    void aMissingLimitPromisesNothing() {
        Grade silent = grade("SILENT", List.of());
        Grade strict = grade("STRICT", List.of(limit(Property.FE2O3, new Bound.AtMost(5, false))));
        assertThat(ThisOrBetter.servesFor(silent, strict)).isFalse();
        assertThat(ThisOrBetter.servesFor(strict, silent)).isTrue();
    }

    @Test
    void aboveIsMoreThanAtLeast() {
        Grade above = grade("ABOVE", List.of(limit(Property.AL2O3, new Bound.AtLeast(800_000, true))));
        Grade atLeast = grade("AT-LEAST", List.of(limit(Property.AL2O3, new Bound.AtLeast(800_000, false))));
        assertThat(ThisOrBetter.servesFor(above, atLeast)).isTrue();
        assertThat(ThisOrBetter.servesFor(atLeast, above)).isFalse();
    }

    private List<String> better(String code) {
        return standard.grade(new GradeCode(code)).orElseThrow().better().stream().map(GradeCode::code).toList();
    }

    private List<String> next(String code) {
        return standard.grade(new GradeCode(code)).orElseThrow().nextBetter().stream().map(GradeCode::code).toList();
    }

    private java.util.Set<Property> missed(String offered, String asked) {
        return standard.missedBy(grade(offered), grade(asked));
    }

    private Grade grade(String code) {
        return standard.grade(new GradeCode(code)).orElseThrow().grade();
    }

    private interface Claim {
        void holds(List<Grade> grades, long seed);
    }

    /** Small sets of grades first, so that the first failure is a small one. */
    private static void claims(Claim claim) {
        for (int size = 2; size <= 8; size++) {
            for (long run = 0; run < 150; run++) {
                long seed = SEED + size * 1_000L + run;
                RandomGenerator chance = chance(seed);
                List<Grade> grades = new ArrayList<>();
                for (int number = 0; number < size; number++) grades.add(grade("G" + number, limits(chance)));
                claim.holds(grades, seed);
            }
        }
    }

    private static RandomGenerator chance(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static List<Limit> limits(RandomGenerator chance) {
        return SOME.stream().filter(_ -> chance.nextInt(4) > 0).map(property -> limit(property, bound(chance))).toList();
    }

    private static Bound bound(RandomGenerator chance) {
        long value = 1 + chance.nextLong(10);
        return switch (chance.nextInt(3)) {
            case 0 -> new Bound.AtLeast(value, chance.nextBoolean());
            case 1 -> new Bound.AtMost(value, chance.nextBoolean());
            default -> new Bound.ClassifyingRange(value, value + 1 + chance.nextLong(3));
        };
    }

    private static Grade grade(String code, List<Limit> limits) {
        return new Grade(new UUID(0, 1), new GradeCode(code), CLAY, new Described(code, code, null, null), limits, 1);
    }

    private static Limit limit(Property property, Bound bound) {
        return new Limit(property, bound, Limit.Basis.DRY, "test", Confidence.ASSUMED);
    }

    /** Judged by each limit's own words, except that the upper end of a classifying range is no demand. */
    private static boolean passes(long[] figures, Grade grade) {
        return grade.limits().stream().allMatch(limit -> {
            long figure = figures[SOME.indexOf(limit.property())];
            return switch (limit.bound()) {
                case Bound.AtLeast(long value, boolean exclusive) -> exclusive ? figure > value : figure >= value;
                case Bound.AtMost(long value, boolean exclusive) -> exclusive ? figure < value : figure <= value;
                case Bound.ClassifyingRange(long from, long _) -> figure >= from;
            };
        });
    }

    private static List<String> demands(Grade grade) {
        return grade.limits().stream()
                .map(limit -> limit.property() + " " + limit.bound().floor() + " " + limit.bound().ceiling())
                .sorted()
                .toList();
    }
}
