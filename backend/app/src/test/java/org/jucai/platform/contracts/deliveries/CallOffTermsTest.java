package org.jucai.platform.contracts.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

class CallOffTermsTest {

    private static CallOffTerms terms(long contracted, long calledOff, int bp) {
        return new CallOffTerms(new Kilograms(contracted), new Kilograms(calledOff), bp);
    }

    @Test
    void fivePercentOfAHundredTonnesAreFiveEitherWay() {
        CallOffTerms terms = terms(100_000, 64_000, 500);
        assertThat(terms.most()).isEqualTo(new Kilograms(105_000));
        assertThat(terms.least()).isEqualTo(new Kilograms(95_000));
        assertThat(terms.room()).isEqualTo(new Kilograms(41_000));
        assertThat(terms.roomFor(new Kilograms(32_000))).isEqualTo(new Kilograms(73_000));
    }

    @Test
    void aPartOfAKilogramIsNoRoomAndNoExcuse() {
        CallOffTerms terms = terms(33_333, 0, 10);
        assertThat(terms.most()).isEqualTo(new Kilograms(33_366));
        assertThat(terms.least()).isEqualTo(new Kilograms(33_300));
    }

    @Test
    void whatIsMissingBelowTheToleranceIsShortAndWithinItIsNot() {
        CallOffTerms terms = terms(100_000, 0, 500);
        assertThat(terms.shortBy(new Kilograms(95_000))).isEqualTo(Kilograms.ZERO);
        assertThat(terms.shortBy(new Kilograms(94_999))).isEqualTo(new Kilograms(1));
        assertThat(terms.shortBy(new Kilograms(101_000))).isEqualTo(Kilograms.ZERO);
    }

    @Test
    void withoutToleranceNothingMoreComes() {
        assertThat(terms(32_000, 32_000, 0).room()).isEqualTo(Kilograms.ZERO);
    }
}
