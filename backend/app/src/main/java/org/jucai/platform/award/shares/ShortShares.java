package org.jucai.platform.award.shares;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Kilograms;

/**
 * What comes of a lot, shared anew where less comes than was awarded: by the round's own rule, with what each line was to get as its claim. A share
 * is at least what already came or is on its way to the line, and at most what it was to get.
 *
 * @param got by claim
 * @param wholeTrucks whether all shares are whole trucks
 */
public record ShortShares(Map<String, Got> got, boolean wholeTrucks) {

    private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);

    public ShortShares {
        got = Map.copyOf(got);
    }

    /**
     * A line's claim to what comes.
     *
     * @param claim what it was to get
     * @param least what it has or what is on its way: not taken from it
     * @param committedAt when it was committed; counts only where first come is first served
     */
    public record Claimed(String id, Kilograms claim, Kilograms least, Kilograms most, Instant committedAt) {
        public Claimed {
            if (least.compareTo(most) > 0) throw new IllegalArgumentException("at least more than at most: " + id);
        }
    }

    /** Why a share is what it is. */
    public enum How {
        /** By the rule's own figure. */
        LEVEL,
        /** What came already is more than that figure. */
        LEAST,
        /** No more than it was to get. */
        MOST,
        /** In the order of commitment. */
        ORDER
    }

    /** @param level of the rule: 10⁻⁹ of the claim (in proportion), kilograms for each (equal awards), kilograms less for each (equal losses); 0 in order of commitment, or where no line has it */
    public record Got(Kilograms share, How how, long level) {}

    /**
     * Divides.
     *
     * @param mass between the sums of least and of most
     * @param quantumKg mass of a truck, or 1
     */
    public static ShortShares of(Kilograms mass, List<Claimed> claims, ShareRule rule, long quantumKg) {
        List<Claimed> sorted = claims.stream().sorted(Comparator.comparing(Claimed::id)).toList();
        long least = sorted.stream().mapToLong(each -> each.least().kg()).sum();
        long most = sorted.stream().mapToLong(each -> each.most().kg()).sum();
        if (mass.kg() < least || mass.kg() > most) throw new IllegalArgumentException("not between what came and what was agreed: " + mass);
        boolean whole = quantumKg > 1 && inTrucks(mass.kg(), sorted, quantumKg);
        long quantum = whole ? quantumKg : 1;
        return new ShortShares(rule == ShareRule.FIRST_COMMITTED ? inOrder(mass.kg(), sorted, quantum) : atLevel(mass.kg(), sorted, rule, quantum), whole);
    }

    /** A claim's share. */
    public Got of(String claim) {
        Got found = got.get(claim);
        if (found == null) throw new IllegalArgumentException("nobody claimed as " + claim);
        return found;
    }

    private static boolean inTrucks(long mass, List<Claimed> claims, long quantum) {
        boolean each = claims.stream().allMatch(claim -> low(claim, quantum) <= high(claim, quantum));
        long least = claims.stream().mapToLong(claim -> low(claim, quantum)).sum();
        long most = claims.stream().mapToLong(claim -> high(claim, quantum)).sum();
        return each && mass % quantum == 0 && least <= mass && mass <= most;
    }

    private static long low(Claimed claim, long quantum) {
        return Math.ceilDiv(claim.least().kg(), quantum) * quantum;
    }

    private static long high(Claimed claim, long quantum) {
        return claim.most().kg() / quantum * quantum;
    }

    private static Map<String, Got> atLevel(long mass, List<Claimed> claims, ShareRule rule, long quantum) {
        if (claims.isEmpty()) return Map.of();
        Level.Parts exact = Level.of(claims.stream().map(claim -> part(claim, rule, quantum)).toList(), mass);
        List<BigInteger> units = Remainders.round(exact.over(), exact.under().multiply(BigInteger.valueOf(quantum)));
        List<How> how = IntStream.range(0, claims.size()).mapToObj(i -> how(claims.get(i), exact.over().get(i), exact.under(), quantum)).toList();
        long level = IntStream.range(0, claims.size()).filter(i -> how.get(i) == How.LEVEL).mapToLong(i -> level(claims.get(i), exact.over().get(i), exact.under(), rule)).findFirst().orElse(0);
        Map<String, Got> got = new HashMap<>();
        for (int i = 0; i < claims.size(); i++) got.put(claims.get(i).id(), new Got(new Kilograms(units.get(i).longValueExact() * quantum), how.get(i), level));
        return got;
    }

    /** A claim to nothing weighs a kilogram. */
    private static Level.Part part(Claimed claim, ShareRule rule, long quantum) {
        long weight = rule == ShareRule.PROPORTIONAL ? Math.max(1, claim.claim().kg()) : 1;
        long offset = rule == ShareRule.EQUAL_LOSSES ? claim.claim().kg() : 0;
        return new Level.Part(offset, weight, low(claim, quantum), high(claim, quantum));
    }

    private static How how(Claimed claim, BigInteger over, BigInteger under, long quantum) {
        if (over.equals(under.multiply(BigInteger.valueOf(high(claim, quantum))))) return How.MOST;
        return over.equals(under.multiply(BigInteger.valueOf(low(claim, quantum)))) ? How.LEAST : How.LEVEL;
    }

    /** Rounded half up: for reading, the share itself is exact. */
    private static long level(Claimed claim, BigInteger over, BigInteger under, ShareRule rule) {
        BigInteger claimed = BigInteger.valueOf(Math.max(1, claim.claim().kg()));
        return switch (rule) {
            case PROPORTIONAL -> halfUp(over.multiply(BILLION), under.multiply(claimed));
            case EQUAL_AWARDS -> halfUp(over, under);
            case EQUAL_LOSSES -> halfUp(claimed.multiply(under).subtract(over), under);
            case FIRST_COMMITTED -> 0;
        };
    }

    private static long halfUp(BigInteger over, BigInteger under) {
        return over.shiftLeft(1).add(under).divide(under.shiftLeft(1)).longValueExact();
    }

    private static Map<String, Got> inOrder(long mass, List<Claimed> claims, long quantum) {
        long left = mass - claims.stream().mapToLong(claim -> low(claim, quantum)).sum();
        List<Claimed> order = new ArrayList<>(claims);
        order.sort(Comparator.comparing(Claimed::committedAt).thenComparing(Claimed::id));
        Map<String, Got> got = new HashMap<>();
        for (Claimed claim : order) {
            long more = Math.min(left, high(claim, quantum) - low(claim, quantum));
            left -= more;
            got.put(claim.id(), new Got(new Kilograms(low(claim, quantum) + more), How.ORDER, 0));
        }
        return got;
    }
}
