package org.jucai.platform.finance.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class AccrualTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 11, 3);

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Two years with a leap day in them, money going out and coming back, rates that change. */
    private static List<Accrual.Change> changes(RandomGenerator random) {
        List<Accrual.Change> changes = new ArrayList<>(List.of(new Accrual.Change(FIRST, 1 + random.nextLong(1_000_000_000_000L))));
        long owed = changes.getFirst().fen();
        LocalDate on = FIRST;
        for (int i = random.nextInt(12); i > 0; i--) {
            on = on.plusDays(random.nextLong(0, 90));
            long fen = random.nextBoolean() ? random.nextLong(1_000_000_000L) : -random.nextLong(owed + 1);
            owed += fen;
            changes.add(new Accrual.Change(on, fen));
        }
        return changes;
    }

    private static NavigableMap<LocalDate, Long> rates(RandomGenerator random) {
        NavigableMap<LocalDate, Long> rates = new TreeMap<>(Map.of(FIRST, random.nextLong(240_000)));
        for (int i = random.nextInt(4); i > 0; i--) rates.put(FIRST.plusDays(random.nextLong(700)), random.nextLong(240_000));
        return rates;
    }

    private static Accrual accrual(long seed) {
        RandomGenerator random = random(seed);
        return new Accrual(Accrual.steps(changes(random)), rates(random), seed % 2 == 0 ? DayCount.ACTUAL_360 : DayCount.ACTUAL_365);
    }

    @Test
    void aPeriodIsTheSumOfItsDaysExactlyWhereverItIsSplit() {
        for (long seed = 1; seed <= 300; seed++) {
            Accrual accrual = accrual(seed);
            RandomGenerator random = random(-seed);
            LocalDate end = FIRST.plusDays(random.nextLong(730));
            LocalDate split = FIRST.plusDays(random.nextLong(731)).isAfter(end) ? FIRST : FIRST.plusDays(random.nextLong(end.toEpochDay() - FIRST.toEpochDay() + 1));
            assertThat(accrual.between(FIRST, split).plus(accrual.between(split, end))).as("seed %d, split on %s", seed, split).isEqualTo(accrual.between(FIRST, end));
            Exact daily = FIRST.datesUntil(end).map(day -> accrual.between(day, day.plusDays(1))).reduce(Exact.ZERO, Exact::plus);
            assertThat(daily).as("seed %d, day by day", seed).isEqualTo(accrual.between(FIRST, end));
        }
    }

    /** Written anew and plainly: each day by itself, no stretches. */
    @Test
    void eachDayIsWhatIsOwedAtItsEndTimesItsRateOverTheDaysOfAYear() {
        for (long seed = 1; seed <= 100; seed++) {
            Accrual accrual = accrual(seed);
            for (LocalDate day = FIRST.minusDays(2); day.isBefore(FIRST.plusDays(500)); day = day.plusDays(1)) {
                long owed = accrual.principal().headMap(day, true).isEmpty() ? 0 : accrual.principal().headMap(day, true).lastEntry().getValue();
                long rate = accrual.ratesPpm().headMap(day, true).isEmpty() ? 0 : accrual.ratesPpm().headMap(day, true).lastEntry().getValue();
                Exact plain = new Exact(BigInteger.valueOf(owed).multiply(BigInteger.valueOf(rate)), BigInteger.valueOf(1_000_000L * accrual.dayCount().days()));
                assertThat(accrual.between(day, day.plusDays(1))).as("seed %d, %s", seed, day).isEqualTo(plain);
            }
        }
    }

    @Test
    void theOrderInWhichPaymentsBecomeKnownChangesNothing() {
        for (long seed = 1; seed <= 200; seed++) {
            List<Accrual.Change> changes = changes(random(seed));
            NavigableMap<LocalDate, Long> before = Accrual.steps(changes);
            Collections.shuffle(changes, new Random(seed));
            assertThat(Accrual.steps(changes)).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void interestOfTwoDebtsIsTheInterestOfBothTogether() {
        for (long seed = 1; seed <= 200; seed++) {
            NavigableMap<LocalDate, Long> rates = rates(random(seed));
            List<Accrual.Change> one = changes(random(seed + 1_000));
            List<Accrual.Change> other = changes(random(seed + 2_000));
            List<Accrual.Change> both = new ArrayList<>(one);
            both.addAll(other);
            LocalDate end = FIRST.plusDays(600);
            assertThat(of(one, rates).between(FIRST, end).plus(of(other, rates).between(FIRST, end))).as("seed %d", seed).isEqualTo(of(both, rates).between(FIRST, end));
        }
    }

    private static Accrual of(List<Accrual.Change> changes, NavigableMap<LocalDate, Long> rates) {
        return new Accrual(Accrual.steps(changes), rates, DayCount.ACTUAL_360);
    }

    @Test
    void whatDaysBookSumsToThePeriodRoundedOnce() {
        for (long seed = 1; seed <= 100; seed++) {
            Accrual accrual = accrual(seed);
            LocalDate last = FIRST.plusDays(random(seed).nextLong(1, 700));
            long booked = FIRST.datesUntil(last.plusDays(1)).mapToLong(day -> accrual.ofDayFen(FIRST, day)).sum();
            assertThat(booked).as("seed %d", seed).isEqualTo(accrual.between(FIRST, last.plusDays(1)).rounded());
        }
    }

    @Test
    void leapDays31stsAndTheEndOfAYearAreDaysLikeOthers() {
        Accrual accrual = constant(36_000_000_000L, 10_000);
        assertThat(accrual.between(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 3, 1)).rounded()).as("28 and 29 February 2028").isEqualTo(2_000_000);
        assertThat(accrual.between(LocalDate.of(2029, 2, 28), LocalDate.of(2029, 3, 1)).rounded()).as("28 February 2029").isEqualTo(1_000_000);
        assertThat(accrual.between(LocalDate.of(2028, 1, 31), LocalDate.of(2028, 2, 1)).rounded()).as("a 31st").isEqualTo(1_000_000);
        assertThat(accrual.between(LocalDate.of(2027, 12, 31), LocalDate.of(2028, 1, 2)).rounded()).as("over the year's end").isEqualTo(2_000_000);
        assertThat(accrual.between(LocalDate.of(2028, 1, 1), LocalDate.of(2029, 1, 1)).rounded()).as("a leap year").isEqualTo(366_000_000);
    }

    private static Accrual constant(long fen, long ppm) {
        return new Accrual(new TreeMap<>(Map.of(FIRST, fen)), new TreeMap<>(Map.of(FIRST, ppm)), DayCount.ACTUAL_360);
    }

    @Test
    void theDayMoneyGoesOutCountsAndTheDayItComesBackDoesNot() {
        Accrual accrual = of(List.of(new Accrual.Change(FIRST, 36_000_000L), new Accrual.Change(FIRST.plusDays(1), -36_000_000L)), new TreeMap<>(Map.of(FIRST, 10_000L)));
        assertThat(accrual.between(FIRST.minusDays(5), FIRST.plusDays(5)).rounded()).isEqualTo(1_000);
        assertThat(of(List.of(new Accrual.Change(FIRST, 36_000_000L), new Accrual.Change(FIRST, -36_000_000L)), new TreeMap<>(Map.of(FIRST, 10_000L))).between(FIRST, FIRST.plusDays(9)))
                .as("out and back on one day").isEqualTo(Exact.ZERO);
    }

    @Test
    void halfAFenGoesUpOnceAndADebtWithoutARateIsAFault() {
        assertThat(new Exact(BigInteger.ONE, BigInteger.TWO).rounded()).isEqualTo(1);
        assertThat(new Exact(BigInteger.valueOf(-1), BigInteger.TWO).rounded()).isEqualTo(-1);
        assertThat(new Exact(BigInteger.valueOf(49), BigInteger.valueOf(100)).rounded()).isZero();
        Accrual late = new Accrual(new TreeMap<>(Map.of(FIRST, 1L)), new TreeMap<>(Map.of(FIRST.plusDays(1), 1L)), DayCount.ACTUAL_360);
        assertThatThrownBy(() -> late.between(FIRST, FIRST.plusDays(1))).hasMessageContaining("no rate on " + FIRST);
        assertThatThrownBy(() -> constant(-1, 1)).hasMessageContaining("below zero");
    }
}
