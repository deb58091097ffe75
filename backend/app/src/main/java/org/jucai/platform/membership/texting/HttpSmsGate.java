package org.jucai.platform.membership.texting;

import io.netty.channel.ChannelOption;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jucai.platform.membership.spi.SmsGate;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts each message as JSON. {@code X-Jucai-Signature} is the HMAC-SHA-256, in hex, of the timestamp header, a full stop
 * and the body; the gateway refuses an old timestamp and a wrong signature. 2xx is taken; 400, 413 and 422 say that this
 * message will never be taken; anything else is tried again.
 */
final class HttpSmsGate implements SmsGate {

    private static final Set<Integer> NEVER = Set.of(400, 413, 422);

    private final SmsProperties properties;
    private final Map<String, String> templates;
    private final WebClient http;
    private final JsonMapper json;
    private final Clock clock;

    HttpSmsGate(SmsProperties properties, WebClient.Builder http, JsonMapper json, Clock clock) {
        this.properties = properties;
        this.templates = properties.templateOfPurpose();
        this.http = http.clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(properties.timeout().toMillis()))
                .responseTimeout(properties.timeout())
                .followRedirect(false))).build();
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Mono<Void> send(Outgoing message) {
        byte[] body = json.writeValueAsBytes(form(message));
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return http.post().uri(properties.url())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", message.id().toString())
                .header("X-Jucai-Key", properties.keyId())
                .header("X-Jucai-Timestamp", timestamp)
                .header("X-Jucai-Signature", "v1=" + signature(timestamp, body))
                .bodyValue(body)
                .exchangeToMono(HttpSmsGate::judge)
                .onErrorMap(WebClientRequestException.class, HttpSmsGate::unreachable);
    }

    private Map<String, Object> form(Outgoing message) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("messageId", message.id());
        form.put("phone", message.phone());
        form.put("purpose", message.purpose());
        if (!properties.signature().isBlank()) form.put("signature", properties.signature());
        if (templates.containsKey(message.purpose())) form.put("template", templates.get(message.purpose()));
        form.put("parameters", message.facts());
        form.put("text", message.text());
        return form;
    }

    private String signature(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(properties.key().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The answer's body is not kept: a gateway may repeat the message in it. */
    private static Mono<Void> judge(ClientResponse answer) {
        int status = answer.statusCode().value();
        if (answer.statusCode().is2xxSuccessful()) return answer.releaseBody();
        return answer.releaseBody().then(Mono.error(() -> new NotTakenException("the gateway answered " + status, NEVER.contains(status))));
    }

    private static NotTakenException unreachable(WebClientRequestException failure) {
        Throwable cause = failure.getMostSpecificCause();
        return new NotTakenException(cause instanceof ConnectException ? "the gateway cannot be reached" : "the gateway hung up or was too slow ("
                + cause.getClass().getSimpleName() + ")", false);
    }
}
