package org.jucai.platform.live.web;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.live.Listener;
import org.jucai.platform.live.LiveDesk;
import org.jucai.platform.live.Seats;
import org.jucai.platform.live.SlowReaderException;
import org.jucai.platform.security.Origin;
import org.jucai.platform.security.Standing;
import org.jucai.spec.api.LiveApi;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableChannel;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The stream by HTTP. It answers the specification's operation at its address but does not implement the generated method:
 * a flux of events can carry neither ids nor heartbeats, and would encode each event for each reader.
 */
@RestController
class LiveController {

    private static final String LAST_HEARD = "Last-Event-ID";
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final Pattern ROUND = Pattern.compile("round:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST_TOPICS = 20;

    private final LiveDesk desk;
    private final Seats seats;
    private final Standing standing;

    LiveController(LiveDesk desk, Seats seats, Standing standing) {
        this.desk = desk;
        this.seats = seats;
        this.standing = standing;
    }

    @GetMapping(LiveApi.PATH_LISTEN)
    Mono<Void> listen(ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        Listener listener = listener(exchange, caller);
        Optional<String> lastHeard = lastHeard(exchange);
        return desk.admit(listener).then(Mono.defer(() -> {
            opened(exchange.getResponse());
            if (exchange.getRequest().getMethod() == HttpMethod.HEAD) return exchange.getResponse().setComplete();
            String address = Origin.of(exchange.getRequest()).address();
            return Mono.using(
                    () -> seats.take(address, caller.maybeActor().map(actor -> actor.personId())),
                    _ -> write(exchange.getResponse(), desk.listen(listener, standing.of(exchange), lastHeard)),
                    seats::giveBack);
        }));
    }

    /** Not compressed and not kept back by a proxy. */
    private static void opened(ServerHttpResponse response) {
        response.getHeaders().setContentType(MediaType.TEXT_EVENT_STREAM);
        response.getHeaders().setCacheControl("no-store, no-transform");
        response.getHeaders().set("X-Accel-Buffering", "no");
    }

    private static Mono<Void> write(ServerHttpResponse response, Flux<byte[]> blocks) {
        DataBufferFactory buffers = response.bufferFactory();
        return response.writeAndFlushWith(blocks
                .onErrorResume(SlowReaderException.class, _ -> hangUp(response))
                .map(block -> Mono.just(buffers.wrap(block))));
    }

    /** The rest would wait for ever in front of a reader that does not read. */
    private static Flux<byte[]> hangUp(ServerHttpResponse response) {
        HttpServerResponse connection = ServerHttpResponseDecorator.getNativeResponse(response);
        connection.withConnection(DisposableChannel::dispose);
        return Flux.empty();
    }

    private static Listener listener(ServerWebExchange exchange, Caller caller) {
        List<String> asked = exchange.getRequest().getQueryParams().getOrDefault("topics", List.of("rounds")).stream()
                .flatMap(value -> value == null ? Stream.of("") : Stream.of(value.split(",", -1)))
                .toList();
        if (asked.size() > MOST_TOPICS) throw new RefusedException(CommonRefusal.BAD_REQUEST);
        Set<UUID> rounds = new HashSet<>();
        for (String topic : asked) {
            if (topic.equals("rounds") || topic.equals("notices")) continue;
            if (!ROUND.matcher(topic).matches()) throw new RefusedException(CommonRefusal.BAD_REQUEST);
            rounds.add(UUID.fromString(topic.substring("round:".length())));
        }
        return new Listener(caller.maybeActor(), asked.contains("rounds"), rounds, asked.contains("notices"));
    }

    private static Optional<String> lastHeard(ServerWebExchange exchange) {
        @Nullable String cursor = exchange.getRequest().getHeaders().getFirst(LAST_HEARD);
        if (cursor == null || cursor.isEmpty()) return Optional.empty();
        if (!CURSOR.matcher(cursor).matches()) throw new RefusedException(CommonRefusal.BAD_REQUEST);
        return Optional.of(cursor);
    }
}
