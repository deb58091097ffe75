package org.jucai.platform.rounds.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.membership.Connection;
import org.jucai.platform.membership.FileDesk;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(World.class)
class ConnectedMembersTest {

    @Autowired World world;
    @Autowired Founded founded;
    @Autowired FileDesk files;

    @Test
    void connectedMembersDoNotMakeUpTheCrowdInBandsNorInCells() {
        World.Association xinmi = world.association(7);
        connect(xinmi, 0, 1);
        UUID round = world.collectingRound(xinmi);
        submit(xinmi, round, List.of(0, 1, 2, 3, 4, 5));
        world.timePasses(Duration.ofHours(2));
        assertThat(best(xinmi, round).path("suppressed").asBoolean()).as("six members, but five crowds").isTrue();
        submit(xinmi, round, List.of(6));
        world.timePasses(Duration.ofHours(2));
        assertThat(best(xinmi, round).path("bandFromKg").asLong()).isEqualTo(500_000);
    }

    @Test
    void theCellsOfALockedRoundStaySilentWhereTheCrowdIsMadeOfConnectedMembers() {
        World.Association xinmi = world.association(6);
        UUID open = locked(xinmi);
        assertThat(xinmi.buyerOf(0).get("/api/rounds/" + open + "/pool").ok().path("cells").get(0).path("massKg").asLong()).isEqualTo(600_000);
        connect(xinmi, 0, 1);
        UUID silent = locked(xinmi);
        assertThat(xinmi.buyerOf(0).get("/api/rounds/" + silent + "/pool").ok().path("cells").get(0).path("massKg").asLong()).isZero();
    }

    private UUID locked(World.Association xinmi) {
        UUID round = world.collectingRound(xinmi);
        submit(xinmi, round, List.of(0, 1, 2, 3, 4, 5));
        xinmi.secretariat().does("/api/rounds/" + round + "/lock", Map.of("reason", "提前锁定")).ok();
        world.poolIsPublished();
        return round;
    }

    private void submit(World.Association xinmi, UUID round, List<Integer> who) {
        for (int member : who) xinmi.buyerOf(member).submits(round, world.line(World.BEST, 100)).ok();
    }

    private JsonNode best(World.Association xinmi, UUID round) {
        for (JsonNode cell : xinmi.buyerOf(0).get("/api/rounds/" + round + "/pool").ok().path("cells")) {
            if (cell.path("grade").asString().equals(World.BEST)) return cell;
        }
        throw new AssertionError("no such grade");
    }

    private void connect(World.Association xinmi, int one, int other) {
        Connection.Link link = new Connection.Link(Connection.Why.COMMON_CONTROLLER, "同一实际控制人", LocalDate.of(2020, 1, 1), null);
        founded.as(xinmi.actor(), asking -> files.connect(asking, xinmi.buyerOf(one).party(), xinmi.buyerOf(other).party(), link));
    }
}
