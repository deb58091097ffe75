package org.jucai.platform.notifications;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.WorkingDays;

/** What may be chosen, and when a message may come. Days and hours are Beijing's. */
final class ChoiceRules {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int MINUTES_OF_A_DAY = 1440;

    private ChoiceRules() {}

    /** @param robotKnown whether there is, or comes with it, a robot of 企业微信 to post to */
    static Decision<Choices> decide(Choices wanted, boolean robotKnown) {
        for (NoticeKind kind : wanted.kinds().keySet()) {
            if (NoticeRules.bindsWholly(kind) && !wanted.of(kind).inbox()) return Decision.refuse(NoticeRefusal.NOTICE_BINDS, java.util.Map.of("kind", kind));
        }
        if (wanted.timing().quiet().filter(quiet -> quiet.fromMinute() == quiet.toMinute()).isPresent()) return Decision.refuse(NoticeRefusal.QUIET_ALL_DAY);
        return wanted.wantsWeCom() && !robotKnown ? Decision.refuse(NoticeRefusal.WECOM_ROBOT_MISSING) : Decision.accept(wanted);
    }

    /** The first instant, now or later, at which a message may come. */
    static Instant due(Choices.Timing timing, Instant now, WorkingDays days) {
        return timing.digestAtMinute().map(minute -> digest(minute, timing, now, days)).orElseGet(() -> atOnce(timing, now, days));
    }

    private static Instant digest(int minute, Choices.Timing timing, Instant now, WorkingDays days) {
        LocalDate today = now.atZone(BEIJING).toLocalDate();
        LocalDate first = at(today, minute).isAfter(now) ? today : today.plusDays(1);
        return at(timing.workingDaysOnly() ? days.onOrAfter(first) : first, minute);
    }

    private static Instant atOnce(Choices.Timing timing, Instant now, WorkingDays days) {
        ZonedDateTime here = now.atZone(BEIJING);
        LocalDate day = here.toLocalDate();
        int minute = here.getHour() * 60 + here.getMinute();
        boolean off = timing.workingDaysOnly() && !days.isWorking(day);
        if (!off && !isQuiet(timing, minute)) return now;
        if (!off && opens(timing, minute) >= 0) return at(day, opens(timing, minute));
        LocalDate next = timing.workingDaysOnly() ? days.after(day) : day.plusDays(1);
        return at(next, isQuiet(timing, 0) ? opens(timing, 0) : 0);
    }

    /** The end of the quiet time within this day, or −1 where it lasts until the next. */
    private static int opens(Choices.Timing timing, int minute) {
        for (int next = minute; next < MINUTES_OF_A_DAY; next++) {
            if (!isQuiet(timing, next)) return next;
        }
        return -1;
    }

    private static boolean isQuiet(Choices.Timing timing, int minute) {
        return timing.quiet().filter(quiet -> quiet.has(minute)).isPresent();
    }

    private static Instant at(LocalDate day, int minute) {
        return day.atTime(LocalTime.of(minute / 60, minute % 60)).atZone(BEIJING).toInstant();
    }
}
