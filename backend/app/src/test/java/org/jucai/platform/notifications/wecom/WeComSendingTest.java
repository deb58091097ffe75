package org.jucai.platform.notifications.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.membership.Sealing;
import org.jucai.platform.notifications.webhooks.Sql;
import org.jucai.platform.security.Officers;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** From the outbox to the robots, over real HTTP; the sender is told when to look. */
@PlatformTest
@Import({World.class, Officers.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class WeComSendingTest {

    private static final Robots ROBOTS = new Robots();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired World world;
    @Autowired Officers officers;
    @Autowired Platform platform;
    @Autowired WeComMessages messages;
    @Autowired WeComSender sender;
    @Autowired Sealing sealing;
    @Autowired Database database;
    @Autowired Clock clock;
    @Autowired SmartLifecycle beats;

    @DynamicPropertySource
    static void gate(DynamicPropertyRegistry settings) {
        settings.add("jucai.wecom.url", ROBOTS::url);
        settings.add("jucai.wecom.timeout", () -> "2s");
    }

    @AfterAll
    static void close() {
        ROBOTS.close();
    }

    @BeforeEach
    void nobodyElseSends() {
        beats.stop();
    }

    /** Each sealed anew, as each person's own choice is. */
    private void queues(String robot, int many) {
        for (int i = 0; i < many; i++) {
            String text = "第 " + i + " 条";
            database.write(Scope.background(), tx -> messages.queue(tx, new WeComMessages.Telling(UUID.randomUUID(), sealing.seal(robot), text, Duration.ofDays(1)), clock.instant())).block(PATIENCE);
        }
    }

    private void looks(int times) {
        for (int i = 0; i < times; i++) sender.tick().block(PATIENCE);
    }

    private void time(Duration by) {
        ((TestClock) clock).advance(by);
    }

    @Test
    void aRobotGetsTwentyWithinAMinuteAndNotOneMoreWhileAnotherIsNotKeptWaiting() throws Exception {
        queues("robot-a", 45);
        queues("robot-b", 3);
        List<Callable<Long>> processes = IntStream.range(0, 6).<Callable<Long>>mapToObj(i -> () -> sender.tick().block(PATIENCE)).toList();
        for (int i = 0; i < 3; i++) Together.all(processes);
        assertThat(ROBOTS.to("robot-a")).as("also when several look at once").hasSize(20);
        assertThat(ROBOTS.to("robot-b")).hasSize(3);
        time(Duration.ofSeconds(61));
        looks(3);
        assertThat(ROBOTS.to("robot-a")).as("what was taken may have come two seconds later than it was taken").hasSize(20);
        time(Duration.ofSeconds(2));
        looks(6);
        assertThat(ROBOTS.to("robot-a")).hasSize(40);
        time(Duration.ofSeconds(63));
        looks(6);
        assertThat(ROBOTS.to("robot-a")).extracting(Robots.Post::body).hasSize(45).doesNotHaveDuplicates();
        assertThat(new Sql(platform).text("select count(*)::text from wecom_outbox where attempts > 1 and robot = '" + WeComMessages.digest("robot-a") + "'")).as("waiting is no attempt").isEqualTo("0");
    }

    @Test
    void whatIsNotTakenCountsAgainstTheMinuteTooAndIsTriedAgain() {
        ROBOTS.behaves("robot-c", "{\"errcode\":45009}");
        queues("robot-c", 1);
        looks(1);
        for (int again = 0; again < 3; again++) {
            time(Duration.ofSeconds(15));
            looks(1);
        }
        assertThat(ROBOTS.to("robot-c")).hasSizeBetween(2, 4);
        ROBOTS.behaves("robot-c", "{\"errcode\":0}");
        time(Duration.ofMinutes(5));
        looks(1);
        assertThat(new Sql(platform).text("select (sent_at is not null)::text || body || robot_sealed from wecom_outbox where robot = '" + WeComMessages.digest("robot-c") + "'")).isEqualTo("true");
    }

    @Test
    void whoKeepsTheInstallationSeesWhatBecameOfEachAndNeitherWordsNorKey() {
        ROBOTS.behaves("robot-d", "{\"errcode\":93000}");
        queues("robot-d", 1);
        queues("robot-e", 1);
        looks(1);
        Visitor keeper = officers.officer(world.other(PartyKind.PLATFORM, Role.PLATFORM_ADMIN).person());
        JsonNode given = Officers.gets(keeper, "/api/wecom-messages?state=GIVEN_UP").ok().path("items").path(0);
        assertThat(given.path("lastError").asString()).isEqualTo("answered errcode 93000");
        assertThat(given.path("robot").asString()).isEqualTo(WeComMessages.digest("robot-d"));
        assertThat(given.path("attempts").asInt()).isEqualTo(1);
        JsonNode all = Officers.gets(keeper, "/api/wecom-messages?limit=200").ok();
        assertThat(all.toString()).doesNotContain("robot-d", "robot-e", "第 0 条");
        assertThat(all.path("items").valueStream().map(one -> one.path("state").asString()).toList()).contains("SENT", "GIVEN_UP");
        JsonNode first = Officers.gets(keeper, "/api/wecom-messages?limit=1").ok();
        assertThat(Officers.gets(keeper, "/api/wecom-messages?limit=1&cursor=" + first.path("nextCursor").asString()).ok().path("items").path(0).path("id"))
                .isNotEqualTo(first.path("items").path(0).path("id"));
        assertThat(Officers.gets(officers.officer(world.association(1).secretariat().person()), "/api/wecom-messages").status()).isEqualTo(403);
    }
}
