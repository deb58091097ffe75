package org.jucai.platform.notifications.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.notifications.spi.WeComGate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over real HTTP, to a server that answers as recalled and otherwise. */
class HttpWeComGateTest {

    private static final Robots ROBOTS = new Robots();
    private static final JsonMapper JSON = new JsonMapper();

    private final WeComGate gate = new HttpWeComGate(new WeComProperties(ROBOTS.url(), Duration.ofMillis(700), 20), WebClient.builder(), JSON);

    @AfterAll
    static void close() {
        ROBOTS.close();
    }

    /** What the gate said of it; nothing where it was taken. */
    private static Optional<Throwable> sent(WeComGate gate, String key, String text) {
        return gate.send(new WeComGate.Outgoing(UUID.randomUUID(), key, text)).<Throwable>then(Mono.empty()).onErrorResume(Mono::just).blockOptional(Duration.ofSeconds(10));
    }

    private WeComGate.NotTakenException refused(String key, String way) {
        ROBOTS.behaves(key, way);
        Throwable failure = sent(gate, key, "召回").orElseThrow(() -> new AssertionError(way + " was taken"));
        assertThat(failure).as(way).isInstanceOf(WeComGate.NotTakenException.class);
        return (WeComGate.NotTakenException) failure;
    }

    @Test
    void aTextIsPostedInTheRecalledFormToTheRobotsOwnAddressAndIsTakenWithErrcodeZero() {
        assertThat(sent(gate, "k-1", "合同 C-1 待签署。\n\"引号\"")).isEmpty();
        assertThat(ROBOTS.to("k-1")).hasSize(1);
        Robots.Post post = ROBOTS.to("k-1").getFirst();
        assertThat(post.method()).isEqualTo("POST");
        assertThat(post.contentType()).startsWith("application/json");
        JsonNode body = JSON.readTree(post.body());
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("msgtype", "text");
        assertThat(body.path("msgtype").asString()).isEqualTo("text");
        assertThat(body.at("/text/content").asString()).isEqualTo("合同 C-1 待签署。\n\"引号\"");
    }

    @Test
    void aWrongRobotIsRefusedForGoodAndTooOftenIsNot() {
        WeComGate.NotTakenException wrong = refused("k-2", "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}");
        assertThat(wrong).hasMessage("answered errcode 93000");
        assertThat(wrong.isForGood()).isTrue();
        WeComGate.NotTakenException often = refused("k-3", "{\"errcode\":45009,\"errmsg\":\"api freq out of limit\"}");
        assertThat(often).hasMessage("answered errcode 45009");
        assertThat(often.isForGood()).isFalse();
    }

    @Test
    void whateverElseIsAnsweredIsNotTakenAndMayBeTriedAgain() {
        List<String> ways = List.of("500", "404", "not json", "{}", "SLOW", "CLOSING", "HUGE", "REDIRECT");
        for (String way : ways) {
            String key = "other-" + ways.indexOf(way);
            WeComGate.NotTakenException refused = refused(key, way);
            assertThat(refused.isForGood()).as(way).isFalse();
            assertThat(refused.getMessage()).as("no key in what is noted").doesNotContain(key).hasSizeLessThan(200);
        }
        assertThat(ROBOTS.to("elsewhere")).as("no redirect is followed").isEmpty();
    }

    @Test
    void whereNobodyListensItIsNotTakenEither() {
        Robots gone = new Robots();
        String url = gone.url();
        gone.close();
        Optional<Throwable> failure = sent(new HttpWeComGate(new WeComProperties(url, Duration.ofMillis(700), 20), WebClient.builder(), JSON), "k-9", "召回");
        assertThat(failure).get().isInstanceOf(WeComGate.NotTakenException.class);
    }
}
