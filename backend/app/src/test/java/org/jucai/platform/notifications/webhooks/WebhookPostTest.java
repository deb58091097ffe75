package org.jucai.platform.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Posting over real HTTP to receivers that do not behave. */
class WebhookPostTest {

    private static final Receiver RECEIVER = new Receiver();
    private static final Duration TIMEOUT = Duration.ofMillis(900);

    @AfterAll
    static void close() {
        RECEIVER.close();
    }

    private static AttemptRules.Outcome post(boolean local, String url) {
        return new WebhookPost(new WebhookProperties(local, TIMEOUT)).post(url, Map.of("webhook-id", "msg_1"), "{}".getBytes(StandardCharsets.UTF_8)).blockOptional(Duration.ofSeconds(20)).orElseThrow();
    }

    @Test
    void whatIsAnsweredIsTheOutcomeAndARedirectIsNotFollowed() {
        assertThat(post(true, RECEIVER.url("/fine")).status()).contains(204);
        RECEIVER.behaves("/busy", "500");
        assertThat(post(true, RECEIVER.url("/busy")).status()).contains(500);
        RECEIVER.behaves("/moved", "REDIRECT");
        assertThat(post(true, RECEIVER.url("/moved")).taken()).isFalse();
        assertThat(RECEIVER.at("/elsewhere")).isEmpty();
    }

    @Test
    void aSlowReceiverAClosingOneAndOneWithoutAnEndEndInTime() {
        RECEIVER.behaves("/slow", "SLOW");
        RECEIVER.behaves("/closing", "CLOSING");
        RECEIVER.behaves("/huge", "HUGE");
        long began = System.nanoTime();
        assertThat(post(true, RECEIVER.url("/slow")).says()).isEqualTo("no answer in time");
        assertThat(post(true, RECEIVER.url("/closing")).says()).startsWith("the receiver hung up");
        assertThat(post(true, RECEIVER.url("/huge")).status()).as("the status is enough").isEqualTo(Optional.of(200));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void addressesInsideAreNotConnectedToWhateverNameLeadsThere() {
        for (String inside : new String[] {"http://localhost:" + RECEIVER.port() + "/inside", "http://127.0.0.1:" + RECEIVER.port() + "/inside", "http://[::1]:" + RECEIVER.port() + "/inside"}) {
            assertThat(post(false, inside).says()).as(inside).isEqualTo("the address lies inside and is not posted to");
        }
        assertThat(post(true, "http://127.0.0.2:" + RECEIVER.port() + "/inside").says()).as("this machine by its own name only").isEqualTo("the address lies inside and is not posted to");
        assertThat(RECEIVER.at("/inside")).isEmpty();
    }

    @Test
    void whatCannotBeReachedIsSaidInOurWords() {
        assertThat(post(true, "http://localhost:1/none").says()).isEqualTo("the receiver cannot be reached");
        assertThat(post(true, "https://localhost:" + RECEIVER.port() + "/fine").says()).doesNotContain("localhost");
    }
}
