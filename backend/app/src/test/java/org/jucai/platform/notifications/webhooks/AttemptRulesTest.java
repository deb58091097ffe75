package org.jucai.platform.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptRulesTest {

    private static final Instant NOW = Instant.parse("2027-03-30T02:00:00Z");
    private static final AttemptRules.Outcome BUSY = new AttemptRules.Outcome(Optional.of(500), "answered 500");
    private static final AttemptRules.Outcome TAKEN = new AttemptRules.Outcome(Optional.of(204), "answered 204");
    private static final AttemptRules.Outcome GONE = new AttemptRules.Outcome(Optional.of(410), "answered 410");

    @Test
    void waitsGrowOverABitMoreThanADayAndAFifthOfThemIsChance() {
        Instant at = NOW;
        Duration before = Duration.ZERO;
        for (int turn = 1; turn < AttemptRules.MOST_TURNS; turn++) {
            Instant shortest = AttemptRules.again(turn, BUSY, at, 0).orElseThrow();
            Instant longest = AttemptRules.again(turn, BUSY, at, 999).orElseThrow();
            Duration middle = Duration.between(at, AttemptRules.again(turn, BUSY, at, 500).orElseThrow());
            assertThat(Duration.between(at, shortest).toMillis()).isEqualTo(middle.toMillis() * 8 / 10);
            assertThat(Duration.between(at, longest)).isBetween(middle.multipliedBy(119).dividedBy(100), middle.multipliedBy(12).dividedBy(10));
            assertThat(middle).isGreaterThanOrEqualTo(before);
            before = middle;
            at = at.plus(middle);
        }
        assertThat(AttemptRules.again(AttemptRules.MOST_TURNS, BUSY, at, 500)).isEmpty();
        assertThat(Duration.between(NOW, at)).isBetween(Duration.ofHours(24), Duration.ofHours(36));
    }

    @Test
    void aWebhookIsSwitchedOffAfterThreeDaysWithoutSuccessAndNotAMomentSooner() {
        Instant since = NOW.minus(AttemptRules.PATIENCE);
        assertThat(AttemptRules.after(BUSY, Optional.of(since), NOW)).isEqualTo(Webhook.State.FAILED);
        assertThat(AttemptRules.after(BUSY, Optional.of(since.plusMillis(1)), NOW)).isEqualTo(Webhook.State.ACTIVE);
        assertThat(AttemptRules.after(TAKEN, Optional.of(since), NOW)).isEqualTo(Webhook.State.ACTIVE);
        assertThat(AttemptRules.after(GONE, Optional.empty(), NOW)).isEqualTo(Webhook.State.GONE);
    }

    @Test
    void aRedirectIsNoSuccessAndWhoIsGoneIsNotAskedAgain() {
        assertThat(new AttemptRules.Outcome(Optional.of(302), "answered 302").taken()).isFalse();
        assertThat(AttemptRules.again(1, GONE, NOW, 0)).isEmpty();
    }
}
