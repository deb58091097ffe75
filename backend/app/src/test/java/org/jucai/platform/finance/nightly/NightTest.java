package org.jucai.platform.finance.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NightTest {

    private static final LocalTime TWO = LocalTime.of(2, 0);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 22);

    @Test
    void aDaysRunIsDueFromItsTimeInBeijingOn() {
        assertThat(NightRules.due(Instant.parse("2027-03-21T17:59:59Z"), TWO)).isEqualTo(DAY.minusDays(1));
        assertThat(NightRules.due(Instant.parse("2027-03-21T18:00:00Z"), TWO)).isEqualTo(DAY);
    }

    @Test
    void aRunThatDidNotHappenIsMissedOnceItsPatienceEnds() {
        Optional<LocalDate> yesterday = Optional.of(DAY.minusDays(1));
        assertThat(NightRules.missed(Instant.parse("2027-03-21T19:59:59Z"), TWO, yesterday)).isFalse();
        assertThat(NightRules.missed(Instant.parse("2027-03-21T20:00:00Z"), TWO, yesterday)).isTrue();
        assertThat(NightRules.missed(Instant.parse("2027-03-21T20:00:00Z"), TWO, Optional.of(DAY))).isFalse();
        assertThat(NightRules.missed(Instant.parse("2027-03-21T20:00:00Z"), TWO, Optional.empty())).isTrue();
    }
}
