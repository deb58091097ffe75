package org.jucai.platform.settlement.reckoning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Who owes how much on which day, and what being late costs. */
class DebtTest {

    private static final LocalDate DUE = LocalDate.of(2027, 6, 11);

    private static Debt.Part part(LocalDate due, long fen) {
        return new Debt.Part(Optional.of(due), fen);
    }

    private static Debt debt(List<Debt.Part> parts, Debt.Paid... paid) {
        return new Debt(parts, List.of(paid), 0, 500);
    }

    @Test
    void interestStartsByItselfOnTheDayAfterTheLastDayAndRunsByTheDay() {
        Debt debt = debt(List.of(part(DUE, 6_400_000)));
        assertThat(debt.overdue(DUE)).isEqualTo(new Debt.Overdue(0, 0, List.of()));
        assertThat(debt.overdue(DUE.plusDays(1)).interestFen()).as("0.05 % of 64,000 yuan").isEqualTo(3_200);
        assertThat(debt.overdue(DUE.plusDays(10))).isEqualTo(new Debt.Overdue(6_400_000, 32_000, List.of("64,000.00 × 10 × 0.05 % = 320.00")));
    }

    @Test
    void aPartThatWasPaidBearsInterestUntilItsDayAndTheRestGoesOn() {
        Debt debt = debt(List.of(part(DUE, 6_400_000)), new Debt.Paid(DUE.plusDays(4), 4_400_000));
        assertThat(debt.outstandingFen()).isEqualTo(2_000_000);
        assertThat(debt.overdue(DUE.plusDays(10)).interestFen()).isEqualTo(4_400_000 * 4 / 2_000 + 2_000_000 * 10 / 2_000);
        assertThat(debt(List.of(part(DUE, 6_400_000)), new Debt.Paid(DUE, 6_400_000)).overdue(DUE.plusDays(400))).as("paid on its day").isEqualTo(new Debt.Overdue(0, 0, List.of()));
    }

    @Test
    void whatIsDueFirstIsPaidFirst() {
        Debt debt = debt(List.of(part(DUE.plusDays(30), 100), part(DUE, 70)), new Debt.Paid(DUE, 80));
        assertThat(debt.nextDueOn()).contains(DUE.plusDays(30));
        assertThat(debt.overdue(DUE.plusDays(31)).fen()).isEqualTo(90);
    }

    @Test
    void whatNothingStartedIsOwedAndNotDue() {
        Debt debt = debt(List.of(new Debt.Part(Optional.empty(), 100)));
        assertThat(debt.outstandingFen()).isEqualTo(100);
        assertThat(debt.nextDueOn()).isEmpty();
        assertThat(debt.overdue(DUE.plusDays(999)).interestFen()).isZero();
    }

    @Test
    void theUndisputedPartIsDueAsEverAndTheDisputedOneOnceItIsSettled() {
        Debt disputed = new Debt(List.of(part(DUE, 1_000_000)), List.of(), 400_000, 500);
        assertThat(disputed.overdue(DUE.plusDays(10))).isEqualTo(new Debt.Overdue(600_000, 3_000, List.of("6,000.00 × 10 × 0.05 % = 30.00")));
        assertThat(debt(List.of(part(DUE, 1_000_000))).overdue(DUE.plusDays(10)).interestFen()).as("from its own day, whoever was wrong").isEqualTo(5_000);
    }

    @Test
    void aServiceThatComesOutNegativeIsOwedByTheOtherSideAndLateAlike() {
        Debt debt = debt(List.of(part(DUE, -500_000), part(DUE.plusDays(5), 100_000)));
        assertThat(debt.outstandingFen()).isEqualTo(-400_000);
        assertThat(debt.overdue(DUE.plusDays(2)).interestFen()).isEqualTo(400);
    }

    @Test
    void paidOneDayAfterTheOtherNeverCostsMoreThanLaterAndTheSumIsExactToOneRounding() {
        for (long seed = 1; seed <= 300; seed++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            List<Debt.Part> parts = new ArrayList<>();
            for (int i = chance.nextInt(1, 5); i > 0; i--) parts.add(part(DUE.plusDays(chance.nextInt(60)), chance.nextLong(1, 9_000_000)));
            long total = parts.stream().mapToLong(Debt.Part::fen).sum();
            LocalDate first = DUE.plusDays(chance.nextInt(90));
            long some = chance.nextLong(1, total + 1);
            LocalDate today = DUE.plusDays(200);
            long early = debt(parts, new Debt.Paid(first, some)).overdue(today).interestFen();
            long late = debt(parts, new Debt.Paid(first.plusDays(1), some)).overdue(today).interestFen();
            assertThat(early).as("seed %d", seed).isLessThanOrEqualTo(late);
            long split = debt(parts, new Debt.Paid(first, some / 2), new Debt.Paid(first, some - some / 2)).overdue(today).interestFen();
            assertThat(split).as("in two payments on one day, seed %d", seed).isEqualTo(early);
        }
    }

    @Test
    void interestThatIsLeftIsThereOnlyOnceAllElseIsPaidAndGrowsNoMore() {
        Debt late = debt(List.of(part(DUE, 1_000_000)), new Debt.Paid(DUE.plusDays(10), 1_000_000));
        assertThat(late.interestLeftFen(0)).isEqualTo(5_000).isEqualTo(late.overdue(DUE.plusDays(300)).interestFen());
        assertThat(late.interestLeftFen(2_000)).isEqualTo(3_000);
        assertThat(late.interestLeftFen(5_000)).isZero();
        assertThat(debt(List.of(part(DUE, 1_000_000)), new Debt.Paid(DUE.plusDays(10), 999_999)).interestLeftFen(0)).as("a fen is open").isZero();
    }

    @Test
    void taxIsOutsideThePriceAndRoundedOnce() {
        assertThat(new TaxLine(1_300, 600_000_000).netFen()).isEqualTo(530_973_451);
        assertThat(new TaxLine(1_300, 600_000_000).vatFen()).isEqualTo(69_026_549);
        assertThat(new TaxLine(900, 109).netFen()).isEqualTo(100);
        assertThat(new TaxLine(100, -101).netFen()).as("a red invoice mirrors the blue one").isEqualTo(-100);
        assertThat(new TaxLine(300, 103).vatFen()).isEqualTo(3);
    }
}
