package org.jucai.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.WorkingDays;
import org.junit.jupiter.api.Test;

class ChoiceRulesTest {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    /** Friday the 1st of October 2027 begins a week off; Saturday the 9th is worked. */
    private static final WorkingDays DAYS = new WorkingDays(Map.of(2027, new WorkingDays.Year(
            Set.of(LocalDate.of(2027, 10, 1), LocalDate.of(2027, 10, 4), LocalDate.of(2027, 10, 5), LocalDate.of(2027, 10, 6), LocalDate.of(2027, 10, 7)), Set.of(LocalDate.of(2027, 10, 9)))));

    private static Instant beijing(int month, int day, int hour, int minute) {
        return ZonedDateTime.of(2027, month, day, hour, minute, 0, 0, BEIJING).toInstant();
    }

    private static Choices.Timing quiet(int from, int to, boolean workingDays) {
        return new Choices.Timing(Optional.of(new Choices.Quiet(from, to)), Optional.empty(), workingDays);
    }

    @Test
    void whoChoseNothingElseIsToldAtOnce() {
        Instant now = beijing(9, 30, 23, 30);
        assertThat(ChoiceRules.due(Choices.USUAL.timing(), now, DAYS)).isEqualTo(now);
    }

    @Test
    void aQuietTimeThatPassesMidnightIsWaitedOutToTheMinute() {
        Choices.Timing night = quiet(22 * 60, 8 * 60, false);
        assertThat(ChoiceRules.due(night, beijing(9, 30, 21, 59), DAYS)).isEqualTo(beijing(9, 30, 21, 59));
        assertThat(ChoiceRules.due(night, beijing(9, 30, 22, 0), DAYS)).isEqualTo(beijing(10, 1, 8, 0));
        assertThat(ChoiceRules.due(night, beijing(10, 1, 7, 59), DAYS)).isEqualTo(beijing(10, 1, 8, 0));
        assertThat(ChoiceRules.due(night, beijing(10, 1, 8, 0), DAYS)).isEqualTo(beijing(10, 1, 8, 0));
        assertThat(ChoiceRules.due(quiet(12 * 60, 14 * 60, false), beijing(9, 30, 13, 0), DAYS)).isEqualTo(beijing(9, 30, 14, 0));
    }

    @Test
    void onDaysOffNothingComesAndAWorkedSaturdayIsADay() {
        Choices.Timing working = quiet(22 * 60, 8 * 60, true);
        assertThat(ChoiceRules.due(working, beijing(9, 30, 23, 0), DAYS)).isEqualTo(beijing(10, 8, 8, 0));
        assertThat(ChoiceRules.due(working, beijing(10, 8, 23, 0), DAYS)).isEqualTo(beijing(10, 9, 8, 0));
        Choices.Timing digest = new Choices.Timing(Optional.empty(), Optional.of(9 * 60), true);
        assertThat(ChoiceRules.due(digest, beijing(9, 30, 8, 59), DAYS)).isEqualTo(beijing(9, 30, 9, 0));
        assertThat(ChoiceRules.due(digest, beijing(9, 30, 9, 0), DAYS)).isEqualTo(beijing(10, 8, 9, 0));
    }

    @Test
    void whateverIsChosenAMessageIsNeverEarlyNeverInAQuietMinuteNorOnADayOffAndWithinAFortnight() {
        long seed = 20_270_930L;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int from = random.nextInt(1_440);
            int to = (from + 1 + random.nextInt(1_438)) % 1_440;
            boolean working = random.nextBoolean();
            Optional<Integer> digest = random.nextInt(3) == 0 ? Optional.of(random.nextInt(1_440)) : Optional.empty();
            Choices.Timing timing = new Choices.Timing(Optional.of(new Choices.Quiet(from, to)), digest, working);
            Instant now = beijing(9, 20, 0, 0).plus(Duration.ofSeconds(random.nextInt(30 * 86_400)));
            Instant due = ChoiceRules.due(timing, now, DAYS);
            ZonedDateTime there = due.atZone(BEIJING);
            int minute = there.getHour() * 60 + there.getMinute();
            assertThat(due).as("seed %d: %s at %s", seed, timing, now).isAfterOrEqualTo(now).isBefore(now.plus(Duration.ofDays(14)));
            if (working) assertThat(DAYS.isWorking(there.toLocalDate())).as("%s at %s", timing, now).isTrue();
            if (digest.isEmpty()) assertThat(timing.quiet().orElseThrow().has(minute)).as("%s at %s", timing, now).isFalse();
            else assertThat(minute).isEqualTo(digest.orElseThrow());
        }
    }

    @Test
    void whatBindsCannotBeSwitchedOffInTheInboxAndWhatDoesNotCan() {
        assertThat(NoticeRules.bindsWholly(NoticeKind.CONTRACT)).isTrue();
        assertThat(NoticeRules.bindsWholly(NoticeKind.QUESTION)).isFalse();
        Choices without = new Choices(Map.of(NoticeKind.CONTRACT, new Choices.Places(false, true, false)), Choices.USUAL.timing(), Choices.Language.ZH);
        assertThatThrownBy(() -> ChoiceRules.decide(without, true).orElseRefuse()).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(NoticeRefusal.NOTICE_BINDS));
        Choices questions = new Choices(Map.of(NoticeKind.QUESTION, new Choices.Places(false, false, false)), Choices.USUAL.timing(), Choices.Language.ZH);
        assertThat(ChoiceRules.decide(questions, false).orElseRefuse()).containsExactly(questions);
    }

    @Test
    void noMessageGoesToARobotThatNobodyNamedAndNoTimeIsQuietAllDay() {
        Choices robot = new Choices(Map.of(NoticeKind.CONTRACT, new Choices.Places(true, false, true)), Choices.USUAL.timing(), Choices.Language.ZH);
        assertThatThrownBy(() -> ChoiceRules.decide(robot, false).orElseRefuse()).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(NoticeRefusal.WECOM_ROBOT_MISSING));
        Choices always = new Choices(Map.of(), quiet(600, 600, false), Choices.Language.ZH);
        assertThatThrownBy(() -> ChoiceRules.decide(always, false).orElseRefuse()).isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(NoticeRefusal.QUIET_ALL_DAY));
    }
}
