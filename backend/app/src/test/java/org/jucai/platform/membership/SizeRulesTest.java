package org.jucai.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.membership.SizeStatement.Stated;
import org.jucai.platform.membership.SizeStatement.Trade;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeRulesTest {

    private static final long SEED = 20_261_123L;
    private static final long TEN_THOUSAND_YUAN = 1_000_000;

    @ParameterizedTest
    @CsvSource({
        "INDUSTRY, 1000, 40000, LARGE", "INDUSTRY, 999, 40000, MEDIUM", "INDUSTRY, 1000, 39999, MEDIUM", "INDUSTRY, 300, 2000, MEDIUM",
        "INDUSTRY, 299, 90000, SMALL", "INDUSTRY, 300, 1999, SMALL", "INDUSTRY, 20, 300, SMALL", "INDUSTRY, 19, 90000, MICRO", "INDUSTRY, 20, 299, MICRO",
        "WHOLESALE, 200, 40000, LARGE", "WHOLESALE, 199, 90000, MEDIUM", "WHOLESALE, 200, 39999, MEDIUM", "WHOLESALE, 20, 5000, MEDIUM",
        "WHOLESALE, 19, 90000, SMALL", "WHOLESALE, 20, 4999, SMALL", "WHOLESALE, 5, 1000, SMALL", "WHOLESALE, 4, 90000, MICRO", "WHOLESALE, 5, 999, MICRO"})
    void whoMissesOneOfTheTwoFiguresIsOfTheClassBelow(Trade trade, int workers, long tenThousandYuan, SizeClass expected) {
        assertThat(SizeRules.of(stated(SizeClass.LARGE, trade, workers, tenThousandYuan * TEN_THOUSAND_YUAN))).isEqualTo(expected);
    }

    @Test
    void aFenBelowTheThresholdIsBelowIt() {
        assertThat(SizeRules.of(stated(SizeClass.LARGE, Trade.INDUSTRY, 300, 2_000 * TEN_THOUSAND_YUAN - 1))).isEqualTo(SizeClass.SMALL);
    }

    @Test
    void nobodyGetsSmallerByGrowingAndNoSmallerClassThanTheFiguresGiveIsTaken() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int turn = 0; turn < 5_000; turn++) {
            Trade trade = Trade.values()[random.nextInt(2)];
            int workers = random.nextInt(1, 1 << random.nextInt(1, 14));
            long revenue = random.nextLong(1, 1L << random.nextInt(20, 40));
            Stated said = stated(SizeClass.values()[random.nextInt(4)], trade, workers, revenue);
            Stated grown = stated(said.size(), trade, workers + random.nextInt(400), revenue + random.nextLong(1L << 36));
            assertThat(SizeRules.of(grown)).as("%s, grown to %s", said, grown).isLessThanOrEqualTo(SizeRules.of(said));
            boolean taken = SizeRules.state(new UUID(0, 1), said, 2026) instanceof Decision.Accepted<MemberEvent>;
            assertThat(taken).as("%s", said).isEqualTo(said.size().ordinal() <= SizeRules.of(said).ordinal());
        }
    }

    @Test
    void figuresOfAYearThatHasNotComeAreRefused() {
        assertThat(SizeRules.state(new UUID(0, 1), stated(SizeClass.MICRO, Trade.INDUSTRY, 3, 1), 2025))
                .isInstanceOfSatisfying(Decision.Refused.class, no -> assertThat(no.refusal()).isEqualTo(MembershipRefusal.SUPPLIER_SIZE_YEAR_AHEAD));
    }

    private static Stated stated(SizeClass size, Trade trade, int workers, long revenueFen) {
        return new Stated(size, trade, 2026, workers, new Fen(revenueFen));
    }
}
