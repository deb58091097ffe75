package org.jucai.platform.membership.texting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.membership.spi.SmsGate;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

class HttpSmsGateTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2027-04-02T04:00:00Z"), ZoneOffset.UTC);

    @Test
    void whereNobodyListensTheGatewayIsSaidToBeOutOfReach() {
        SmsProperties nowhere = new SmsProperties("http://localhost:1/send", "xinmi", "a key that only the two know", "", "", Duration.ofSeconds(2));
        SmsGate gate = new HttpSmsGate(nowhere, WebClient.builder(), new JsonMapper(), NOON);
        SmsGate.Outgoing message = new SmsGate.Outgoing(new UUID(1, 1), "13700000001", "sign-in-code", Map.of("code", "123456"), "123456");
        assertThat(assertThrows(SmsGate.NotTakenException.class, () -> gate.send(message).block()))
                .hasMessage("the gateway cannot be reached").matches(failure -> !failure.isForGood());
        assertThat(message.toString()).doesNotContain("123456");
    }
}
