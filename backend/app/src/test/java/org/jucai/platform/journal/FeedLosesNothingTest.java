package org.jucai.platform.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Writers take their numbers early and commit late, in any order; a reader that follows sees each event once. */
@PlatformTest
@Import(World.class)
class FeedLosesNothingTest {

    private static final long SEED = 20_270_322L;
    private static final int WRITERS = 8;
    private static final int TRANSACTIONS = 30;

    @Autowired Feed feed;
    @Autowired Database database;
    @Autowired Platform platform;

    @Test
    void aReaderThatFollowsSeesEveryEventOnceAlsoThoseOfLongTransactions() throws Exception {
        Set<UUID> written = ConcurrentHashMap.newKeySet();
        Position position = database.read(Scope.background(), feed::end).block(Duration.ofSeconds(10));
        List<UUID> seen = new ArrayList<>();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                SplittableRandom random = new SplittableRandom(SEED + i);
                running.add(writers.submit(() -> write(random, written)));
            }
            while (running.stream().anyMatch(writer -> !writer.isDone())) position = follow(position, seen);
            for (Future<?> writer : running) writer.get();
        }
        AtomicReference<Position> reached = new AtomicReference<>(position);
        await("the feed shows an event once every older transaction of the server has ended").atMost(Duration.ofSeconds(30)).until(() -> {
            reached.updateAndGet(from -> follow(from, seen));
            return seen.containsAll(written);
        });
        List<UUID> ours = seen.stream().filter(written::contains).toList();
        assertThat(ours).as("seed %d", SEED).doesNotHaveDuplicates().hasSize(written.size());
        assertThat(written).hasSizeGreaterThan(WRITERS * TRANSACTIONS);
    }

    private Position follow(Position from, List<UUID> seen) {
        List<RecordedEvent> events = database.read(Scope.background(), tx -> feed.after(tx, from, 100)).block(Duration.ofSeconds(10));
        events.forEach(event -> seen.add(event.streamId()));
        return events.isEmpty() ? from : follow(events.getLast().position(), seen);
    }

    /** The number is drawn at the insert; the commit follows up to 30 ms later. */
    private Void write(SplittableRandom random, Set<UUID> written) throws SQLException {
        try (Connection connection = platform.databaseAs("jucai_worker", "worker")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < TRANSACTIONS; i++) {
                int events = 1 + random.nextInt(3);
                for (int e = 0; e < events; e++) {
                    UUID id = UUID.randomUUID();
                    written.add(id);
                    insert(connection, id);
                    execute(connection, "select pg_sleep(" + random.nextInt(30) / 1000.0 + ")");
                }
                connection.commit();
            }
        }
        return null;
    }

    private static void insert(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into event (stream, stream_id, version, type, body, actor_id, party_id, entry, at)
                values ('test', ?, 1, 'TestHappened', '{}', ?, ?, 'CLOCK', now())
                """)) {
            for (int i = 1; i <= 3; i++) statement.setObject(i, id);
            statement.executeUpdate();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
