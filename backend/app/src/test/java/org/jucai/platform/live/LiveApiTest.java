package org.jucai.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.journal.Cursors;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PlatformTest
@Import(World.class)
class LiveApiTest {

    @Autowired Platform platform;
    @Autowired World world;
    @Autowired LiveReader reader;
    @Autowired Doorkeeper doorkeeper;

    @Test
    void aMemberNeverHearsThatAnotherSubmittedAndTheSecretariatHearsTheExactPool() {
        World.Association association = world.association(3);
        UUID round = world.collectingRound(association);
        try (Hearing other = hear(association.buyerOf(0), round);
                Hearing stranger = hear(world.nobody(), round);
                Hearing owner = hear(association.buyerOf(1), round);
                Hearing secretariat = hear(association.secretariat(), round)) {
            UUID line = association.buyerOf(1).submits(round, world.line(World.BEST, 60)).id();
            Hearing.Heard pool = secretariat.upTo("PoolChanged").getLast();
            assertThat(pool.data().path("cells").get(0).path("massKg").asLong()).isEqualTo(60_000);
            assertThat(pool.data().path("cells").get(0).path("lines").asInt()).isEqualTo(1);
            assertThat(owner.upTo("LineSubmitted").getLast().data().path("subjectId").asString()).isEqualTo(line.toString());
            suspend(association, round);
            assertThat(types(other.upTo("RoundSuspended"))).containsExactly("RoundSuspended");
            assertThat(types(stranger.upTo("RoundSuspended"))).containsExactly("RoundSuspended");
            assertThat(types(secretariat.upTo("RoundSuspended"))).doesNotContain("LineSubmitted");
        }
    }

    @Test
    void everybodyElseHearsOfThePoolWhenABandSteps() {
        World.Association association = world.association(7);
        UUID round = world.collectingRound(association);
        try (Hearing stranger = hear(world.nobody(), round)) {
            association.buyers().forEach(buyer -> buyer.submits(round, world.line(World.BEST, 150)).ok());
            world.timePasses(Duration.ofMinutes(61));
            Hearing.Heard pool = stranger.upTo("PoolChanged").getLast();
            assertThat(pool.data().path("cells").get(0).path("bandFromKg").asLong()).isEqualTo(1_000_000);
            assertThat(pool.data().toString()).doesNotContain("ownKg", "lines", "massKg");
        }
    }

    @Test
    void whoWasCutHearsWhatItMissedOnceAndInOrder() {
        World.Association association = world.association(1);
        UUID round = world.collectingRound(association);
        Client buyer = association.buyerOf(0);
        String cursor;
        try (Hearing first = hear(buyer, round)) {
            buyer.submits(round, world.line(World.BEST, 40)).ok();
            cursor = first.upTo("LineSubmitted").getLast().id();
        }
        UUID second = buyer.submits(round, world.line(World.BEST, 50)).id();
        buyer.withdraws(second).ok();
        suspend(association, round);
        try (Hearing again = Hearing.of(platform.port(), buyer.token(), "round:" + round, cursor)) {
            List<Hearing.Heard> missed = again.upTo("RoundSuspended");
            assertThat(types(missed)).containsExactly("LineSubmitted", "LineWithdrawn", "RoundSuspended");
            assertThat(missed.getFirst().data().path("subjectId").asString()).isEqualTo(second.toString());
            resume(association, round);
            assertThat(types(again.upTo("RoundResumed"))).containsExactly("RoundResumed");
        }
        try (Hearing once = Hearing.of(platform.port(), association.secretariat().token(), "round:" + round, cursor)) {
            assertThat(types(once.upTo(Hearing.OPENED))).as("of a pool the latest state only")
                    .containsExactly("RoundSuspended", "RoundResumed", "PoolChanged");
        }
    }

    @Test
    void whoWasAwayTooLongOrShowsAForeignCursorIsToldToReadAgain() {
        World.Association association = world.association(0);
        String cursor;
        try (Hearing first = Hearing.of(platform.port(), "", "rounds", null)) {
            cursor = first.upTo(Hearing.OPENED).getLast().id();
        }
        world.collectingRound(association);
        world.clockMoves(Replay.NOT_OLDER_THAN.plusMinutes(1));
        for (String shown : List.of(cursor, "A".repeat(Cursors.LENGTH))) {
            try (Hearing again = Hearing.of(platform.port(), "", "rounds", shown)) {
                assertThat(types(again.upTo(Hearing.OPENED))).containsExactly("Reset");
            }
        }
        assertThat(Hearing.of(platform.port(), "", "rounds", "not a cursor").status()).isEqualTo(400);
    }

    @Test
    void aDraftIsHeardByItsAssociationAlone() {
        World.Association association = world.association(1);
        try (Hearing stranger = Hearing.of(platform.port(), "", "rounds", null).opened();
                Hearing secretariat = Hearing.of(platform.port(), association.secretariat().token(), "rounds", null).opened()) {
            UUID round = world.draftedRound(association);
            secretariat.upTo(heard -> heard.data().toString().contains(round.toString()) && heard.type().equals("RoundDrafted"));
            assertThat(Hearing.of(platform.port(), association.buyerOf(0).token(), "round:" + round, null).status()).isEqualTo(404);
            association.secretariat().does("/api/rounds/" + round + "/announce", null).ok();
            assertThat(stranger.upTo("RoundAnnounced")).noneMatch(heard -> heard.type().equals("RoundDrafted"));
        }
    }

    /** On another node, so that nothing here was told of it. */
    @Test
    void aTokenThatIsRevokedEndsItsStreams() throws SQLException {
        World.Association association = world.association(2);
        UUID round = world.collectingRound(association);
        Client revoked = association.buyerOf(0);
        try (Hearing hearing = hear(revoked, round);
                Hearing other = hear(association.buyerOf(1), round);
                Connection database = platform.databaseAs("jucai_app", "app");
                Statement statement = database.createStatement()) {
            statement.execute("set jucai.parties = '{" + revoked.party() + "}'");
            assertThat(statement.executeUpdate("update api_token set revoked_at = created_at where person_id = '" + revoked.person() + "'")).isEqualTo(1);
            doorkeeper.goRound(0).block(Duration.ofSeconds(20));
            assertThat(types(hearing.upTo(Hearing.OVER))).containsExactly(Hearing.OVER);
            suspend(association, round);
            assertThat(types(other.upTo("RoundSuspended"))).containsExactly("RoundSuspended");
        }
    }

    @Test
    void aPersonListensOnlySoOftenAtOnce() {
        Client buyer = world.association(1).buyerOf(0);
        List<Hearing> open = new ArrayList<>();
        for (int i = 0; i < 20; i++) open.add(Hearing.of(platform.port(), buyer.token(), "rounds", null).opened());
        assertThat(open).allMatch(hearing -> hearing.status() == 200);
        Client.Answer refused = buyer.get("/api/events");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.refusal()).isEqualTo("too-many-streams");
        open.forEach(Hearing::close);
    }

    @Test
    void fiveHundredHearTheSameStepOnce() {
        World.Association association = world.association(0);
        UUID round = world.collectingRound(association);
        List<Hearing> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) all.add(hear(world.nobody(), round));
        suspend(association, round);
        resume(association, round);
        for (Hearing hearing : all) {
            assertThat(types(hearing.upTo("RoundResumed"))).containsExactly("RoundSuspended", "RoundResumed");
        }
        all.forEach(Hearing::close);
    }

    private Hearing hear(Client client, UUID round) {
        return Hearing.of(platform.port(), client.token(), "round:" + round, null).opened();
    }

    /** Without what happened just before: the reader may be a moment behind when a client comes. */
    private static List<String> types(List<Hearing.Heard> heard) {
        return heard.stream().map(Hearing.Heard::type).filter(type -> !Hearing.BEFORE.contains(type)).toList();
    }

    private static void suspend(World.Association association, UUID round) {
        association.secretariat().does("/api/rounds/" + round + "/suspend", Map.of("reason", "设备检修")).ok();
    }

    private void resume(World.Association association, UUID round) {
        association.secretariat().does("/api/rounds/" + round + "/resume",
                Map.of("reason", "检修完毕", "collectingEndsAt", world.now().plus(Duration.ofDays(5)).toString())).ok();
    }
}
