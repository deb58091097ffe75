package org.jucai.platform.rounds.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Clients that cut the line at any point of a request. */
@PlatformTest
@Import(World.class)
class HangUpTest {

    private static final long SEED = 20_270_402L;
    private static final int CLIENTS = 2_000;
    private static final int AT_ONCE = 48;

    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void afterThousandsOfHangUpsWhatWasAcknowledgedIsThereOnceAndNoConnectionIsLeftInTransaction() throws Exception {
        World.Association xinmi = world.association(4);
        UUID round = world.collectingRound(xinmi);
        byte[] body = new JsonMapper().writeValueAsBytes(world.line(World.BEST, 1));
        List<Integer> acknowledgedKeys = callsThatAreCutOff(xinmi, round, body);
        long acknowledged = acknowledgedKeys.size();
        assertThat(acknowledged).as("clients that waited for the answer; seed %d", SEED).isBetween(100L, (long) CLIENTS);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(asSuperuser("select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'")).isZero());
        long lines = number("select count(*) from demand_line where round_id = '" + round + "'");
        assertThat(lines).isBetween(acknowledged, (long) CLIENTS);
        assertThat(number("select count(*) from event where round_id = '" + round + "' and type = 'LineSubmitted'")).isEqualTo(lines);
        assertThat(number("select count(*) from idempotency_record where key like 'hang-up-%'")).isEqualTo(lines);
        for (int key : acknowledgedKeys) {
            assertThat(number("""
                    select count(*) from demand_line d join idempotency_record i on i.answer = d.id::text
                    where i.key = '%s'""".formatted("hang-up-%06d".formatted(key)))).isEqualTo(1);
        }
        xinmi.buyerOf(0).submits(round, world.line(World.BEST, 1)).ok();
    }

    /** Requests cut off at any point, the keys {@code hang-up-...}; gives those whose success was read. */
    private List<Integer> callsThatAreCutOff(World.Association xinmi, UUID round, byte[] body) throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Future<Boolean>> calls = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < CLIENTS; i++) {
                byte[] request = request(xinmi.buyerOf(i % 4), round, "hang-up-%06d".formatted(i), body);
                int sent = random.nextInt(3) == 0 ? random.nextInt(request.length) : request.length;
                boolean listens = random.nextInt(5) == 0;
                calls.add(callers.submit(() -> call(request, sent, listens)));
            }
        }
        List<Integer> acknowledged = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) if (calls.get(i).get()) acknowledged.add(i);
        return acknowledged;
    }

    /** Each reading of a line by the secretariat is a write of its own, in a transaction of its own. */
    @Test
    void requestsThatAreCutOffInTheirOwnTransactionLeaveNoConnectionInItAndWhatWasAnsweredIsKept() throws Exception {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        UUID line = xinmi.buyerOf(0).submits(round, world.line(World.BEST, 1)).id();
        byte[] request = "GET /api/demand-lines/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(line, xinmi.secretariat().token()).getBytes(StandardCharsets.US_ASCII);
        SplittableRandom random = new SplittableRandom(SEED);
        List<Future<Boolean>> calls = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; i < CLIENTS; i++) {
                boolean listens = random.nextInt(10) == 0;
                calls.add(callers.submit(() -> call(request, request.length, listens)));
            }
        }
        long answered = 0;
        for (Future<Boolean> call : calls) if (call.get()) answered++;
        assertThat(answered).as("seed %d", SEED).isPositive();
        // Sooner than the server itself would end a forgotten transaction.
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() ->
                assertThat(asSuperuser("select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'")).isZero());
        assertThat(number("select count(*) from line_reading where line_id = '" + line + "'")).isBetween(answered, (long) CLIENTS);
        xinmi.secretariat().get("/api/demand-lines/" + line).ok();
    }

    private static byte[] request(Client buyer, UUID round, String key, byte[] body) {
        String head = """
                POST /api/rounds/%s/demand-lines HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Idempotency-Key: %s\r
                Content-Length: %d\r
                \r
                """.formatted(round, buyer.token(), key, body.length);
        return (head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    /** Sends so much of the request; the line is cut hard. Tells whether a success was read. */
    private boolean call(byte[] request, int sent, boolean listens) throws IOException {
        try (Socket socket = new Socket("localhost", platform.port())) {
            socket.setSoLinger(true, 0);
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(request, 0, sent);
            socket.getOutputStream().flush();
            if (!listens || sent < request.length) return false;
            return status(socket.getInputStream()).startsWith("HTTP/1.1 20");
        }
    }

    private static String status(InputStream in) throws IOException {
        return new String(in.readNBytes(12), StandardCharsets.US_ASCII);
    }

    private long number(String sql) throws SQLException {
        return number("jucai_worker", "worker", sql);
    }

    /** What other roles' connections do is shown to a superuser only. */
    private long asSuperuser(String sql) throws SQLException {
        return number("postgres", "postgres", sql);
    }

    private long number(String role, String password, String sql) throws SQLException {
        try (Connection connection = platform.databaseAs(role, password);
                PreparedStatement statement = connection.prepareStatement(sql); ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
