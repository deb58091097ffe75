package org.jucai.platform.notifications.wecom;

import io.netty.channel.ChannelOption;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jucai.platform.notifications.spi.WeComGate;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts a text to the robot's address. The form of question and answer ({@code msgtype}, {@code errcode}; 45009 too often, 93000 and
 * 40008 never) is recalled from the published interface and to be verified against it before it is switched on.
 */
final class HttpWeComGate implements WeComGate {

    private static final Set<Integer> NEVER = Set.of(93000, 40008, 40058);
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final WeComProperties properties;
    private final WebClient http;
    private final JsonMapper json;

    HttpWeComGate(WeComProperties properties, WebClient.Builder http, JsonMapper json) {
        this.properties = properties;
        this.json = json;
        this.http = http.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER))
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(properties.timeout().toMillis()))
                        .responseTimeout(properties.timeout()).followRedirect(false))).build();
    }

    @Override
    public Mono<Void> send(Outgoing message) {
        return http.post().uri(URI.create(properties.url() + "?key=" + message.robotKey()))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json.writeValueAsBytes(Map.of("msgtype", "text", "text", Map.of("content", message.text()))))
                .exchangeToMono(this::judge)
                .onErrorMap(WebClientRequestException.class, _ -> new NotTakenException("企业微信 cannot be reached", false));
    }

    private Mono<Void> judge(ClientResponse answer) {
        int status = answer.statusCode().value();
        if (!answer.statusCode().is2xxSuccessful()) return answer.releaseBody().then(Mono.error(() -> new NotTakenException("answered " + status, false)));
        return answer.bodyToMono(byte[].class).defaultIfEmpty(new byte[0])
                .onErrorMap(DataBufferLimitException.class, _ -> new NotTakenException("the answer is too long to be one", false)).flatMap(body -> {
            int code = code(body);
            return code == 0 ? Mono.empty() : Mono.error(() -> new NotTakenException("answered errcode " + code, NEVER.contains(code)));
        });
    }

    private int code(byte[] body) {
        try {
            JsonNode node = json.readTree(body);
            return node.path("errcode").asInt(-1);
        } catch (JacksonException notJson) {
            return -1;
        }
    }
}
