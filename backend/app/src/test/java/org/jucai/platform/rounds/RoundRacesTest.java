package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jucai.platform.testing.Books;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many at once, on real connections; what counts is what stands in the database afterwards. */
@PlatformTest
@Import(World.class)
class RoundRacesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int CONNECTIONS = 32;

    @Autowired World world;
    @Autowired Platform platform;

    private record Told(Client client, int status, JsonNode body) {

        boolean taken() {
            return status == 201;
        }
    }

    @Test
    void acrossTheDeadlineNoneIsLostNoneDoubledNoneLateAndEachIsToldTheTruth() throws Exception {
        World.Association xinmi = world.association(300);
        UUID round = world.collectingRound(xinmi);
        Map<String, Object> line = world.line(World.BEST, 60);
        Instant deadline = Instant.parse(xinmi.secretariat().get("/api/rounds/" + round).ok().at("/terms/collectingEndsAt").asString());
        world.clockMoves(Duration.ofDays(7).plusHours(1).minusMillis(1));
        AtomicInteger answered = new AtomicInteger();
        List<Callable<Told>> visits = new ArrayList<>();
        for (Client buyer : xinmi.buyers()) {
            visits.add(() -> {
                Told told = submit(buyer, round, line, Client.newKey());
                if (answered.incrementAndGet() == 120) world.clockMoves(Duration.ofMillis(1));
                return told;
            });
        }
        List<Told> all = together(visits, CONNECTIONS);
        world.deadlinesAreKept();
        assertThat(xinmi.secretariat().get("/api/rounds/" + round).ok().path("status").asString()).isEqualTo("LOCKED");
        assertThat(all.stream().filter(Told::taken).count()).as("some were in time, some were not").isBetween(120L, 299L);
        eachStandsAsItWasTold(round, all);
        long taken = all.stream().filter(Told::taken).count();
        assertThat(new Books(platform).times(round)).as("none late, though the clock locks up to a second after the deadline").hasSize((int) taken)
                .allSatisfy(at -> assertThat(Instant.parse(at)).isBefore(deadline));
        assertThat(xinmi.secretariat().get("/api/rounds/" + round + "/pool").ok().path("cells").valueStream()
                .filter(cell -> cell.path("level").asString().equals("WINDOW")).mapToLong(cell -> cell.path("massKg").asLong()).sum()).isEqualTo(taken * 60_000);
    }

    private void eachStandsAsItWasTold(UUID round, List<Told> all) throws SQLException {
        for (Told told : all) {
            List<String> standing = lines(round, told.client().party());
            if (told.taken()) {
                assertThat(standing).containsExactly(told.body().path("id").asString() + " COMMITTED");
            } else {
                assertThat(told.status() + told.body().path("type").asString()).isEqualTo("409/problems/demand-window-closed");
                assertThat(standing).isEmpty();
            }
        }
    }

    @Test
    void theSameKeyFiredTwentyTimesAtOnceMakesOneLineAndTheSameAnswerAlsoAfterTheLock() throws Exception {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        Client buyer = xinmi.buyerOf(0);
        Map<String, Object> line = world.line(World.BEST, 60);
        String key = Client.newKey();
        List<Told> all = together(times(20, () -> submit(buyer, round, line, key)), 20);
        assertThat(all).allMatch(told -> told.taken() || told.body().path("type").asString().equals("/problems/request-in-flight"));
        String id = all.stream().filter(Told::taken).findFirst().orElseThrow().body().path("id").asString();
        assertThat(all.stream().filter(Told::taken)).allMatch(told -> told.body().path("id").asString().equals(id));
        assertThat(lines(round, buyer.party())).containsExactly(id + " SUBMITTED");
        assertThat(submit(buyer, round, world.line(World.BEST, 61), key).status()).as("the same key for something else").isEqualTo(422);
        xinmi.secretariat().does("/api/rounds/" + round + "/lock", Map.of("reason", "提前锁定")).ok();
        Told again = submit(buyer, round, line, key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body().path("id").asString()).isEqualTo(id);
    }

    @Test
    void ofTwoEditorsOfOneVersionOneIsToldTheOtherWasFirst() throws Exception {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        Client buyer = xinmi.buyerOf(0);
        UUID line = buyer.submits(round, world.line(World.BEST, 60)).id();
        for (long version = 1; version <= 10; version++) {
            long expected = version;
            List<Integer> statuses = together(times(2, () ->
                    buyer.edits("/api/demand-lines/" + line, expected, world.line(World.BEST, 60 + expected)).status()), 2);
            assertThat(statuses).containsExactlyInAnyOrder(200, 412);
        }
    }

    @Test
    void manyWhoLockBeforeTheDeadlineLockOnce() throws Exception {
        World.Association xinmi = world.association(2);
        UUID round = world.collectingRound(xinmi);
        for (Client buyer : xinmi.buyers()) buyer.submits(round, world.line(World.BEST, 60)).ok();
        assertThat(eightLock(xinmi, round)).containsExactlyInAnyOrder(200, 409, 409, 409, 409, 409, 409, 409);
        isLockedOnce(xinmi, round);
    }

    /** At the deadline the clock is one more who locks: it may be before all of them, and then none of them is told that it locked. */
    @Test
    void manyWhoLockAtTheDeadlineTogetherWithTheClockLockOnce() throws Exception {
        World.Association xinmi = world.association(2);
        UUID round = world.collectingRound(xinmi);
        for (Client buyer : xinmi.buyers()) buyer.submits(round, world.line(World.BEST, 60)).ok();
        world.clockMoves(Duration.ofDays(8));
        List<Integer> statuses = eightLock(xinmi, round);
        world.deadlinesAreKept();
        assertThat(statuses).allMatch(status -> status == 200 || status == 409);
        assertThat(statuses.stream().filter(status -> status == 200).count()).isLessThanOrEqualTo(1);
        isLockedOnce(xinmi, round);
    }

    private List<Integer> eightLock(World.Association association, UUID round) throws Exception {
        return together(times(8, () ->
                association.secretariat().does("/api/rounds/" + round + "/lock", Map.of("reason", "到点锁定")).status()), 8);
    }

    private void isLockedOnce(World.Association association, UUID round) {
        List<String> steps = association.secretariat().get("/api/rounds/" + round + "/history?limit=200").ok().path("items").valueStream()
                .map(entry -> entry.path("type").asString()).toList();
        assertThat(steps).containsOnlyOnce("RoundLocked");
        assertThat(steps.stream().filter("LineCommitted"::equals)).hasSize(2);
    }

    @Test
    void aLineThatIsWithdrawnWhileTheRoundLocksIsEitherWithdrawnOrIn() throws Exception {
        World.Association xinmi = world.association(24);
        UUID round = world.collectingRound(xinmi);
        List<Callable<Boolean>> acts = new ArrayList<>();
        for (Client buyer : xinmi.buyers()) {
            UUID line = buyer.submits(round, world.line(World.BEST, 60)).id();
            acts.add(() -> {
                boolean withdrawn = buyer.withdraws(line).isOk();
                assertThat(List.of(withdrawn ? line + " WITHDRAWN" : line + " COMMITTED")).isEqualTo(afterLock(round, buyer));
                return withdrawn;
            });
        }
        acts.add(12, () -> xinmi.secretariat().does("/api/rounds/" + round + "/lock", Map.of("reason", "提前锁定")).isOk());
        assertThat(together(acts, 25).get(12)).isTrue();
        long in = xinmi.buyers().stream().filter(buyer -> linesOf(round, buyer).getFirst().endsWith("COMMITTED")).count();
        assertThat(xinmi.secretariat().get("/api/rounds/" + round + "/pool").ok().path("cells").valueStream()
                .filter(cell -> cell.path("level").asString().equals("WINDOW")).mapToLong(cell -> cell.path("lines").asLong()).sum()).isEqualTo(in);
    }

    /** A refusal is given on the locked round, so the line is committed by then; a withdrawal stands at once. */
    private List<String> afterLock(UUID round, Client buyer) {
        return linesOf(round, buyer);
    }

    private List<String> linesOf(UUID round, Client buyer) {
        try {
            return lines(round, buyer.party());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private List<String> lines(UUID round, UUID enterprise) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = platform.databaseAs("jucai_worker", "worker");
                PreparedStatement statement = connection.prepareStatement("select id, status from demand_line where round_id = ? and enterprise_id = ?")) {
            statement.setObject(1, round);
            statement.setObject(2, enterprise);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) found.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        return found;
    }

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Told submit(Client buyer, UUID round, Map<String, ?> line, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + platform.port() + "/api/rounds/" + round + "/demand-lines"))
                .header("Authorization", "Bearer " + buyer.token()).header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(line))).build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Told(buyer, response.statusCode(), JSON.readTree(response.body()));
    }

    private static <T> List<Callable<T>> times(int times, Callable<T> act) {
        return java.util.Collections.nCopies(times, act);
    }

    private static <T> List<T> together(List<Callable<T>> acts, int threads) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> act : acts) {
                running.add(pool.submit(() -> {
                    start.await();
                    return act.call();
                }));
            }
            start.countDown();
            List<T> done = new ArrayList<>();
            for (Future<T> one : running) done.add(one.get());
            return done;
        }
    }
}
