package org.jucai.platform.award.shares;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jucai.platform.kernel.Kilograms;

/**
 * Shares of a mass among claims: between each claim's minimum and maximum, summing to the mass to the kilogram.
 *
 * @param kg by claim, in the order of ids
 * @param unplaced what is beyond the maxima of all
 * @param wholeTrucks whether all shares are whole trucks
 */
public record Sharing(Map<String, Kilograms> kg, Kilograms unplaced, boolean wholeTrucks) {

    public Sharing {
        kg = Map.copyOf(kg);
    }

    /**
     * Shares by a rule. Where each claim can have whole trucks, and the mass can be had of them, shares are whole trucks; else kilograms.
     *
     * @param mass at least the sum of the minima
     * @param quantumKg mass of a truck, or 1
     */
    public static Sharing of(Kilograms mass, List<Claim> claims, ShareRule rule, long quantumKg) {
        List<Claim> sorted = claims.stream().sorted(Comparator.comparing(Claim::id)).toList();
        long least = sorted.stream().mapToLong(claim -> claim.minimum().kg()).sum();
        if (mass.kg() < least) throw new IllegalArgumentException("less than the minima of its lines: " + mass);
        long placed = Math.min(mass.kg(), sorted.stream().mapToLong(claim -> claim.maximum().kg()).sum());
        boolean whole = quantumKg > 1 && inQuanta(placed, sorted, quantumKg);
        long quantum = whole ? quantumKg : 1;
        List<Long> shares = rule == ShareRule.FIRST_COMMITTED ? inOrder(placed, sorted, quantum) : atLevel(placed, sorted, rule, quantum);
        Map<String, Kilograms> kg = new HashMap<>();
        for (int i = 0; i < shares.size(); i++) kg.put(sorted.get(i).id(), new Kilograms(shares.get(i)));
        return new Sharing(kg, new Kilograms(mass.kg() - placed), whole);
    }

    /** A claim's share. */
    public Kilograms kg(Claim claim) {
        return kg.getOrDefault(claim.id(), Kilograms.ZERO);
    }

    private static boolean inQuanta(long mass, List<Claim> claims, long quantum) {
        boolean each = claims.stream().allMatch(claim -> low(claim, quantum) <= high(claim, quantum));
        long least = claims.stream().mapToLong(claim -> low(claim, quantum)).sum();
        long most = claims.stream().mapToLong(claim -> high(claim, quantum)).sum();
        return each && mass % quantum == 0 && least <= mass && mass <= most;
    }

    private static long low(Claim claim, long quantum) {
        return Math.ceilDiv(claim.minimum().kg(), quantum) * quantum;
    }

    private static long high(Claim claim, long quantum) {
        return claim.maximum().kg() / quantum * quantum;
    }

    private static List<Long> atLevel(long mass, List<Claim> claims, ShareRule rule, long quantum) {
        if (claims.isEmpty()) return List.of();
        List<Level.Part> parts = claims.stream().map(claim -> part(claim, rule, quantum)).toList();
        Level.Parts exact = Level.of(parts, mass);
        BigInteger under = exact.under().multiply(BigInteger.valueOf(quantum));
        return Remainders.round(exact.over(), under).stream().map(units -> units.longValueExact() * quantum).toList();
    }

    /** In proportion to nothing there is no share: a target of zero weighs a kilogram. */
    private static Level.Part part(Claim claim, ShareRule rule, long quantum) {
        long weight = rule == ShareRule.PROPORTIONAL ? Math.max(1, claim.target().kg()) : 1;
        long offset = rule == ShareRule.EQUAL_LOSSES ? claim.target().kg() : 0;
        return new Level.Part(offset, weight, low(claim, quantum), high(claim, quantum));
    }

    private static List<Long> inOrder(long mass, List<Claim> claims, long quantum) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) order.add(i);
        order.sort(Comparator.comparing((Integer i) -> claims.get(i).committedAt()).thenComparing(Comparator.naturalOrder()));
        List<Long> shares = new ArrayList<>(claims.stream().map(claim -> low(claim, quantum)).toList());
        long left = mass - shares.stream().mapToLong(Long::longValue).sum();
        for (boolean toTarget : new boolean[] {true, false}) {
            for (int i : order) {
                long to = toTarget ? claims.get(i).target().kg() / quantum * quantum : high(claims.get(i), quantum);
                long more = Math.max(0, Math.min(left, to - shares.get(i)));
                shares.set(i, shares.get(i) + more);
                left -= more;
            }
        }
        return shares;
    }
}
