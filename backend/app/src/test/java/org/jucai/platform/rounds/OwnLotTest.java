package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a member may see of a lot that it shares (law 8). The claim: of two rounds that differ in what its rivals ask for, and in
 * nothing of its own, it sees the same, so nothing that it sees can narrow what they ask for.
 */
@PlatformTest
@Import(World.class)
class OwnLotTest {

    @Autowired World world;

    private World.Association xinmi;

    /** What the two others ask for; all three receive in one zone. */
    private record Rivals(long bestTonnes, long secondTonnes, int daysLater) {}

    @Test
    void aMemberSeesTheSameOfALotOfTwoWhateverTheOtherAsksFor() {
        xinmi = world.association(7);
        UUID below = pooled(List.of(line(World.BEST, 300)), new Rivals(150, 20, 0));
        UUID viable = pooled(List.of(line(World.BEST, 300)), new Rivals(250, 20, 8));
        UUID large = pooled(List.of(line(World.BEST, 300)), new Rivals(1_900, 20, 3));
        assertThat(List.of(isViable(below), isViable(viable), isViable(large))).as("the claim is about something").containsExactly(false, true, true);
        assertThat(seen(viable)).isEqualTo(seen(below));
        assertThat(seen(large)).isEqualTo(seen(below));
        assertThat(seen(below).getFirst().path("atMostToViableKg").asLong()).isEqualTo(200_000);
        assertThat(seen(below).getFirst().path("atMostToNextStepKg").asLong()).isEqualTo(200_000);
    }

    @Test
    void whyALineWentWhereItDidTellsAMemberNothingOfTheOthers() {
        xinmi = world.association(7);
        Map<String, Object> either = line(World.SECOND, 100);
        either.put("acceptedGrades", List.of(World.SECOND, World.BEST));
        UUID few = pooled(List.of(line(World.BEST, 300), either), new Rivals(120, 40, 0));
        UUID many = pooled(List.of(line(World.BEST, 300), either), new Rivals(460, 90, 0));
        assertThat(reasons(few)).as("the secretariat is told").isNotEqualTo(reasons(many));
        assertThat(seen(many)).isEqualTo(seen(few));
        assertThat(seen(few).toString()).contains("OTHER_CHOICE");
    }

    @Test
    void onceFrozenTheStatusSaysThatTheLotGoesAheadAndNothingMore() {
        xinmi = world.association(7);
        UUID viable = pooled(List.of(line(World.BEST, 300)), new Rivals(250, 20, 0));
        UUID large = pooled(List.of(line(World.BEST, 300)), new Rivals(1_900, 20, 0));
        for (UUID round : List.of(viable, large)) xinmi.secretariat().does("/api/rounds/" + round + "/freeze", null).ok();
        assertThat(seen(large)).isEqualTo(seen(viable));
        JsonNode lot = seen(viable).getFirst();
        assertThat(lot.path("status").asString()).isEqualTo("FROZEN");
        assertThat(lot.path("atMostToViableKg").asLong(-1)).isZero();
        assertThat(lot.path("nextStepKg").asLong()).isEqualTo(1_000_000);
        assertThat(lot.path("atMostToNextStepKg").asLong()).as("from the viable mass, which is there for certain").isEqualTo(500_000);
    }

    private Map<String, Object> line(String grade, long tonnes) {
        return world.line(grade, tonnes);
    }

    private Map<String, Object> later(Map<String, Object> line, int days) {
        line.put("deliveryFromOn", world.deliveryStart().plusDays(days).toString());
        line.put("deliveryToOn", world.deliveryStart().plusDays(19L + days).toString());
        return line;
    }

    private UUID pooled(List<Map<String, Object>> own, Rivals rivals) {
        UUID round = world.collectingRound(xinmi);
        own.forEach(line -> xinmi.buyerOf(0).submits(round, line).ok());
        xinmi.buyerOf(3).submits(round, later(line(World.BEST, rivals.bestTonnes()), rivals.daysLater())).ok();
        xinmi.buyerOf(6).submits(round, line(World.SECOND, rivals.secondTonnes())).ok();
        xinmi.secretariat().does("/api/rounds/" + round + "/lock", Map.of("reason", "提前锁定")).ok();
        xinmi.secretariat().does("/api/rounds/" + round + "/pool", null).ok();
        return round;
    }

    private boolean isViable(UUID round) {
        return lots(xinmi.secretariat(), round).valueStream().filter(lot -> lot.path("grade").asString().equals(World.BEST))
                .anyMatch(lot -> lot.path("viable").asBoolean());
    }

    private List<String> reasons(UUID round) {
        return lots(xinmi.secretariat(), round).valueStream()
                .flatMap(lot -> xinmi.secretariat().get("/api/lots/" + lot.path("id").asString()).ok().path("lines").valueStream())
                .map(line -> line.path("whyText").asString()).sorted().toList();
    }

    private static JsonNode lots(Client reader, UUID round) {
        return reader.get("/api/rounds/" + round + "/lots").ok().path("items");
    }

    /** Its lots, from the list and each by itself, without the ids and codes that every round gives anew. */
    private List<JsonNode> seen(UUID round) {
        List<JsonNode> seen = new ArrayList<>();
        for (JsonNode lot : lots(xinmi.buyerOf(0), round)) {
            seen.add(named(xinmi.buyerOf(0).get("/api/lots/" + lot.path("id").asString()).ok()));
            seen.add(named(lot));
        }
        assertThat(seen).isNotEmpty();
        return seen;
    }

    /** Lines taken in the same millisecond stand in no order. */
    private static JsonNode named(JsonNode lot) {
        ((ObjectNode) lot).remove(List.of("id", "roundId"));
        List<JsonNode> own = lot.path("own").valueStream().sorted(Comparator.comparingLong(line -> line.path("targetKg").asLong())).toList();
        own.forEach(line -> ((ObjectNode) line).remove(List.of("lineId", "lineCode")));
        ((ObjectNode) lot).putArray("own").addAll(own);
        return lot;
    }
}
