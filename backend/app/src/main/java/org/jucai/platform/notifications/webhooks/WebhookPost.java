package org.jucai.platform.notifications.webhooks;

import io.netty.channel.ChannelOption;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * Posts to an address outside: a connection of its own each time, names guarded, no redirect followed, no proxy, within the time there is.
 * Of the answer only the status is read; the connection is closed over whatever follows it.
 */
@Component
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookPost {

    private static final int MOST_HEADER_BYTES = 8 * 1024;
    private static final int CONNECT_MILLIS = 5_000;

    private final HttpClient http;
    private final WebhookProperties properties;

    WebhookPost(WebhookProperties properties) {
        this.properties = properties;
        this.http = HttpClient.create(ConnectionProvider.newConnection())
                .resolver(new GuardedNames(properties.local()))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .noProxy()
                .followRedirect(false)
                .httpResponseDecoder(decoder -> decoder.maxHeaderSize(MOST_HEADER_BYTES).maxInitialLineLength(MOST_HEADER_BYTES))
                .responseTimeout(properties.timeout());
    }

    /** Never fails: what went wrong is the outcome. */
    Mono<AttemptRules.Outcome> post(String url, Map<String, String> headers, byte[] body) {
        return http.headers(all -> headers.forEach(all::set)).post().uri(url)
                .send(ByteBufMono.fromString(Mono.just(new String(body, java.nio.charset.StandardCharsets.UTF_8))))
                .responseConnection((response, connection) -> Mono.just(response.status().code()).doFinally(_ -> connection.dispose()))
                .next()
                .map(status -> new AttemptRules.Outcome(Optional.of(status), "answered " + status))
                .timeout(properties.timeout())
                .onErrorResume(failure -> Mono.just(new AttemptRules.Outcome(Optional.empty(), says(failure))));
    }

    /** In words of our own: what a receiver says is not repeated. */
    private static String says(Throwable failure) {
        return switch (failure) {
            case GuardedNames.InsideException _ -> "the address lies inside and is not posted to";
            case UnknownHostException _ -> "the name does not resolve";
            case ConnectException _ -> "the receiver cannot be reached";
            case SSLException _ -> "no secure connection came about";
            case ReadTimeoutException _ -> "no answer in time";
            case TimeoutException _ -> "no answer in time";
            default -> "the receiver hung up (" + failure.getClass().getSimpleName() + ")";
        };
    }
}
