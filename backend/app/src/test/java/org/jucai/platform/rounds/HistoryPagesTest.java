package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Histories are paged to the end, and neither their cursors nor their steps tell how much happened elsewhere. */
@PlatformTest
@Import(World.class)
class HistoryPagesTest {

    @Autowired World world;

    @Test
    void aHistoryIsPagedToItsEndWithoutLossOrRepetition() {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        for (int i = 0; i < 5; i++) xinmi.buyerOf(0).submits(round, world.line(World.BEST, 10 + i)).ok();
        String history = "/api/rounds/" + round + "/history";
        List<String> whole = positions(xinmi.secretariat().get(history + "?limit=200").ok());
        assertThat(whole).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = xinmi.secretariat().get(history + "?limit=3" + next).ok();
            paged.addAll(positions(page));
            next = page.path("nextCursor").asString("").isEmpty() ? "" : "&cursor=" + page.path("nextCursor").asString();
        } while (!next.isEmpty());
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void twoCursorsOfOnePlaceAreDifferentTextsAndNoneCarriesANumberThatRuns() {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        Client buyer = xinmi.buyerOf(0);
        String line = "/api/demand-lines/" + buyer.submits(round, world.line(World.BEST, 60)).id();
        buyer.edits(line, 1, world.line(World.BEST, 61)).ok();
        HashSet<String> cursors = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            JsonNode page = buyer.get(line + "/history?limit=1").ok();
            cursors.add(page.path("nextCursor").asString());
            assertThat(positions(page)).containsExactly(line.replace("/api/demand-lines/", "") + ".1");
        }
        assertThat(cursors).hasSize(3).allMatch(cursor -> cursor.length() == 59 && !cursor.contains("."));
    }

    @Test
    void aCursorThatWasNotGivenIsRefusedAndBreaksNothing() {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        String line = "/api/demand-lines/" + xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).id();
        for (String path : List.of("/api/rounds/" + round + "/history", line + "/history", "/api/rounds", line + "/readings",
                "/api/rounds/" + round + "/demand-lines", "/api/rounds/" + round + "/lots")) {
            for (String foreign : List.of("1.1", "0", "A".repeat(59))) {
                assertThat(xinmi.secretariat().get(path + "?cursor=" + foreign).status()).as("%s after %s", path, foreign).isLessThan(500);
            }
        }
        assertThat(xinmi.secretariat().get("/api/rounds/" + round + "/history?cursor=1.1").refusal()).isEqualTo("bad-request");
        assertThat(xinmi.secretariat().get("/api/rounds?cursor=x").refusal()).isEqualTo("bad-request");
    }

    private static List<String> positions(JsonNode page) {
        List<String> positions = new ArrayList<>();
        page.path("items").forEach(entry -> positions.add(entry.path("position").asString()));
        return positions;
    }
}
