package org.jucai.platform.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * "This or better": a grade serves for another if whatever meets its limits meets every limit of the other. Only the
 * written limits count; nothing is inferred from chemistry (a high alumina content does not stand in for a missing
 * limit on silica). The relation is reflexive and transitive; two grades with the same limits serve for each other, and
 * many pairs serve in neither direction: GL-88B is denser than GL-88A and has more iron.
 */
final class ThisOrBetter {

    private ThisOrBetter() {}

    /** The properties whose limit in {@code asked} the grade {@code offered} does not guarantee. */
    static Set<Property> missedBy(Grade offered, Grade asked) {
        Set<Property> missed = EnumSet.noneOf(Property.class);
        for (Limit demand : asked.limits()) {
            boolean met = offered.limit(demand.property())
                    .filter(limit -> limit.basis() == demand.basis())
                    .filter(limit -> limit.bound().guarantees(demand.bound()))
                    .isPresent();
            if (!met) missed.add(demand.property());
        }
        return missed;
    }

    static boolean servesFor(Grade offered, Grade asked) {
        return offered.material().equals(asked.material()) && missedBy(offered, asked).isEmpty();
    }

    /** The other grades that serve for this one, nearest first: what has more above it is nearer. */
    static List<Grade> betterThan(Grade asked, Collection<Grade> all) {
        return all.stream()
                .filter(others(asked))
                .filter(offered -> servesFor(offered, asked))
                .sorted(Comparator.comparingLong((Grade offered) -> above(offered, all)).reversed().thenComparing(Grade::code))
                .toList();
    }

    /** Of the better ones, those with no other strictly between. */
    static List<Grade> nextBetter(Grade asked, List<Grade> better) {
        return better.stream()
                .filter(candidate -> better.stream().filter(others(candidate)).noneMatch(between ->
                        servesFor(candidate, between) && !servesFor(between, candidate) && !servesFor(asked, between)))
                .toList();
    }

    private static long above(Grade grade, Collection<Grade> all) {
        return all.stream().filter(others(grade)).filter(offered -> servesFor(offered, grade)).count();
    }

    private static Predicate<Grade> others(Grade grade) {
        return other -> !other.code().equals(grade.code());
    }
}
