package org.jucai.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VatRateTest {

    @Test
    void taxIsTakenOutRoundedHalfUpToTheFen() {
        assertThat(VatRate.THIRTEEN.takenOutOf(new FenPerTonne(196_500))).isEqualTo(new FenPerTonne(173_894));
        assertThat(VatRate.THIRTEEN.takenOutOf(new FenPerTonne(113))).isEqualTo(new FenPerTonne(100));
        assertThat(VatRate.ONE.takenOutOf(new FenPerTonne(0))).isEqualTo(new FenPerTonne(0));
    }

    @Test
    void whatIsTakenOutIsTheNearestFen() {
        for (VatRate rate : VatRate.values()) {
            for (long gross = 1; gross < 3_000; gross++) {
                long net = rate.takenOutOf(new FenPerTonne(gross)).fen();
                long twice = 2 * net * (10_000 + rate.basisPoints());
                assertThat(Math.abs(twice - 2 * gross * 10_000)).as("%s of %s", rate, gross).isLessThanOrEqualTo(10_000 + rate.basisPoints());
            }
        }
    }
}
