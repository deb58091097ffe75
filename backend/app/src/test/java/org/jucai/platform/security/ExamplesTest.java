package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jucai.platform.testing.AgreeingGates;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.SpecificationFilter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

/** What the specification shows is what works: every example is sent, and gets the answer that is written beside it. */
@PlatformTest
@Import({Stage.class, AgreeingGates.class, BiddingScenes.class, AwardScenes.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class ExamplesTest {

    private static final String PROVIDER = "needs an identity provider; the tests of single sign-on stand one up";

    /** Examples that are not sent, and why. The list may only shrink. */
    private static final Map<String, String> NOT_SENT = Map.of(
            "listen", "a stream without an end; LiveApiTest listens",
            "beginSingleSignOn", PROVIDER,
            "beginIdentityLink", PROVIDER,
            "removeIdentityLink", PROVIDER,
            "completeSingleSignOn", PROVIDER);

    @Autowired Stage stage;
    @Autowired AgreeingGates gates;
    @Autowired BiddingScenes bidding;
    @Autowired AwardScenes awards;

    @Test
    void everyExampleIsSentAndAnsweredAsTheSpecificationSays() {
        Scenes scenes = new Scenes(stage, gates, bidding);
        scenes.add(awards);
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Written operation : stage.operations()) {
            if (NOT_SENT.containsKey(operation.id())) continue;
            try {
                String said = sent(scenes.ready(operation));
                if (!said.isEmpty()) wrong.put(operation.id(), said);
            } catch (RuntimeException | AssertionError failure) {
                wrong.put(operation.id(), String.valueOf(failure.getMessage()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsNotSentExists() {
        assertThat(stage.operations().stream().map(Written::id)).containsAll(NOT_SENT.keySet());
    }

    @Test
    void everyExampleOfAnAnswerIsOneThatMayBeGiven() {
        List<String> wrong = new ArrayList<>();
        for (Written operation : stage.operations()) {
            operation.answers().forEach((status, example) -> {
                List<String> faults = SpecificationFilter.faults(operation.method().name(), operation.path().replaceAll("\\{[^}]+}", "1"), status, example.toString());
                if (!faults.isEmpty()) wrong.add(operation.id() + ": " + faults);
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyBodyHasAnExample() {
        assertThat(stage.operations().stream().filter(one -> one.takesBody() && !one.uploads() && one.sent().isEmpty()).map(Written::id)).isEmpty();
    }

    /** Sends it; what it says is what is wrong with the answer. The client holds the answer against the specification. */
    private String sent(Scenes.Ready ready) {
        Written operation = ready.operation();
        WebTestClient.RequestBodySpec asked = ready.who() == null
                ? stage.nobodyAsks(operation.method(), ready.path())
                : ready.who().asks(operation.method(), ready.path());
        asked.header("Idempotency-Key", Client.newKey());
        if (ready.version() != null) asked.header("If-Match", ready.version());
        EntityExchangeResult<byte[]> answer = body(asked, ready).exchange().expectBody().returnResult();
        String status = String.valueOf(answer.getStatus().value());
        boolean documented = status.startsWith("2") && operation.text().path("responses").has(status);
        byte[] said = answer.getResponseBodyContent();
        return documented ? "" : status + " " + (said == null ? "" : new String(said, java.nio.charset.StandardCharsets.UTF_8));
    }

    private static WebTestClient.RequestHeadersSpec<?> body(WebTestClient.RequestBodySpec asked, Scenes.Ready ready) {
        if (ready.operation().uploads()) {
            MultipartBodyBuilder form = new MultipartBodyBuilder();
            form.part("file", new org.springframework.core.io.ByteArrayResource(OneRowBook.of("E001"))).filename("需求.xlsx");
            return asked.body(BodyInserters.fromMultipartData(form.build()));
        }
        return ready.body() == null ? asked : asked.contentType(MediaType.APPLICATION_JSON).bodyValue(ready.body());
    }
}
