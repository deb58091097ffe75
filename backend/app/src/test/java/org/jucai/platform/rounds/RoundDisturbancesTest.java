package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(World.class)
class RoundDisturbancesTest {

    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void aSuspendedRoundTakesNothingAndResumesWithANewEnd() {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        Client secretariat = xinmi.secretariat();
        UUID line = xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).id();
        secretariat.does("/api/rounds/" + round + "/suspend", Map.of("reason", "主管部门要求核查")).ok();
        assertThat(xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).refusal()).isEqualTo("round-suspended");
        assertThat(xinmi.buyerOf(0).withdraws(line).refusal()).isEqualTo("round-suspended");
        world.timePasses(Duration.ofDays(8));
        assertThat(secretariat.get("/api/rounds/" + round).ok().path("status").asString()).isEqualTo("SUSPENDED");
        Map<String, String> past = Map.of("collectingEndsAt", world.now().toString(), "reason", "核查结束");
        assertThat(secretariat.does("/api/rounds/" + round + "/resume", past).refusal()).isEqualTo("round-dates-past");
        Map<String, String> later = Map.of("collectingEndsAt", world.now().plus(Duration.ofDays(1)).toString(), "reason", "核查结束");
        assertThat(secretariat.does("/api/rounds/" + round + "/resume", later).ok().path("status").asString()).isEqualTo("COLLECTING");
        xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).ok();
    }

    @Test
    void aGapThatIsSuspendedGoesOnForAsLongAsItHadLeft() {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        String path = "/api/rounds/" + round;
        Client secretariat = xinmi.secretariat();
        xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).ok();
        secretariat.does(path + "/lock", Map.of("reason", "提前锁定")).ok();
        secretariat.does(path + "/pool", null).ok();
        Map<String, String> reopen = Map.of("endsAt", world.now().plus(Duration.ofDays(2)).toString(), "reason", "补足一包");
        secretariat.does(path + "/reopen", reopen).ok();
        secretariat.does(path + "/suspend", Map.of("reason", "主管部门要求核查")).ok();
        world.timePasses(Duration.ofDays(5));
        Map<String, String> resume = Map.of("collectingEndsAt", world.now().plus(Duration.ofDays(1)).toString(), "reason", "核查结束");
        JsonNode resumed = secretariat.does(path + "/resume", resume).ok();
        assertThat(resumed.path("fillingGap").asBoolean()).isTrue();
        assertThat(Instant.parse(resumed.path("gapEndsAt").asString())).isEqualTo(world.now().plus(Duration.ofDays(2)));
        world.timePasses(Duration.ofDays(2).minusMinutes(1));
        xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).ok();
        world.timePasses(Duration.ofMinutes(2));
        assertThat(xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).refusal()).isEqualTo("demand-window-closed");
        String history = secretariat.get(path + "/history?limit=200").ok().toString();
        assertThat(history).contains("suspendedAt", "gapEndsAtBefore", "GapClosed");
    }

    @Test
    void aCancelledRoundEndsItsLinesAndIsNeverLeft() {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        UUID line = xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).id();
        xinmi.secretariat().does("/api/rounds/" + round + "/cancel", Map.of("reason", "需求不足")).ok();
        assertThat(xinmi.buyerOf(0).get("/api/demand-lines/" + line).ok().path("status").asString()).isEqualTo("LAPSED");
        for (String command : List.of("announce", "pool", "freeze")) {
            assertThat(xinmi.secretariat().does("/api/rounds/" + round + "/" + command, null).refusal()).as(command).isEqualTo("round-state-does-not-allow");
        }
        assertThat(xinmi.secretariat().get("/api/rounds/" + round + "/pool").ok().path("cells").size()).isZero();
    }

    @Test
    void aPriceCapIsShownToItsOwnerAloneAndEachReadingIsKept() throws SQLException {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        Client secretariat = xinmi.secretariat();
        Map<String, Object> terms = world.line(World.BEST, 600);
        terms.put("priceCapFenPerTonne", 196_543);
        UUID line = xinmi.buyerOf(0).submits(round, terms).id();
        String one = "/api/demand-lines/" + line;
        assertThat(xinmi.buyerOf(0).get(one).ok().toString()).contains("196543");
        assertThat(xinmi.buyerOf(0).get(one + "/history").ok().toString()).contains("196543");
        assertThat(purposes(line)).as("nobody but its owner has read it").isEmpty();
        secretariat.does("/api/rounds/" + round + "/lock", Map.of("reason", "提前锁定")).ok();
        secretariat.does("/api/rounds/" + round + "/pool", null).ok();
        String lot = secretariat.get("/api/rounds/" + round + "/lots").ok().path("items").get(0).path("id").asString();
        for (String path : List.of(one, one + "/history", "/api/rounds/" + round + "/demand-lines", "/api/rounds/" + round + "/history",
                "/api/rounds/" + round + "/pool", "/api/rounds/" + round + "/lots", "/api/lots/" + lot, "/api/rounds/" + round + "/pooling")) {
            assertThat(secretariat.get(path).ok().toString()).as(path).doesNotContain("196543", "priceCap");
        }
        assertThat(purposes(line)).containsExactly("DETAIL", "HISTORY", "LIST", "LOT");
        assertThat(secretariat.get("/api/rounds/" + round + "/history").ok().toString())
                .as("the round's history names lines, it does not open them").contains("LineSubmitted").doesNotContain("approvedSources", "acceptedGrades", "moves");
    }

    @Test
    void whoDoesNotSeeThePriceCapNeitherClearsNorReplacesIt() {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        Map<String, Object> terms = world.line(World.BEST, 600);
        terms.put("priceCapFenPerTonne", 196_543);
        String line = "/api/demand-lines/" + xinmi.buyerOf(0).submits(round, terms).id();
        xinmi.secretariat().edits(line, 1, world.line(World.BEST, 640)).ok();
        JsonNode changed = xinmi.buyerOf(0).get(line).ok();
        assertThat(changed.path("targetKg").asLong()).isEqualTo(640_000);
        assertThat(changed.path("priceCapFenPerTonne").asLong()).isEqualTo(196_543);
        terms.put("priceCapFenPerTonne", 300_000);
        assertThat(xinmi.secretariat().edits(line, 2, terms).refusal()).isEqualTo("price-cap-is-the-members");
        assertThat(xinmi.buyerOf(0).edits(line, 2, world.line(World.BEST, 640)).ok().has("priceCapFenPerTonne"))
                .as("the member itself clears it by leaving it out").isFalse();
    }

    @Test
    void aCapToldByTelephoneMayBeCorrectedUntilTheMemberConfirms() {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        Map<String, Object> terms = world.line(World.BEST, 600);
        terms.put("enterpriseId", xinmi.buyerOf(0).party().toString());
        terms.put("priceCapFenPerTonne", 196_543);
        String line = "/api/demand-lines/" + xinmi.secretariat().submits(round, terms).id();
        terms.put("priceCapFenPerTonne", 201_000);
        xinmi.secretariat().edits(line, 1, terms).ok();
        assertThat(xinmi.buyerOf(0).get(line).ok().path("priceCapFenPerTonne").asLong()).isEqualTo(201_000);
        terms.remove("priceCapFenPerTonne");
        xinmi.secretariat().edits(line, 2, terms).ok();
        assertThat(xinmi.buyerOf(0).get(line).ok().path("priceCapFenPerTonne").asLong()).as("left out, it stays").isEqualTo(201_000);
    }

    private Set<String> purposes(UUID line) throws SQLException {
        Set<String> purposes = new TreeSet<>();
        try (Connection connection = platform.databaseAs("jucai_worker", "worker");
                PreparedStatement statement = connection.prepareStatement("select purpose from line_reading where line_id = ?")) {
            statement.setObject(1, line);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) purposes.add(rows.getString(1));
            }
        }
        return purposes;
    }

    @Test
    void anotherAssociationAndItsMembersFindNothing() {
        World.Association xinmi = world.association(1);
        World.Association other = world.association(1);
        UUID round = world.collectingRound(xinmi);
        UUID line = xinmi.buyerOf(0).submits(round, world.line(World.BEST, 60)).id();
        for (Client stranger : List.of(other.secretariat(), other.buyerOf(0))) {
            assertThat(stranger.get("/api/demand-lines/" + line).status()).isEqualTo(404);
            assertThat(stranger.get("/api/demand-lines/" + line + "/history").status()).isEqualTo(404);
            assertThat(stranger.get("/api/rounds/" + round + "/demand-lines").ok().path("items").size()).isZero();
            assertThat(stranger.withdraws(line).status()).isEqualTo(404);
        }
        assertThat(other.secretariat().get("/api/rounds/" + round + "/pool").ok().path("audience").asString()).isEqualTo("BANDED");
        assertThat(other.secretariat().does("/api/rounds/" + round + "/lock", Map.of("reason", "不是我的")).status()).isEqualTo(404);
        assertThat(other.buyerOf(0).submits(round, world.line(World.BEST, 60)).refusal()).isEqualTo("not-a-member-of-association");
    }

    @Test
    void textThatNoDatabaseHoldsIsRefusedAndHarmsNobodyElse() {
        World.Association xinmi = world.association(1);
        UUID round = world.collectingRound(xinmi);
        for (String hostile : List.of("a\u0000b", "a\ud800b")) {
            Map<String, Object> terms = world.line(World.BEST, 60);
            terms.put("remark", hostile);
            assertThat(xinmi.buyerOf(0).submits(round, terms).status()).isEqualTo(400);
        }
        assertThat(xinmi.buyerOf(0).get("/api/rounds/" + round + "/demand-lines?grade=a\u0000b").status()).isEqualTo(400);
    }
}
