package org.jucai.platform.notifications.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What becomes of a message after an attempt, and of its webhook. */
final class AttemptRules {

    /** Waits after each attempt that failed; the last attempt is about 28 hours after the first. */
    private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2),
            Duration.ofHours(5), Duration.ofHours(10), Duration.ofHours(10));

    static final int MOST_TURNS = WAITS.size() + 1;

    /** After so long without success a webhook is switched off. */
    static final Duration PATIENCE = Duration.ofDays(3);

    private static final int GONE = 410;
    private static final int PERMILLE = 1_000;
    private static final int SPREAD = 200;

    private AttemptRules() {}

    /** @param status what was answered; empty where nothing was */
    record Outcome(Optional<Integer> status, String says) {

        boolean taken() {
            return status.filter(code -> code >= 200 && code < 300).isPresent();
        }

        boolean gone() {
            return status.filter(code -> code == GONE).isPresent();
        }
    }

    /**
     * When it is tried again; nothing once it is given up.
     *
     * @param turn of attempts, from 1
     * @param chance 0 to 999: a fifth shorter to a fifth longer, so that what failed together is not tried together
     */
    static Optional<Instant> again(int turn, Outcome outcome, Instant now, int chance) {
        if (outcome.gone() || turn >= MOST_TURNS) return Optional.empty();
        long spread = PERMILLE - SPREAD + 2L * SPREAD * chance / PERMILLE;
        return Optional.of(now.plusMillis(WAITS.get(turn - 1).toMillis() * spread / PERMILLE));
    }

    /** Where the webhook stands after it. */
    static Webhook.State after(Outcome outcome, Optional<Instant> failingSince, Instant now) {
        if (outcome.taken()) return Webhook.State.ACTIVE;
        if (outcome.gone()) return Webhook.State.GONE;
        return failingSince.filter(since -> !now.isBefore(since.plus(PATIENCE))).isPresent() ? Webhook.State.FAILED : Webhook.State.ACTIVE;
    }
}
