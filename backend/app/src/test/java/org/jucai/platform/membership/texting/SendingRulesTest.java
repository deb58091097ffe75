package org.jucai.platform.membership.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendingRulesTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void theWaitDoublesFromFiveSecondsToHalfAnHourAndEndsAfterTwentyAttempts() {
        List<Duration> waits = new ArrayList<>();
        for (int attempt = 1; attempt < SendingRules.MOST_ATTEMPTS; attempt++) {
            waits.add(Duration.between(NOW, SendingRules.again(attempt, false, NOW).orElseThrow()));
        }
        assertThat(waits).startsWith(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(20)).endsWith(Duration.ofMinutes(30));
        assertThat(IntStream.range(1, waits.size())).allMatch(i -> waits.get(i).compareTo(waits.get(i - 1)) >= 0);
        assertThat(SendingRules.again(SendingRules.MOST_ATTEMPTS, false, NOW)).isEmpty();
    }

    @Test
    void whatWillNeverBeTakenIsNotTriedAgain() {
        assertThat(SendingRules.again(1, true, NOW)).isEmpty();
    }

    @Test
    void aNumberIsRecognisedAndCannotBeCalled() {
        assertThat(SendingRules.hidden("13800001234")).isEqualTo("138****1234");
        assertThat(SendingRules.hidden("123456")).isEqualTo("******");
    }

    @Test
    void aGatewayWithoutAKeyOrWithGarbledTemplatesIsRefusedAtTheStart() {
        Duration five = Duration.ofSeconds(5);
        assertThatThrownBy(() -> new SmsProperties("https://sms.example", "k", "", "", "", five)).hasMessageContaining("JUCAI_SMS_KEY");
        assertThatThrownBy(() -> new SmsProperties("https://sms.example", "k", "key", "", "invitation", five)).hasMessageContaining("JUCAI_SMS_TEMPLATES");
        assertThat(new SmsProperties("https://sms.example", "k", "key", "", "a=1, b=2", five).templateOfPurpose()).hasSize(2);
        assertThat(new SmsProperties("https://sms.example", "k", "key", "", "", five).toString()).doesNotContain("\"key\"");
    }
}
