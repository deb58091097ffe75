package org.jucai.platform.files.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** A bucket of an S3-compatible store. It takes an object whole or not at all, and hashes what it takes against what was signed. */
final class S3Store implements ContentStore {

    private static final int CONNECTIONS = 32;

    private final StoreProperties properties;
    private final S3Requests requests;
    private final StoreThreads threads;
    private final WebClient http;

    S3Store(StoreProperties properties, S3Requests requests, StoreThreads threads) {
        this.properties = properties;
        this.requests = requests;
        this.threads = threads;
        Duration idle = Duration.ofSeconds(30);
        ConnectionProvider connections = ConnectionProvider.builder("files").maxConnections(CONNECTIONS).pendingAcquireTimeout(properties.timeout()).maxIdleTime(idle).build();
        this.http = WebClient.builder().clientConnector(new ReactorClientHttpConnector(HttpClient.create(connections).responseTimeout(properties.timeout()))).build();
    }

    @Override
    public String name() {
        return "s3";
    }

    /** Signed on a thread that may wait, for the file is read to be hashed. */
    private Mono<WebClient.RequestBodySpec> asked(HttpMethod method, String place, Map<String, String> headers, Optional<Path> body) {
        S3Requests.Asked asked = new S3Requests.Asked(method, properties.at(place), headers, body);
        return threads.call(() -> requests.signed(asked)).map(signed -> http.method(method).uri(asked.at()).headers(all -> all.putAll(signed)));
    }

    @Override
    public Mono<Void> put(ContentKey key, Path bytes) {
        Map<String, String> headers = Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_OCTET_STREAM_VALUE, HttpHeaders.CONTENT_LENGTH, String.valueOf(key.bytes()));
        return asked(HttpMethod.PUT, key.place(), headers, Optional.of(bytes))
                .flatMap(asked -> asked.body(BodyInserters.fromResource(new FileSystemResource(bytes))).exchangeToMono(answer -> done(answer, false)));
    }

    @Override
    public Flux<DataBuffer> read(ContentKey key, long from, long length) {
        Map<String, String> range = Map.of(HttpHeaders.RANGE, "bytes=" + from + "-" + (from + length - 1));
        return asked(HttpMethod.GET, key.place(), range, Optional.empty()).flatMapMany(asked -> asked.exchangeToFlux(answer ->
                answer.statusCode().isSameCodeAs(HttpStatus.PARTIAL_CONTENT) && answer.headers().contentLength().orElse(-1) == length
                        ? answer.bodyToFlux(DataBuffer.class)
                        : no(answer).flux().cast(DataBuffer.class)));
    }

    @Override
    public Mono<Boolean> holds(ContentKey key) {
        return asked(HttpMethod.HEAD, key.place(), Map.of(), Optional.empty()).flatMap(asked -> asked.exchangeToMono(answer -> {
            if (answer.statusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) return answer.releaseBody().thenReturn(false);
            boolean whole = answer.headers().contentLength().orElse(-1) == key.bytes();
            return answer.statusCode().is2xxSuccessful() ? answer.releaseBody().thenReturn(whole) : no(answer);
        }));
    }

    @Override
    public Mono<Void> remove(ContentKey key) {
        return asked(HttpMethod.DELETE, key.place(), Map.of(), Optional.empty()).flatMap(asked -> asked.exchangeToMono(answer -> done(answer, true)));
    }

    /** HEAD of the bucket: whoever answers can be reached, knows the keys and has the bucket. */
    @Override
    public Mono<Void> isThere() {
        return asked(HttpMethod.HEAD, "", Map.of(), Optional.empty()).flatMap(asked -> asked.exchangeToMono(answer -> done(answer, false)));
    }

    private static Mono<Void> done(ClientResponse answer, boolean orNotThere) {
        boolean well = answer.statusCode().is2xxSuccessful() || orNotThere && answer.statusCode().isSameCodeAs(HttpStatus.NOT_FOUND);
        return well ? answer.releaseBody() : no(answer);
    }

    private static <T> Mono<T> no(ClientResponse answer) {
        return answer.releaseBody().then(Mono.error(() -> new Trouble.StoreSaysNo(answer.request().getMethod() + " was answered " + answer.statusCode())));
    }
}
