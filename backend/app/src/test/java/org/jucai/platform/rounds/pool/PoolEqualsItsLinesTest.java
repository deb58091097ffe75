package org.jucai.platform.rounds.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

/** Summary and tail together are the sum over the lines at every moment, while members write and the feed is folded. */
@PlatformTest
@Import(World.class)
class PoolEqualsItsLinesTest {

    private static final long SEED = 20_270_401L;
    private static final int MEMBERS = 6;
    private static final int COMMANDS = 60;

    private static final String PLAIN = """
            select grade, zone, window_from_on, window_to_on, count(*), count(distinct enterprise_id), sum(minimum_kg)::bigint,
                   sum(target_kg)::bigint, sum(maximum_kg)::bigint
            from (select accepted_grades[1] as grade, * from demand_line where round_id = ? and status in ('SUBMITTED', 'COMMITTED', 'POOLED')) line
            group by grouping sets ((grade, zone, window_from_on, window_to_on), (grade, zone), (grade), ())
            having count(*) > 0
            order by grade nulls first, zone nulls first, window_from_on nulls first
            """;

    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void atEveryMomentWhileMembersWriteAndTheFeedIsFolded() throws Exception {
        World.Association xinmi = world.association(MEMBERS);
        UUID round = world.collectingRound(xinmi);
        int looks = 0;
        int notEmpty = 0;
        try (ExecutorService writers = Executors.newFixedThreadPool(MEMBERS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < MEMBERS; i++) {
                Client buyer = xinmi.buyerOf(i);
                SplittableRandom random = new SplittableRandom(SEED + i);
                running.add(writers.submit(() -> actAtRandom(buyer, round, random)));
            }
            while (running.stream().anyMatch(writer -> !writer.isDone())) {
                if (compare(round) > 0) notEmpty++;
                if (++looks % 5 == 0) world.poolIsFolded();
            }
            for (Future<?> writer : running) writer.get();
        }
        compare(round);
        world.poolIsFolded();
        assertThat(compare(round)).isPositive();
        assertThat(notEmpty).as("looks with something to see, of %d", looks).isGreaterThan(20);
        xinmi.secretariat().does("/api/rounds/" + round + "/lock", Map.of("reason", "提前锁定")).ok();
        compare(round);
    }

    @Test
    void theSecretariatSeesTheWholeEachGradeZoneAndWindowWithLinesAndMembers() {
        World.Association xinmi = world.association(3);
        UUID round = world.collectingRound(xinmi);
        xinmi.buyerOf(0).submits(round, world.line(World.BEST, 100)).ok();
        xinmi.buyerOf(0).submits(round, world.line(World.SECOND, 40)).ok();
        xinmi.buyerOf(0).submits(round, world.line(World.BEST, 10)).ok();
        world.poolIsFolded();
        xinmi.buyerOf(1).submits(round, world.line(World.BEST, 200)).ok();
        UUID gone = xinmi.buyerOf(2).submits(round, world.line(World.BEST, 999)).id();
        xinmi.buyerOf(2).withdraws(gone).ok();
        List<String> cells = new ArrayList<>();
        xinmi.secretariat().get("/api/rounds/" + round + "/pool").ok().path("cells").forEach(cell -> cells.add("%s %s %s: %d t, %d lines, %d members".formatted(
                cell.path("level").asString(), cell.path("grade").asString("-"), cell.path("zone").asString("-"),
                cell.path("massKg").asLong() / 1_000, cell.path("lines").asInt(), cell.path("members").asInt())));
        assertThat(cells).containsExactly(
                "TOTAL - -: 350 t, 4 lines, 2 members",
                "GRADE GL-80 -: 40 t, 1 lines, 1 members",
                "ZONE GL-80 XM-A: 40 t, 1 lines, 1 members",
                "WINDOW GL-80 XM-A: 40 t, 1 lines, 1 members",
                "GRADE GL-85A -: 310 t, 3 lines, 2 members",
                "ZONE GL-85A XM-A: 110 t, 2 lines, 1 members",
                "WINDOW GL-85A XM-A: 110 t, 2 lines, 1 members",
                "ZONE GL-85A XM-B: 200 t, 1 lines, 1 members",
                "WINDOW GL-85A XM-B: 200 t, 1 lines, 1 members");
    }

    /** Both in one snapshot; tells how many cells there were. */
    private int compare(UUID round) throws SQLException {
        try (Connection connection = platform.databaseAs("jucai_worker", "worker")) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<String> plain = rows(connection, PLAIN, round);
            List<String> view = rows(connection, SqlPool.VIEW.replaceAll("(?<!:):round", "?"), round);
            connection.rollback();
            assertThat(view).as("seed %d", SEED).isEqualTo(plain);
            return plain.size();
        }
    }

    private static List<String> rows(Connection connection, String sql, UUID round) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) statement.setObject(i, round);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= 9; i++) row.append(rows.getString(i)).append('|');
                    found.add(row.toString());
                }
            }
        }
        return found;
    }

    private Void actAtRandom(Client buyer, UUID round, SplittableRandom random) {
        List<UUID> mine = new ArrayList<>();
        for (int i = 0; i < COMMANDS; i++) {
            int choice = random.nextInt(10);
            if (mine.isEmpty() || choice < 5) {
                mine.add(buyer.submits(round, anyLine(random)).id());
            } else if (choice < 8) {
                UUID line = mine.get(random.nextInt(mine.size()));
                long version = buyer.get("/api/demand-lines/" + line).ok().path("version").asLong();
                buyer.edits("/api/demand-lines/" + line, version, anyLine(random)).ok();
            } else {
                buyer.withdraws(mine.remove(random.nextInt(mine.size()))).ok();
            }
        }
        return null;
    }

    private Map<String, Object> anyLine(SplittableRandom random) {
        Map<String, Object> line = world.line(random.nextBoolean() ? World.BEST : World.SECOND, 1 + random.nextInt(300));
        if (random.nextBoolean()) line.put("minimumKg", 1 + random.nextInt(1_000));
        if (random.nextBoolean()) line.put("deliveryFromOn", world.deliveryStart().plusDays(15).toString());
        if (random.nextBoolean()) line.put("deliveryToOn", world.deliveryStart().plusDays(50).toString());
        return line;
    }
}
