package org.jucai.platform.finance.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jucai.platform.kernel.Fen;
import org.junit.jupiter.api.Test;

class WaterfallTest {

    private static final int CASES = 4_000;

    private record Case(long seed, Fen debt, Waterfall.Means means, Waterfall.Shares shares, Waterfall waterfall) {}

    /** Small amounts first: a fen too much or too little shows there. */
    private static List<Case> cases() {
        return java.util.stream.LongStream.rangeClosed(1, CASES).mapToObj(seed -> {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            long most = seed < CASES / 2 ? 30 : 1_000_000_000_000L;
            Fen debt = new Fen(chance.nextLong(most));
            Waterfall.Means means = new Waterfall.Means(some(chance, most), some(chance, most), some(chance, most), some(chance, most));
            int fund = chance.nextInt(10_001);
            Waterfall.Shares shares = new Waterfall.Shares(fund, chance.nextInt(10_001 - fund));
            return new Case(seed, debt, means, shares, Waterfall.of(debt, means, shares));
        }).toList();
    }

    private static Fen some(RandomGenerator chance, long most) {
        return new Fen(chance.nextInt(4) == 0 ? 0 : chance.nextLong(most));
    }

    @Test
    void whatAllPayIsTheDebtToTheFen() {
        for (Case one : cases()) {
            assertThat(one.waterfall().tranches().stream().mapToLong(each -> each.pays().fen()).sum()).as("seed %d", one.seed()).isEqualTo(one.debt().fen());
        }
    }

    @Test
    void eachTrancheIsExhaustedBeforeTheNextPays() {
        for (Case one : cases()) {
            List<Waterfall.Tranche> tranches = one.waterfall().tranches();
            for (int later = 1; later < tranches.size(); later++) {
                if (tranches.get(later).pays().fen() == 0) continue;
                assertThat(tranches.subList(0, later)).as("seed %d: before %s", one.seed(), tranches.get(later)).allMatch(each -> each.pays().equals(each.most()));
            }
        }
    }

    @Test
    void nobodyPaysMoreThanItHasAndOfTheLossNoMoreThanItsShareRoundedUp() {
        for (Case one : cases()) {
            Waterfall it = one.waterfall();
            assertThat(it.tranches()).as("seed %d", one.seed()).allMatch(each -> each.pays().fen() >= 0 && each.pays().compareTo(each.most()) <= 0);
            assertThat(it.paidBy(Waterfall.Source.FUND).fen()).as("seed %d", one.seed()).isLessThanOrEqualTo(Math.min(one.means().fund().fen(), share(it, one.shares().fundBp())));
            assertThat(it.paidBy(Waterfall.Source.GUARANTOR).fen()).as("seed %d", one.seed())
                    .isLessThanOrEqualTo(Math.min(one.means().guarantor().fen(), share(it, one.shares().guarantorBp())));
            assertThat(it.depositLeft().plus(it.paidBy(Waterfall.Source.DEPOSIT))).isEqualTo(one.means().deposit());
            assertThat(it.collateralLeft().plus(it.paidBy(Waterfall.Source.COLLATERAL))).isEqualTo(one.means().collateral());
        }
    }

    private static long share(Waterfall it, int shareBp) {
        return Math.ceilDiv(Math.multiplyExact(it.loss().fen(), (long) shareBp), 10_000L);
    }

    @Test
    void theSharesOfALossAreTheWhole() {
        for (int fund = 0; fund <= 10_000; fund += 250) {
            for (int guarantor = 0; guarantor <= 10_000 - fund; guarantor += 250) {
                assertThat(fund + guarantor + new Waterfall.Shares(fund, guarantor).bankBp()).isEqualTo(10_000);
            }
        }
        assertThatThrownBy(() -> new Waterfall.Shares(6_000, 4_001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLossThatAnEmptyFundDoesNotCoverIsTheBanks() {
        Waterfall it = Waterfall.of(new Fen(1_000), new Waterfall.Means(new Fen(100), new Fen(500), new Fen(50), Fen.ZERO), new Waterfall.Shares(5_000, 2_000));
        assertThat(it.tranches()).extracting(each -> each.pays().fen()).containsExactly(100L, 500L, 50L, 0L, 350L);
    }

    @Test
    void aFenThatCannotBeSharedGoesToTheLargestRemainderAndToTheFundWhereTheyAreEqual() {
        Fen much = new Fen(1_000);
        Waterfall it = Waterfall.of(new Fen(1), new Waterfall.Means(Fen.ZERO, Fen.ZERO, much, much), new Waterfall.Shares(5_000, 0));
        assertThat(it.paidBy(Waterfall.Source.FUND)).isEqualTo(new Fen(1));
        Waterfall three = Waterfall.of(new Fen(100), new Waterfall.Means(Fen.ZERO, Fen.ZERO, much, much), new Waterfall.Shares(3_333, 3_333));
        assertThat(three.tranches()).extracting(each -> each.pays().fen()).containsExactly(0L, 0L, 33L, 33L, 34L);
    }
}
