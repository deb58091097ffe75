package org.jucai.platform.rounds.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
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

/** Lines are written many at once; what is wrong with one must not be another's trouble. */
@PlatformTest
@Import(World.class)
class OneBadLineTest {

    private static final int LINES = 64;

    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void aRowThatTheDatabaseRefusesFailsAlone() throws Exception {
        World.Association xinmi = world.association(LINES);
        UUID round = world.collectingRound(xinmi);
        database("alter table demand_line add constraint nobody_is_doomed check (remark <> 'doomed')");
        List<Callable<Boolean>> senders = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            Client buyer = xinmi.buyerOf(i);
            Map<String, Object> line = new HashMap<>(world.line(World.BEST, 60));
            line.put("remark", i % 16 == 7 ? "doomed" : "fine");
            senders.add(() -> taken(buyer, round, line));
        }
        List<Boolean> told = new ArrayList<>();
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : together.invokeAll(senders)) told.add(one.get());
        }
        for (int i = 0; i < LINES; i++) {
            assertThat(told.get(i)).as("sender %d was taken", i).isEqualTo(i % 16 != 7);
        }
        assertThat(count("select count(*) from demand_line where round_id = '" + round + "'")).isEqualTo(LINES - LINES / 16);
        assertThat(count("select count(*) from event where round_id = '" + round + "' and type = 'LineSubmitted'")).isEqualTo(LINES - LINES / 16);
    }

    /** What no rule foresaw is a defect, which the specification has no answer for: it is not taken, that is all that is asked here. */
    private static boolean taken(Client buyer, UUID round, Map<String, Object> line) {
        try {
            buyer.submits(round, line).ok();
            return true;
        } catch (RuntimeException | AssertionError refused) {
            return false;
        }
    }

    private void database(String sql) throws Exception {
        try (Connection owner = platform.databaseAs("jucai_owner", "owner"); Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws Exception {
        try (Connection worker = platform.databaseAs("jucai_worker", "worker"); Statement statement = worker.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
