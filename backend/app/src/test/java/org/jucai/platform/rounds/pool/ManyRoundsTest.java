package org.jucai.platform.rounds.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(World.class)
class ManyRoundsTest {

    /** More than are looked at in one page. */
    private static final int ROUNDS = 56;
    private static final int MEMBERS = 6;

    @Autowired World world;

    @Test
    void theBandOfTheOldestAndOfTheNewestOfManyCollectingRoundsStepsAndEachIsLockedInTime() {
        World.Association xinmi = world.association(MEMBERS);
        List<UUID> rounds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) rounds.add(world.collectingRound(xinmi));
        List<UUID> looked = List.of(rounds.getFirst(), rounds.get(5), rounds.getLast());
        for (UUID round : looked) {
            for (int i = 0; i < MEMBERS; i++) xinmi.buyerOf(i).submits(round, world.line(World.BEST, 100)).ok();
        }
        world.timePasses(Duration.ofHours(2));
        for (UUID round : looked) assertThat(band(xinmi, round)).as("of the round at %d", rounds.indexOf(round)).isEqualTo(500_000);
        world.timePasses(Duration.ofDays(8));
        for (UUID round : rounds) {
            JsonNode seen = xinmi.buyerOf(0).get("/api/rounds/" + round).ok();
            assertThat(seen.path("status").asString()).isEqualTo("LOCKED");
        }
        for (UUID round : looked) {
            JsonNode pool = xinmi.buyerOf(0).get("/api/rounds/" + round + "/pool").ok();
            assertThat(pool.path("cells").get(0).path("massKg").asLong()).isEqualTo(MEMBERS * 100_000);
        }
    }

    private long band(World.Association xinmi, UUID round) {
        for (JsonNode cell : xinmi.buyerOf(0).get("/api/rounds/" + round + "/pool").ok().path("cells")) {
            if (cell.path("grade").asString().equals(World.BEST)) return cell.path("bandFromKg").asLong(-1);
        }
        return -1;
    }
}
