package org.jucai.platform.finance.interest;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a debt costs: each day, what is owed at its end times the rate of the day, over the days of a year. The day on which money goes out counts, the
 * day on which it comes back does not (算头不算尾). A day is a day: leap days and 31sts too. Nothing is rounded in here. Pure.
 *
 * @param principal what is owed from a day on, in fen, zero or more; before the first step nothing
 * @param ratesPpm the rate of a year from a day on, in parts per million (4.35 % is 43,500); no step before the first debt is a fault
 */
public record Accrual(NavigableMap<LocalDate, Long> principal, NavigableMap<LocalDate, Long> ratesPpm, DayCount dayCount) {

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    public Accrual {
        principal = copy(principal);
        ratesPpm = copy(ratesPpm);
        if (principal.values().stream().anyMatch(fen -> fen < 0)) throw new IllegalArgumentException("what is owed is never below zero");
        if (ratesPpm.values().stream().anyMatch(rate -> rate < 0)) throw new IllegalArgumentException("a rate is never below zero");
    }

    private static NavigableMap<LocalDate, Long> copy(Map<LocalDate, Long> steps) {
        return Collections.unmodifiableNavigableMap(new TreeMap<>(steps));
    }

    /** A change of what is owed. @param fen above zero goes out, below zero comes back */
    public record Change(LocalDate on, long fen) {}

    /** From changes in any order: those of a day count together. */
    public static NavigableMap<LocalDate, Long> steps(Collection<Change> changes) {
        NavigableMap<LocalDate, Long> byDay = new TreeMap<>();
        changes.forEach(change -> byDay.merge(change.on(), change.fen(), Math::addExact));
        long owed = 0;
        for (Map.Entry<LocalDate, Long> day : byDay.entrySet()) {
            owed = Math.addExact(owed, day.getValue());
            day.setValue(owed);
        }
        return byDay;
    }

    /** Interest of the days from {@code from} on up to and without {@code until}, exact. */
    public Exact between(LocalDate from, LocalDate until) {
        TreeSet<LocalDate> bounds = new TreeSet<>();
        if (from.isBefore(until)) bounds.add(from);
        bounds.addAll(principal.subMap(from, false, max(from, until), false).keySet());
        bounds.addAll(ratesPpm.subMap(from, false, max(from, until), false).keySet());
        BigInteger sum = BigInteger.ZERO;
        for (LocalDate start : bounds) {
            LocalDate next = bounds.higher(start);
            sum = sum.add(stretch(start, next == null ? until : next));
        }
        return new Exact(sum, MILLION.multiply(BigInteger.valueOf(dayCount.days())));
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** Days on which neither changes: fen × ppm × days. */
    private BigInteger stretch(LocalDate from, LocalDate until) {
        Map.Entry<LocalDate, Long> owed = principal.floorEntry(from);
        if (owed == null || owed.getValue() == 0) return BigInteger.ZERO;
        Map.Entry<LocalDate, Long> rate = ratesPpm.floorEntry(from);
        if (rate == null) throw new IllegalArgumentException("no rate on " + from);
        return BigInteger.valueOf(owed.getValue()).multiply(BigInteger.valueOf(rate.getValue())).multiply(BigInteger.valueOf(ChronoUnit.DAYS.between(from, until)));
    }

    /** Interest up to the end of a day, in whole fen: rounded once, over all of its days. */
    public long accruedFen(LocalDate first, LocalDate endOf) {
        return between(first, endOf.plusDays(1)).rounded();
    }

    /** What a day adds to the whole fen booked so far, so that all days together are rounded once: the parts of a period sum to it, to the fen. */
    public long ofDayFen(LocalDate first, LocalDate day) {
        return accruedFen(first, day) - (day.isAfter(first) ? accruedFen(first, day.minusDays(1)) : 0);
    }
}
