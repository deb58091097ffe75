package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

/** A round's life, told from the draft to the frozen lots. */
@PlatformTest
@Import(World.class)
class RoundJourneyTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired World world;

    private World.Association xinmi;
    private UUID round;

    @Test
    void aRoundFromTheDraftToFrozenLots() {
        xinmi = world.association(12);
        draftedSeenByNobodyThenAnnouncedAndOpenedByTheClock();
        membersSubmitChangeAndWithdraw();
        theSecretariatEntersALineThatCountsOnceTheMemberConfirms();
        thePoolIsExactForTheSecretariatAndBandedForMembers();
        theEndIsMovedAndTheClockLocks();
        theRoundIsPooledToTheKilogram();
        aGapIsFilledByAdditionsOnly();
        theLotsAreFrozen();
        theHistoryShowsEachStep();
    }

    private String path(String rest) {
        return "/api/rounds/" + round + rest;
    }

    private Client secretariat() {
        return xinmi.secretariat();
    }

    private String status() {
        return secretariat().get(path("")).ok().path("status").asString();
    }

    private void draftedSeenByNobodyThenAnnouncedAndOpenedByTheClock() {
        round = world.draftedRound(xinmi);
        assertThat(xinmi.buyerOf(0).get(path("")).status()).isEqualTo(404);
        secretariat().does(path("/announce"), null).ok();
        assertThat(xinmi.buyerOf(0).get(path("")).ok().path("status").asString()).isEqualTo("ANNOUNCED");
        assertThat(xinmi.buyerOf(0).submits(round, world.line(World.BEST, 200)).refusal()).isEqualTo("round-not-open");
        world.timePasses(HOUR);
        assertThat(status()).isEqualTo("COLLECTING");
    }

    /** Zone A comes to 810 t, zone B to 400 t, zone C to 80 t. */
    private void membersSubmitChangeAndWithdraw() {
        List<UUID> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) lines.add(xinmi.buyerOf(i).submits(round, world.line(World.BEST, List.of(200, 100, 20).get(i % 3))).id());
        Map<String, Object> changed = world.line(World.BEST, 210);
        changed.put("priceCapFenPerTonne", 196_543);
        assertThat(xinmi.buyerOf(0).edits("/api/demand-lines/" + lines.getFirst(), 1, changed).ok().path("priceCapFenPerTonne").asLong())
                .isEqualTo(196_543);
        assertThat(xinmi.buyerOf(0).edits("/api/demand-lines/" + lines.getFirst(), 1, changed).status()).isEqualTo(412);
        assertThat(xinmi.buyerOf(1).edits("/api/demand-lines/" + lines.getFirst(), 2, changed).status()).isEqualTo(404);
        UUID second = xinmi.buyerOf(3).submits(round, world.line(World.SECOND, 70)).id();
        assertThat(xinmi.buyerOf(3).withdraws(second).ok().path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(xinmi.buyerOf(3).withdraws(second).refusal()).isEqualTo("line-state-does-not-allow");
        assertThat(secretariat().get("/api/demand-lines/" + lines.getFirst()).ok().has("priceCapFenPerTonne")).isFalse();
    }

    private void theSecretariatEntersALineThatCountsOnceTheMemberConfirms() {
        Map<String, Object> line = world.line(World.BEST, 40);
        line.put("enterpriseId", xinmi.buyerOf(11).party().toString());
        UUID entered = secretariat().submits(round, line).id();
        assertThat(exactMass()).isEqualTo(1_290_000);
        assertThat(secretariat().does("/api/demand-lines/" + entered + "/confirm", null).status()).isEqualTo(403);
        assertThat(xinmi.buyerOf(10).does("/api/demand-lines/" + entered + "/confirm", null).status()).isEqualTo(404);
        assertThat(xinmi.buyerOf(11).does("/api/demand-lines/" + entered + "/confirm", null).ok().path("status").asString()).isEqualTo("SUBMITTED");
        assertThat(exactMass()).isEqualTo(1_330_000);
        line.put("enterpriseId", xinmi.buyerOf(10).party().toString());
        assertThat(xinmi.buyerOf(11).submits(round, line).status()).isEqualTo(403);
    }

    private long exactMass() {
        JsonNode pool = secretariat().get(path("/pool")).ok();
        assertThat(pool.path("audience").asString()).isEqualTo("EXACT");
        long whole = 0;
        long parts = 0;
        for (JsonNode cell : pool.path("cells")) {
            if (cell.path("level").asString().equals("TOTAL")) whole = cell.path("massKg").asLong();
            if (cell.path("level").asString().equals("WINDOW")) parts += cell.path("massKg").asLong();
        }
        assertThat(parts).as("the parts add up to the whole").isEqualTo(whole);
        return whole;
    }

    private static long sum(JsonNode items, String field) {
        long sum = 0;
        for (JsonNode item : items) sum += item.path(field).asLong();
        return sum;
    }

    private JsonNode band(Client reader) {
        JsonNode pool = reader.get(path("/pool")).ok();
        assertThat(pool.path("audience").asString()).isEqualTo("BANDED");
        assertThat(pool.toString()).doesNotContain("massKg", "\"lines\"");
        for (JsonNode cell : pool.path("cells")) if (cell.path("grade").asString().equals(World.BEST)) return cell;
        throw new AssertionError("no cell of " + World.BEST);
    }

    private void thePoolIsExactForTheSecretariatAndBandedForMembers() {
        world.poolIsPublished();
        assertThat(band(world.nobody()).has("bandFromKg")).as("nothing before an hour is over").isFalse();
        world.timePasses(HOUR);
        JsonNode band = band(xinmi.buyerOf(0));
        assertThat(band.path("bandFromKg").asLong()).isEqualTo(1_000_000);
        assertThat(band.path("bandToKg").asLong()).isEqualTo(3_000_000);
        assertThat(band.path("ownKg").asLong()).isEqualTo(210_000);
        UUID more = xinmi.buyerOf(9).submits(round, world.line(World.BEST, 5_000)).id();
        world.timePasses(HOUR);
        assertThat(band(world.nobody()).path("bandFromKg").asLong()).as("one member's change moves no band").isEqualTo(1_000_000);
        xinmi.buyerOf(9).withdraws(more).ok();
    }

    private void theEndIsMovedAndTheClockLocks() {
        Instant end = Instant.parse(secretariat().get(path("")).ok().path("terms").path("collectingEndsAt").asString()).plus(HOUR);
        secretariat().does(path("/extend"), Map.of("collectingEndsAt", end.toString(), "reason", "三家会员申请延期")).ok();
        world.timePasses(Duration.between(world.now(), end).minusMillis(1));
        assertThat(status()).isEqualTo("COLLECTING");
        world.clockMoves(Duration.ofMillis(1));
        assertThat(xinmi.buyerOf(2).submits(round, world.line(World.BEST, 10)).refusal()).isEqualTo("demand-window-closed");
        world.timePasses(Duration.ZERO);
        assertThat(status()).isEqualTo("LOCKED");
        assertThat(byStatus()).isEqualTo(Map.of("COMMITTED", 13, "WITHDRAWN", 2));
        JsonNode published = xinmi.buyerOf(0).get(path("/pool")).ok();
        assertThat(published.path("audience").asString()).isEqualTo("CELLS");
        assertThat(published.path("cells").get(0).path("massKg").asLong()).isEqualTo(1_330_000);
    }

    private Map<String, Integer> byStatus() {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode line : secretariat().get(path("/demand-lines?limit=200")).ok().path("items")) {
            counts.merge(line.path("status").asString(), 1, Integer::sum);
        }
        return counts;
    }

    private void theRoundIsPooledToTheKilogram() {
        secretariat().does(path("/pool"), null).ok();
        assertThat(status()).isEqualTo("POOLED");
        assertThat(eachLineInOneLotAndSumsExact()).isEqualTo(1_330_000);
        JsonNode own = xinmi.buyerOf(0).get(path("/lots")).ok().path("items");
        assertThat(own.size()).isEqualTo(1);
        assertThat(own.get(0).path("own").size()).isEqualTo(1);
        assertThat(own.get(0).path("own").get(0).path("whyText").asString()).isNotBlank();
        assertThat(own.toString()).doesNotContain("massKg", "memberMinimumKg", "memberCount", xinmi.buyerOf(3).party().toString());
        assertThat(secretariat().get(path("/pooling")).ok().path("groupings").size()).isPositive();
        assertThat(world.nobody().get(path("/lots")).ok().path("items").size()).isZero();
    }

    private long eachLineInOneLotAndSumsExact() {
        Map<String, Integer> places = new HashMap<>();
        long total = 0;
        for (JsonNode listed : secretariat().get(path("/lots")).ok().path("items")) {
            JsonNode lot = secretariat().get("/api/lots/" + listed.path("id").asString()).ok();
            assertThat(lot.path("memberMinimumKg").asLong()).isEqualTo(sum(lot.path("lines"), "minimumKg"));
            assertThat(lot.path("massKg").asLong()).isEqualTo(sum(lot.path("lines"), "targetKg"));
            assertThat(lot.path("maximumKg").asLong()).isEqualTo(sum(lot.path("lines"), "maximumKg"));
            for (JsonNode line : lot.path("lines")) places.merge(line.path("lineId").asString(), 1, Integer::sum);
            total += lot.path("massKg").asLong();
        }
        assertThat(places.values()).containsOnly(1);
        assertThat(places).hasSize(byStatus().get("POOLED"));
        return total;
    }

    private void aGapIsFilledByAdditionsOnly() {
        Instant end = world.now().plus(HOUR);
        secretariat().does(path("/reopen"), Map.of("endsAt", end.toString(), "reason", "XM-B 不足起运量")).ok();
        JsonNode line = xinmi.buyerOf(1).get(path("/demand-lines")).ok().path("items").valueStream()
                .filter(one -> one.path("targetKg").asLong() == 100_000 && one.path("status").asString().equals("POOLED"))
                .findFirst().orElseThrow();
        String one = "/api/demand-lines/" + line.path("id").asString();
        assertThat(xinmi.buyerOf(1).edits(one, line.path("version").asLong(), world.line(World.BEST, 90)).refusal()).isEqualTo("additions-only");
        assertThat(xinmi.buyerOf(1).does(one + "/withdraw", null).refusal()).isEqualTo("additions-only");
        xinmi.buyerOf(1).edits(one, line.path("version").asLong(), world.line(World.BEST, 250)).ok();
        xinmi.buyerOf(4).submits(round, world.line(World.BEST, 33)).ok();
        assertThat(secretariat().does(path("/freeze"), null).refusal()).isEqualTo("round-filling-gap");
        world.timePasses(HOUR);
        assertThat(xinmi.buyerOf(4).submits(round, world.line(World.BEST, 33)).refusal()).isEqualTo("demand-window-closed");
        assertThat(secretariat().does(path("/freeze"), null).refusal()).as("pooled again first").isEqualTo("round-filling-gap");
        secretariat().does(path("/pool"), null).ok();
        assertThat(eachLineInOneLotAndSumsExact()).isEqualTo(1_513_000);
        assertThat(exactMass()).isEqualTo(1_513_000);
    }

    private void theLotsAreFrozen() {
        secretariat().does(path("/freeze"), null).ok();
        long frozen = 0;
        for (JsonNode lot : secretariat().get(path("/lots")).ok().path("items")) {
            boolean viable = lot.path("massKg").asLong() >= 500_000;
            assertThat(lot.path("status").asString()).isEqualTo(viable ? "FROZEN" : "FAILED");
            assertThat(lot.path("digest").asString("").matches("[0-9a-f]{64}")).isEqualTo(viable);
            if (viable) frozen++;
        }
        assertThat(frozen).isEqualTo(2);
        assertThat(byStatus()).isEqualTo(Map.of("POOLED", 9, "WITHDRAWN", 2, "LAPSED", 5));
        assertThat(exactMass()).isEqualTo(1_393_000);
        assertThat(secretariat().does(path("/pool"), null).refusal()).isEqualTo("round-already-frozen");
        world.poolIsPublished();
        assertThat(xinmi.buyerOf(0).get(path("/pool")).ok().path("audience").asString()).isEqualTo("CELLS");
    }

    private void theHistoryShowsEachStep() {
        List<String> steps = new ArrayList<>();
        for (JsonNode entry : secretariat().get(path("/history?limit=200")).ok().path("items")) {
            if (entry.path("subject").asString().equals("round")) steps.add(entry.path("type").asString() + " " + entry.path("entry").asString());
        }
        assertThat(steps).containsExactly("RoundDrafted TOKEN", "RoundAnnounced TOKEN", "CollectingOpened CLOCK", "CollectingEndMoved TOKEN",
                "RoundLocked CLOCK", "RoundPooled TOKEN", "RoundReopened TOKEN", "GapClosed CLOCK", "RoundPooled TOKEN", "RoundFrozen TOKEN");
    }
}
