package org.jucai.platform.kernel;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final long SEED = 20260929L;

    /** National day as the notice for 2026 has it: 1 to 7 October off, Saturday the 10th worked. */
    private static final WorkingDays OCTOBER = new WorkingDays(Map.of(2026, new WorkingDays.Year(
            IntStream.rangeClosed(1, 7).mapToObj(day -> LocalDate.of(2026, 10, day)).collect(toSet()),
            Set.of(LocalDate.of(2026, 10, 10)))));

    @Test
    void theDayOfTheEventDoesNotCount() {
        assertThat(OCTOBER.calendarDays(day("2026-09-14"), 3).lastOn()).isEqualTo("2026-09-17");
    }

    @Test
    void aLastDayThatIsOffMovesOn() {
        assertThat(OCTOBER.calendarDays(day("2026-09-29"), 3).lastOn()).isEqualTo("2026-10-08");
        assertThat(OCTOBER.calendarDays(day("2026-09-16"), 3).lastOn()).as("a Saturday").isEqualTo("2026-09-21");
    }

    @Test
    void aWorkedSaturdayIsAWorkingDay() {
        assertThat(OCTOBER.isWorking(day("2026-10-10"))).isTrue();
        assertThat(OCTOBER.calendarDays(day("2026-10-07"), 3).lastOn()).isEqualTo("2026-10-10");
        assertThat(OCTOBER.workingDays(day("2026-10-08"), 2).lastOn()).isEqualTo("2026-10-10");
    }

    @Test
    void workingDaysSkipTheHoliday() {
        assertThat(OCTOBER.workingDays(day("2026-09-30"), 1).lastOn()).isEqualTo("2026-10-08");
        assertThat(OCTOBER.after(day("2026-09-30"))).isEqualTo("2026-10-08");
    }

    @Test
    void aYearWithoutACalendarIsNamed() {
        WorkingDays.Term term = OCTOBER.calendarDays(day("2026-12-30"), 3);
        assertThat(term.lastOn()).as("a Saturday moved on by weekends alone").isEqualTo("2027-01-04");
        assertThat(term.yearsNotLoaded()).containsExactly(2027);
        assertThat(OCTOBER.calendarDays(day("2026-09-29"), 3).yearsNotLoaded()).isEmpty();
        assertThat(WorkingDays.WEEKENDS_ONLY.workingDays(day("2026-09-30"), 1).lastOn()).isEqualTo("2026-10-01");
    }

    @Test
    void aNegativeTermIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> OCTOBER.calendarDays(day("2026-09-29"), -1));
        assertThatIllegalArgumentException().isThrownBy(() -> OCTOBER.workingDays(day("2026-09-29"), -1));
    }

    @Test
    void exactlyAsManyWorkingDaysLieInATermAsItHas() {
        for (int run = 0; run < 300; run++) {
            RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED + run);
            WorkingDays days = someYear(chance);
            LocalDate event = LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(330));
            int length = 1 + chance.nextInt(1 + run / 20);
            WorkingDays.Term term = days.workingDays(event, length);
            Stream<LocalDate> counted = event.plusDays(1).datesUntil(term.lastOn().plusDays(1)).filter(days::isWorking);
            assertThat(counted.count()).as("seed %s", SEED + run).isEqualTo(length);
            assertThat(days.isWorking(term.lastOn())).as("seed %s", SEED + run).isTrue();
            assertThat(days.isWorking(days.calendarDays(event, length).lastOn())).as("seed %s", SEED + run).isTrue();
        }
    }

    private static WorkingDays someYear(RandomGenerator chance) {
        Set<LocalDate> off = Stream.generate(() -> LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(365))).limit(20).collect(toSet());
        Set<LocalDate> makeUp = Stream.generate(() -> LocalDate.of(2026, 1, 1).plusDays(chance.nextInt(365))).limit(6)
                .filter(day -> !off.contains(day)).collect(toSet());
        return new WorkingDays(Map.of(2026, new WorkingDays.Year(off, makeUp)));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
