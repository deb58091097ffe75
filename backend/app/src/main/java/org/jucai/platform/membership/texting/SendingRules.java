package org.jucai.platform.membership.texting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a text that was not taken is tried again: the wait doubles from five seconds to half an hour, twenty times in all. */
final class SendingRules {

    static final int MOST_ATTEMPTS = 20;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int DOUBLINGS = 12;
    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_AFTER = 4;

    private SendingRules() {}

    /** The next attempt after {@code attempts} failed ones; nothing once it is given up. */
    static Optional<Instant> again(int attempts, boolean forGood, Instant now) {
        if (forGood || attempts >= MOST_ATTEMPTS) return Optional.empty();
        Duration doubled = FIRST.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return Optional.of(now.plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST));
    }

    static SentText.State state(SqlSending.Kept kept, Instant now) {
        if (kept.sentAt() != null) return SentText.State.SENT;
        if (kept.givenUpAt() != null) return SentText.State.GIVEN_UP;
        return now.isBefore(kept.goodUntil()) ? SentText.State.WAITING : SentText.State.EXPIRED;
    }

    /** Enough to recognise a number by, too little to call it. */
    static String hidden(String phone) {
        int last = phone.length() - SHOWN_AFTER;
        return last <= SHOWN_BEFORE ? "*".repeat(phone.length())
                : phone.substring(0, SHOWN_BEFORE) + "*".repeat(last - SHOWN_BEFORE) + phone.substring(last);
    }
}
