package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jucai.platform.testing.Books;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Outage;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Sent;
import org.jucai.platform.testing.Servers;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real PostgreSQL and the real Redis fall and return while the application runs on. */
@PlatformTest
@ResourceLock(Servers.LOCK)
@Import(World.class)
class OutageTest {

    private static final String PASSWORD = "a long pass phrase";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CONNECTIONS = 16;

    @Autowired World world;
    @Autowired Platform platform;
    @Autowired Operations operations;

    @Test
    void whenTheDatabaseFallsInTheMiddleOfIntakeEverybodyIsAskedToWaitAndNothingIsLostOrDoubled() throws Exception {
        World.Association xinmi = world.association(CONNECTIONS);
        UUID round = world.collectingRound(xinmi);
        Map<String, Object> line = world.line(World.BEST, 60);
        CountDownLatch underWay = new CountDownLatch(100);
        CountDownLatch refused = new CountDownLatch(CONNECTIONS);
        List<Callable<List<Sent>>> clients = new ArrayList<>();
        for (Client buyer : xinmi.buyers()) clients.add(() -> untilRefusedThenAgain(new Sent.To(platform.port(), round), buyer, line, underWay, refused));
        CompletableFuture<List<List<Sent>>> intake = CompletableFuture.supplyAsync(() -> together(clients));
        assertThat(underWay.await(60, TimeUnit.SECONDS)).isTrue();
        try (Outage _ = Outage.begins(platform.database())) {
            assertThat(refused.await(60, TimeUnit.SECONDS)).as("everybody was answered while it was away").isTrue();
        }
        List<Sent> all = intake.get(120, TimeUnit.SECONDS).stream().flatMap(List::stream).toList();
        Set<UUID> ids = new HashSet<>();
        for (Sent sent : all) ids.add(sent.id());
        assertThat(ids).hasSameSizeAs(all);
        Books books = new Books(platform);
        assertThat(books.lines(round)).containsExactlyInAnyOrderElementsOf(ids.stream().map(id -> id + " SUBMITTED").toList());
        assertThat(books.events(round, "LineSubmitted")).isEqualTo(ids.size());
        assertThat(xinmi.secretariat().get("/api/rounds/" + round + "/pool").ok().path("cells").valueStream()
                .filter(cell -> cell.path("level").asString().equals("WINDOW")).mapToLong(cell -> cell.path("massKg").asLong()).sum()).isEqualTo(ids.size() * 60_000L);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(books.idleInTransaction()).isZero());
    }

    /** Saves until the database is away; then asks again with the same key until it is back. Gives what was taken. */
    private static List<Sent> untilRefusedThenAgain(Sent.To to, Client buyer, Map<String, ?> line, CountDownLatch underWay, CountDownLatch refused) {
        List<Sent> taken = new ArrayList<>();
        while (true) {
            Sent sent = Sent.line(to, buyer, line, Client.newKey());
            if (sent.taken()) {
                taken.add(sent);
                underWay.countDown();
                continue;
            }
            isAskedToWait(sent);
            refused.countDown();
            taken.add(await().atMost(PATIENCE).until(() -> Sent.line(to, buyer, line, sent.key()), Sent::taken));
            return taken;
        }
    }

    private static void isAskedToWait(Sent sent) {
        assertThat(sent.status() + " " + sent.problem()).isEqualTo("503 temporarily-unavailable");
        assertThat(sent.retryAfter()).isEqualTo("5");
    }

    @Test
    void withoutADatabaseNoOperationFailsInsideWhoeverAsks() {
        World.Association xinmi = world.association(2);
        Client known = xinmi.buyerOf(0);
        known.get("/api/grades").ok();
        Visitor visitor = Visitor.signedIn(platform.nobody(), Map.of("account", "founder", "password", PASSWORD));
        List<String> wrong = new ArrayList<>();
        try (Outage _ = Outage.begins(platform.database())) {
            for (Operation operation : operations.all()) {
                if (operation.demo() || operation.upload() || operation.operationId().equals("listen")) continue;
                asked(wrong, operation, "nobody", filled(operation, quick().method(operation.method()).uri(address(operation))));
                asked(wrong, operation, "a token seen before", bearer(operation, known.token()));
                asked(wrong, operation, "a token not seen before", bearer(operation, xinmi.buyerOf(1).token()));
                asked(wrong, operation, "a session", filled(operation, visitor.asks(operation.method(), address(operation))));
            }
            assertThat(wrong).isEmpty();
            expectWait(bearer("/api/session", xinmi.buyerOf(1).token()));
            expectWait(visitor.asks(HttpMethod.GET, "/api/session"));
            expectWait(visitor.asks(HttpMethod.GET, "/api/people"));
            expectWait(quick().post().uri("/api/session").bodyValue(Map.of("account", "founder", "password", PASSWORD)));
            expectWait(quick().get().uri("/api/rounds"));
        }
        await().atMost(PATIENCE).untilAsserted(() -> visitor.get("/api/people").expectStatus().isOk());
        xinmi.buyerOf(1).get("/api/rounds").ok();
    }

    private WebTestClient quick() {
        return platform.nobody();
    }

    private WebTestClient.RequestHeadersSpec<?> bearer(Operation operation, String token) {
        return filled(operation, quick().method(operation.method()).uri(address(operation)).header("Authorization", "Bearer " + token));
    }

    private static WebTestClient.RequestHeadersSpec<?> filled(Operation operation, WebTestClient.RequestBodySpec request) {
        request.header("Idempotency-Key", Client.newKey());
        if (operation.upload() || !operation.changes() || !operation.method().equals(HttpMethod.POST) && !operation.method().equals(HttpMethod.PUT)) return request;
        return request.contentType(MediaType.APPLICATION_JSON).bodyValue("{}");
    }

    private WebTestClient.RequestHeadersSpec<?> bearer(String path, String token) {
        return quick().get().uri(path).header("Authorization", "Bearer " + token);
    }

    private static String address(Operation operation) {
        return operation.pattern().getPatternString().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private static void expectWait(WebTestClient.RequestHeadersSpec<?> request) {
        request.exchange().expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "5")
                .expectHeader().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/temporarily-unavailable").jsonPath("$.detail").isNotEmpty();
    }

    /** Answers that need no database are given; the others are a 503 that says when to come back. */
    private static void asked(List<String> wrong, Operation operation, String who, WebTestClient.RequestHeadersSpec<?> request) {
        try {
            EntityExchangeResult<byte[]> answer = request.exchange().expectBody().returnResult();
            int status = answer.getStatus().value();
            byte[] body = answer.getResponseBodyContent();
            JsonNode problem = new JsonMapper().readTree(body == null || body.length == 0 ? new byte[] {'{', '}'} : body);
            boolean waits = status == 503 && "5".equals(answer.getResponseHeaders().getFirst("Retry-After")) && problem.path("status").asInt() == 503;
            if (status >= 500 && !waits) wrong.add(operation.operationId() + " answered " + status + " to " + who + ": " + problem);
        } catch (RuntimeException | AssertionError unnamed) {
            wrong.add(operation.operationId() + " to " + who + ": " + unnamed.getMessage());
        }
    }

    @Test
    void withoutRedisATokenStillPlacesDemandPeopleAreAskedToWaitAndAllIsWellWhenItIsBack() throws IOException {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        Visitor visitor = Visitor.signedIn(platform.nobody(), Map.of("account", "founder", "password", PASSWORD));
        Servers.redis(platform.database()).stop();
        try {
            UUID line = xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).id();
            assertThat(xinmi.buyerOf(0).edits("/api/demand-lines/" + line, 1, world.line(World.BEST, 70)).ok().path("targetKg").asLong()).isEqualTo(70_000);
            xinmi.secretariat().does("/api/rounds/" + round + "/lock", Map.of("reason", "提前锁定")).ok();
            assertThat(xinmi.buyerOf(0).get("/api/demand-lines/" + line).ok().path("status").asString()).isEqualTo("COMMITTED");
            visitor.get("/api/session").expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "5")
                    .expectBody().jsonPath("$.type").isEqualTo("/problems/sessions-unavailable").jsonPath("$.detail").isNotEmpty();
            platform.nobody().post().uri("/api/session").bodyValue(Map.of("account", "founder", "password", PASSWORD)).exchange()
                    .expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "5");
        } finally {
            Servers.redis(platform.database()).start();
        }
        await().atMost(PATIENCE).untilAsserted(() -> platform.nobody().post().uri("/api/session")
                .bodyValue(Map.of("account", "founder", "password", PASSWORD)).exchange().expectStatus().isOk());
    }

    private static <T> List<T> together(List<? extends Callable<T>> acts) {
        try {
            return Together.all(acts);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
