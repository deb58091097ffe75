package org.jucai.platform.rounds.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(World.class)
class ManyRoundsTest {

    /** So many are looked at at once. */
    private static final int PAGE = 50;
    private static final int ROUNDS = PAGE + 6;
    private static final int MEMBERS = 6;

    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void theBandOfTheOldestAndOfTheNewestOfManyCollectingRoundsStepsAndEachIsLockedInTime() throws SQLException {
        World.Association xinmi = world.association(MEMBERS);
        List<UUID> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) rounds.add(world.collectingRound(xinmi));
        List<UUID> looked = List.of(rounds.getFirst(), rounds.get(5), rounds.getLast());
        for (UUID round : looked) {
            for (int i = 0; i < MEMBERS; i++) xinmi.buyerOf(i).submits(round, world.line(World.BEST, 100)).ok();
        }
        world.timePasses(Duration.ofHours(2));
        for (UUID round : looked) assertThat(band(xinmi, round)).as("of the round at %d", rounds.indexOf(round)).isEqualTo(500_000);
        List<String> inOrder = rounds.stream().map(UUID::toString).sorted().toList();
        cannotBeMovedUpTo(inOrder.get(PAGE - 1));
        world.timePasses(Duration.ofDays(8));
        assertThat(inOrder.subList(PAGE, ROUNDS)).as("a page of rounds that cannot be moved holds up no other").allMatch(round -> status(xinmi, round).equals("LOCKED"));
        assertThat(inOrder.subList(0, PAGE)).allMatch(round -> status(xinmi, round).equals("COLLECTING"));
        superuserSays("drop trigger not_now on round");
        world.timePasses(Duration.ofSeconds(1));
        assertThat(inOrder).as("and each is tried again").allMatch(round -> status(xinmi, round).equals("LOCKED"));
        for (UUID round : looked) {
            JsonNode pool = xinmi.buyerOf(0).get("/api/rounds/" + round + "/pool").ok();
            assertThat(pool.path("cells").get(0).path("massKg").asLong()).isEqualTo(MEMBERS * 100_000);
        }
    }

    private void cannotBeMovedUpTo(String last) throws SQLException {
        superuserSays("create function not_now() returns trigger language plpgsql as 'begin raise exception ''not now''; end'",
                "create trigger not_now before update on round for each row when (new.status = 'LOCKED' and old.id <= '" + last + "') execute function not_now()");
    }

    private void superuserSays(String... said) throws SQLException {
        try (Connection all = platform.databaseAs("postgres", "postgres"); Statement statement = all.createStatement()) {
            for (String one : said) statement.execute(one);
        }
    }

    private static String status(World.Association xinmi, String round) {
        return xinmi.buyerOf(0).get("/api/rounds/" + round).ok().path("status").asString();
    }

    private long band(World.Association xinmi, UUID round) {
        for (JsonNode cell : xinmi.buyerOf(0).get("/api/rounds/" + round + "/pool").ok().path("cells")) {
            if (cell.path("grade").asString().equals(World.BEST)) return cell.path("bandFromKg").asLong(-1);
        }
        return -1;
    }
}
