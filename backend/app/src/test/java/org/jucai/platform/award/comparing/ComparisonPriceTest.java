package org.jucai.platform.award.comparing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** What makes offers of different tax, discount and payment comparable. */
class ComparisonPriceTest {

    private static final long SEED = 20_261_123;
    private static final int CASES = 20_000;

    @Test
    void aNetPriceInCashIsComparedAsItIsWritten() {
        assertThat(new ComparisonPrice(1_300, false, 0, 240).fenPerTonne(185_000, 0)).isEqualTo(185_000);
    }

    /** 2,100.00 yuan with 13 % in it are 2,100 / 1.13 = 1,858.407…; with 3 % in it less can be deducted. */
    @Test
    void theTaxInAPriceIsTakenOutSinceTheBuyerDeductsIt() {
        assertThat(new ComparisonPrice(1_300, true, 0, 240).fenPerTonne(210_000, 0)).isEqualTo(185_841);
        assertThat(new ComparisonPrice(300, true, 0, 240).fenPerTonne(210_000, 0)).isEqualTo(203_883);
    }

    /** A bill of 180 days at 2.4 % a year: 1,858.407… / 1.012 = 1,836.371…. */
    @Test
    void aBillIsWorthLessThanCash() {
        assertThat(new ComparisonPrice(1_300, true, 180, 240).fenPerTonne(210_000, 0)).isEqualTo(183_637);
    }

    @Test
    void theDiscountComesOffFirstAndAllIsRoundedOnce() {
        assertThat(new ComparisonPrice(1_300, true, 180, 240).fenPerTonne(210_000, 250)).isEqualTo(179_046);
    }

    @Test
    void halfAFenIsRoundedUp() {
        assertThat(new ComparisonPrice(1_300, false, 0, 0).fenPerTonne(1_001, 5_000)).isEqualTo(501);
    }

    /** The same by decimals of sixty places, which no price here can fool. */
    @Test
    void whateverIsOfferedTheWholeFenIsTheNearest() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int[] rates = {100, 300, 600, 900, 1_300};
        for (int i = 0; i < CASES; i++) {
            int vat = rates[random.nextInt(rates.length)];
            boolean included = random.nextBoolean();
            int tenor = random.nextInt(366);
            int bill = random.nextInt(2_000);
            int discount = random.nextInt(5_001);
            long price = random.nextLong(1_000, 100_000_001);
            BigDecimal exact = BigDecimal.valueOf(price).multiply(BigDecimal.valueOf(10_000 - discount, 4));
            if (included) exact = exact.divide(BigDecimal.valueOf(10_000 + vat, 4), 60, RoundingMode.HALF_UP);
            exact = exact.divide(BigDecimal.ONE.add(BigDecimal.valueOf((long) bill * tenor).divide(BigDecimal.valueOf(3_600_000), 60, RoundingMode.HALF_UP)), 50, RoundingMode.HALF_UP);
            assertThat(new ComparisonPrice(vat, included, tenor, bill).fenPerTonne(price, discount))
                    .as("seed %d, case %d", SEED, i)
                    .isEqualTo(exact.setScale(0, RoundingMode.HALF_UP).longValueExact());
        }
    }
}
