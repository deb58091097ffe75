package org.jucai.platform.contracts.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ControlCalendarTest {

    private static final LocalDate MAY_1 = LocalDate.of(2027, 5, 1);

    private static ControlPeriod period(AlertLevel level, int from, int to, boolean blocks) {
        return new ControlPeriod(new UUID(3, from * 100L + to), new UUID(3, 0), "XM-A", level, MAY_1.plusDays(from), MAY_1.plusDays(to), blocks, "郑环预警〔2027〕3号",
                Instant.EPOCH, 1);
    }

    private static ControlCalendar calendar(ControlPeriod... periods) {
        return ControlCalendar.of("XM-A", List.of(periods));
    }

    @Test
    void threeBlockedDaysMakeATermThreeDaysLonger() {
        ControlCalendar calendar = calendar(period(AlertLevel.ORANGE, 4, 6, true));
        assertThat(calendar.blockedDays(MAY_1, MAY_1.plusDays(9))).isEqualTo(3);
        assertThat(calendar.extended(MAY_1, MAY_1.plusDays(9))).isEqualTo(MAY_1.plusDays(12));
    }

    @Test
    void daysBlockedInTheLongerPartMakeItLongerStillAndNoDayCountsTwice() {
        ControlCalendar calendar = calendar(period(AlertLevel.ORANGE, 4, 6, true), period(AlertLevel.RED, 5, 7, true), period(AlertLevel.RED, 11, 12, true));
        assertThat(calendar.blockedDays(MAY_1, MAY_1.plusDays(9))).isEqualTo(4);
        assertThat(calendar.extended(MAY_1, MAY_1.plusDays(9))).isEqualTo(MAY_1.plusDays(15));
        assertThat(calendar.blocking(MAY_1.plusDays(5))).hasValueSatisfying(gravest -> assertThat(gravest.level()).isEqualTo(AlertLevel.RED));
    }

    @Test
    void anAlertThatBlocksNothingAndOneOfAnotherZoneAndOneAfterTheTermLeaveItAsItWas() {
        LocalDate end = MAY_1.plusDays(9);
        assertThat(calendar(period(AlertLevel.YELLOW, 2, 5, false)).extended(MAY_1, end)).isEqualTo(end);
        assertThat(calendar(period(AlertLevel.RED, 10, 20, true)).extended(MAY_1, end)).isEqualTo(end);
        assertThat(ControlCalendar.of("XM-B", List.of(period(AlertLevel.RED, 2, 5, true))).extended(MAY_1, end)).isEqualTo(end);
    }

    @Test
    void anAlertLiftedEarlyGivesItsDaysBack() {
        ControlPeriod lifted = period(AlertLevel.RED, 2, 8, true).lifted(MAY_1.plusDays(3));
        assertThat(calendar(lifted).extended(MAY_1, MAY_1.plusDays(9))).isEqualTo(MAY_1.plusDays(11));
        assertThat(lifted.version()).isEqualTo(2);
    }

    /** The claim: after its extension a term has exactly as many open days as it was given days, ends on an open one, and never shrinks. */
    @Test
    void whateverIsBlockedATermHasAsManyOpenDaysAsItWasGiven() {
        int longer = 0;
        for (long seed = 1; seed <= 1_000; seed++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            List<ControlPeriod> periods = new ArrayList<>();
            for (int i = chance.nextInt(6); i > 0; i--) {
                int from = chance.nextInt(70) - 10;
                periods.add(period(AlertLevel.values()[chance.nextInt(3)], from, from + chance.nextInt(15), chance.nextInt(4) > 0));
            }
            ControlCalendar calendar = ControlCalendar.of("XM-A", periods);
            LocalDate from = MAY_1.plusDays(chance.nextInt(30));
            LocalDate to = from.plusDays(chance.nextInt(31));
            LocalDate last = calendar.extended(from, to);
            int given = Math.toIntExact(from.datesUntil(to.plusDays(1)).count());
            assertThat(calendar.openDays(from, to)).as("seed %d", seed).hasSize(given);
            assertThat(last).as("seed %d", seed).isAfterOrEqualTo(to);
            if (last.isAfter(to)) {
                longer++;
                assertThat(calendar.isOpen(last)).as("seed %d: no day too many", seed).isTrue();
            }
        }
        assertThat(longer).isGreaterThan(300);
    }
}
