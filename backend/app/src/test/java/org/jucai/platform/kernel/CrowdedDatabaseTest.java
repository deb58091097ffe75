package org.jucai.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** A small pool before which few may wait: what comes on top is answered at once, what waited is served. */
@PlatformTest
@TestPropertySource(properties = {"jucai.database.pool-size=2", "jucai.database.most-waiting=16"})
class CrowdedDatabaseTest {

    private static final int CONNECTIONS = 2;
    private static final int MOST_WAITING = 16;
    private static final int ASKING = 60;

    @Autowired Platform platform;
    @Autowired Database database;

    @Test
    void beyondThoseWhoMayWaitARequestIsRefusedWithWhenToComeAgainAndWhoWaitedIsServed() {
        AtomicInteger held = new AtomicInteger();
        Sinks.Empty<Void> release = Sinks.empty();
        Disposable holding = Flux.range(0, CONNECTIONS).flatMap(i -> database.read(Scope.nobody(), tx -> tx.sql("select 1").mapValue(Integer.class).one()
                        .doOnNext(one -> held.incrementAndGet())
                        .flatMap(one -> release.asMono().thenReturn(one))), CONNECTIONS)
                .subscribe();
        await().atMost(Duration.ofSeconds(10)).until(() -> held.get() == CONNECTIONS);
        List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
        HttpClient client = HttpClient.newHttpClient();
        for (int i = 0; i < ASKING; i++) asked.add(client.sendAsync(rounds(), HttpResponse.BodyHandlers.ofString()));
        await().atMost(Duration.ofSeconds(9)).until(() -> asked.stream().filter(CompletableFuture::isDone).count() >= ASKING - MOST_WAITING);
        release.tryEmitEmpty();
        List<HttpResponse<String>> answers = asked.stream().map(CompletableFuture::join).toList();
        holding.dispose();
        List<HttpResponse<String>> refused = answers.stream().filter(answer -> answer.statusCode() == 503).toList();
        assertThat(refused).hasSizeBetween(ASKING - MOST_WAITING, ASKING - 1)
                .allMatch(answer -> answer.headers().firstValue("Retry-After").orElse("").equals("1"))
                .allMatch(answer -> answer.body().contains("/problems/temporarily-unavailable"));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200)).as("who waited was served").hasSize(ASKING - refused.size());
        platform.nobody().get().uri("/api/rounds").exchange().expectStatus().isOk();
    }

    private HttpRequest rounds() {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + platform.port() + "/api/rounds")).timeout(Duration.ofSeconds(30)).build();
    }
}
