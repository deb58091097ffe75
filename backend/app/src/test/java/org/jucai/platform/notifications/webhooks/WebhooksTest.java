package org.jucai.platform.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.notifications.NoticeTicks;
import org.jucai.platform.security.Officers;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Servers;
import org.jucai.platform.testing.TestClock;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over real HTTP to a real receiver; the sender beats by itself, as in production. */
@PlatformTest
@Import({World.class, Officers.class, NoticeTicks.class})
@TestPropertySource(properties = {"jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "jucai.webhooks.local=true", "jucai.webhooks.timeout=900ms"})
class WebhooksTest {

    private static final Receiver RECEIVER = new Receiver();
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired World world;
    @Autowired Officers officers;
    @Autowired Platform platform;
    @Autowired NoticeTicks notices;
    @Autowired WebhookPost post;
    @Autowired SqlPosts posts;
    @Autowired Database database;
    @Autowired Environment settings;
    @Autowired Clock clock;

    @AfterAll
    static void close() {
        RECEIVER.close();
    }

    /** A party's administrator with a webhook to this path. */
    private record Ours(World.Association us, Client machine, Visitor admin, String at, String secret) {

        String deliveries() {
            return at + "/deliveries";
        }
    }

    private Ours made(String path, String... kinds) {
        World.Association us = world.association(2);
        Client machine = us.buyerOf(0);
        Visitor admin = officers.officer(machine.person());
        JsonNode made = Officers.does(admin, "/api/webhooks", Map.of("name", "ERP", "url", RECEIVER.url(path), "kinds", List.of(kinds))).ok();
        return new Ours(us, machine, admin, "/api/webhooks/" + made.at("/webhook/id").asString(), made.path("secret").asString());
    }

    private JsonNode delivery(Ours ours, int number) {
        return Officers.gets(ours.admin(), ours.deliveries()).ok().path("items").valueStream().filter(one -> one.path("number").asInt() == number).findFirst().orElseThrow();
    }

    private void ping(Ours ours) {
        Officers.does(ours.admin(), ours.at() + "/ping", Map.of());
    }

    private void time(Duration by) {
        ((TestClock) clock).advance(by);
    }

    private String sql(String asked) {
        return new Sql(platform).text(asked);
    }

    private static void until(java.util.function.BooleanSupplier there) {
        await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100)).until(there::getAsBoolean);
    }

    @Test
    void whatHappensIsPostedOnceSignedAsPublishedAndAForgedOneIsDetected() {
        Ours ours = made("/signed", "ROUND");
        UUID round = world.collectingRound(ours.us());
        until(() -> RECEIVER.at("/signed").size() >= 2);
        assertThat(RECEIVER.at("/signed")).hasSize(2).extracting(got -> JSON.readTree(got.body()).path("type").asString()).containsExactlyInAnyOrder("RoundAnnounced", "CollectingOpened");
        for (Receiver.Post got : RECEIVER.at("/signed")) {
            assertThat(got.verifies(ours.secret(), got.body())).isTrue();
            assertThat(got.verifies(ours.secret(), got.body() + " ")).as("another body").isFalse();
            assertThat(got.verifies("whsec_" + Base64.getEncoder().encodeToString(new byte[32]), got.body())).as("another secret").isFalse();
            JsonNode said = JSON.readTree(got.body());
            assertThat(said.propertyNames()).containsExactlyInAnyOrder("type", "timestamp", "data");
            assertThat(said.path("data").propertyNames()).as("what a listener hears, and nothing of the event's body").isSubsetOf("topic", "type", "at", "subjectId");
            assertThat(said.at("/data/topic").asString()).isEqualTo("round:" + round);
        }
        assertThat(RECEIVER.at("/signed")).extracting(Receiver.Post::id).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotTakenIsTriedAgainUnderTheSameIdUntilItIs() {
        Ours ours = made("/stubborn", "WEBHOOK");
        int tries = 0;
        for (String way : List.of("500", "SLOW", "CLOSING", "REDIRECT")) {
            RECEIVER.behaves("/stubborn", way);
            if (tries == 0) ping(ours);
            else time(Duration.ofHours(1));
            int attempts = ++tries;
            until(() -> delivery(ours, 1).path("attempts").asInt() == attempts && delivery(ours, 1).path("lastError").asString("").matches(switch (way) {
                case "500" -> "answered 500";
                case "SLOW" -> "no answer in time";
                case "CLOSING" -> "the receiver hung up.*";
                default -> "answered 307";
            }));
        }
        RECEIVER.behaves("/stubborn", "200");
        time(Duration.ofHours(1));
        until(() -> delivery(ours, 1).path("state").asString().equals("DELIVERED"));
        assertThat(RECEIVER.at("/stubborn")).hasSize(5).extracting(Receiver.Post::id).containsOnly(delivery(ours, 1).path("messageId").asString());
        assertThat(Officers.gets(ours.admin(), ours.at()).ok().has("failingSince")).isFalse();
    }

    @Test
    void aMessageIsPostedAgainOnDemandUnderItsOwnIdAndNotTwiceAtOnce() {
        Ours ours = made("/again", "WEBHOOK");
        ping(ours);
        until(() -> delivery(ours, 1).path("state").asString().equals("DELIVERED"));
        Officers.does(ours.admin(), ours.deliveries() + "/1/replay", Map.of()).ok();
        until(() -> RECEIVER.at("/again").size() == 2 && delivery(ours, 1).path("state").asString().equals("DELIVERED"));
        assertThat(RECEIVER.at("/again")).extracting(Receiver.Post::id).containsOnly(delivery(ours, 1).path("messageId").asString());
        assertThat(Officers.does(ours.admin(), ours.deliveries() + "/7/replay", Map.of()).refusal()).isEqualTo("not-found");
        Officers.does(ours.admin(), ours.at() + "/switch-off", Map.of()).ok();
        assertThat(Officers.does(ours.admin(), ours.deliveries() + "/1/replay", Map.of()).refusal()).isEqualTo("webhook-not-active");
    }

    @Test
    void whileASecretIsRotatedBothSignAndADayLaterOnlyTheNewOne() {
        Ours ours = made("/rotated", "ROUND");
        String next = Officers.does(ours.admin(), ours.at() + "/rotate", Map.of()).ok().path("secret").asString();
        ping(ours);
        until(() -> RECEIVER.at("/rotated").size() == 1);
        Receiver.Post both = RECEIVER.at("/rotated").getFirst();
        assertThat(both.verifies(next, both.body()) && both.verifies(ours.secret(), both.body())).isTrue();
        time(WebhookDesk.BOTH_SIGN_FOR);
        world.collectingRound(ours.us());
        until(() -> RECEIVER.at("/rotated").size() == 3);
        Receiver.Post one = RECEIVER.at("/rotated").getLast();
        assertThat(one.verifies(next, one.body())).isTrue();
        assertThat(one.verifies(ours.secret(), one.body())).isFalse();
    }

    @Test
    void afterThreeDaysWithoutSuccessItIsSwitchedOffAndItsAdministratorsAreTold() {
        Ours ours = made("/dead", "WEBHOOK");
        RECEIVER.behaves("/dead", "503");
        ping(ours);
        until(() -> delivery(ours, 1).path("attempts").asInt() == 1 && delivery(ours, 1).has("lastError"));
        time(AttemptRules.PATIENCE);
        until(() -> sql("select state from webhook where id = '" + ours.at().substring(14) + "'").equals("FAILED"));
        notices.fold();
        JsonNode told = ours.machine().get("/api/notices?kind=WEBHOOK").ok().path("items").path(0);
        assertThat(told.path("type").asString()).isEqualTo("WebhookFailed");
        assertThat(told.path("path").asString()).isEqualTo("/notices/webhooks/" + ours.at().substring(14));
    }

    @Test
    void whoSaysThatItIsGoneIsNotPostedToAgain() {
        Ours ours = made("/gone", "WEBHOOK");
        RECEIVER.behaves("/gone", "410");
        ping(ours);
        until(() -> Officers.gets(ours.admin(), ours.at()).ok().path("state").asString().equals("GONE"));
        assertThat(Officers.does(ours.admin(), ours.at() + "/ping", Map.of()).refusal()).isEqualTo("webhook-not-active");
        assertThat(RECEIVER.at("/gone")).hasSize(1);
    }

    @Test
    void aProcessThatDiesBetweenPostingAndNotingItLeavesItToBePostedAgainUnderTheSameId() {
        Ours ours = made("/died", "WEBHOOK");
        Officers.does(ours.admin(), ours.at() + "/switch-off", Map.of()).ok();
        sql("insert into webhook_delivery (webhook_id, number, party_id, message_id, type, body, about_id, about_version, made_at, state, attempts, turns, next_attempt_at) "
                + "select id, 100, party_id, gen_random_uuid(), 'Ping', '{}', gen_random_uuid(), 1, '" + clock.instant() + "', 'WAITING', 1, 1, '" + clock.instant().plusSeconds(20)
                + "' from webhook where id = '" + ours.at().substring(14) + "' returning number::text");
        String id = "msg_" + sql("select message_id::text from webhook_delivery where webhook_id = '" + ours.at().substring(14) + "'");
        post.post(RECEIVER.url("/died"), Map.of("webhook-id", id), "{}".getBytes(StandardCharsets.UTF_8)).block(Duration.ofSeconds(10));
        Officers.does(ours.admin(), ours.at() + "/switch-on", Map.of()).ok();
        ping(ours);
        until(() -> RECEIVER.at("/died").size() == 2);
        assertThat(RECEIVER.at("/died").stream().filter(got -> id.equals(got.id()))).as("not while it may still be under way").hasSize(1);
        time(Duration.ofSeconds(21));
        until(() -> RECEIVER.at("/died").stream().filter(got -> id.equals(got.id())).count() == 2);
    }

    @Test
    void aMessageUnderWayIsTakenByNobodyElse() {
        Ours ours = made("/underway", "WEBHOOK");
        RECEIVER.behaves("/underway", "SLOW");
        ping(ours);
        until(() -> RECEIVER.at("/underway").size() == 1);
        List<SqlPosts.Taken> others = database.write(Scope.background(), tx -> posts.take(tx, clock.instant(), clock.instant().plusSeconds(30), 16)).block(Duration.ofSeconds(10));
        assertThat(others).extracting(taken -> "/api/webhooks/" + taken.delivery().webhookId()).doesNotContain(ours.at());
    }

    @Test
    void twoProcessesPostEachMessageOnce() {
        Ours ours = made("/shared", "ROUND");
        try (ConfigurableApplicationContext other = Servers.secondProcess(settings, (TestClock) clock, Map.of("jucai.webhooks.local", true, "jucai.webhooks.timeout", "900ms",
                "jucai.membership.sealing-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))) {
            assertThat(other.isRunning()).isTrue();
            for (int i = 0; i < 20; i++) ping(ours);
            until(() -> sql("select count(*)::text from webhook_delivery where webhook_id = '" + ours.at().substring(14) + "' and state = 'DELIVERED'").equals("20"));
            assertThat(RECEIVER.at("/shared")).hasSize(20).extracting(Receiver.Post::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void aWebhookIsItsPartysAndItsSecretIsShownOnce() {
        Ours ours = made("/ours", "ROUND");
        Visitor other = officers.officer(ours.us().buyerOf(1).person());
        for (String read : List.of(ours.at(), ours.deliveries())) assertThat(Officers.gets(other, read).status()).isEqualTo(404);
        for (String act : List.of("/ping", "/rotate", "/switch-off", "/switch-on")) assertThat(Officers.does(other, ours.at() + act, Map.of()).status()).as(act).isEqualTo(404);
        other.asks(HttpMethod.DELETE, ours.at()).exchange().expectStatus().isNotFound();
        assertThat(Officers.gets(other, "/api/webhooks").ok().path("items")).isEmpty();
        assertThat(Officers.gets(ours.admin(), "/api/webhooks").ok().toString()).doesNotContain("whsec_");
        String key = Client.newKey();
        Map<String, Object> asked = Map.of("name", "zwei", "url", RECEIVER.url("/zwei"), "kinds", List.of("ROUND"));
        assertThat(Officers.does(ours.admin(), key, "/api/webhooks", asked).ok().path("secret").asString()).startsWith("whsec_");
        assertThat(Officers.does(ours.admin(), key, "/api/webhooks", asked).ok().has("secret")).as("the same key again").isFalse();
        assertThat(sql("select count(*)::text from idempotency_record where answer like '%whsec_%'")).isEqualTo("0");
        assertThat(sql("select count(*)::text from webhook where secret_sealed like '%whsec_%'")).isEqualTo("0");
        for (String inside : List.of("https://10.0.0.1/", "http://erp.example.com/", "https://intranet/")) {
            assertThat(Officers.does(ours.admin(), "/api/webhooks", Map.of("name", "drei", "url", inside, "kinds", List.of("ROUND"))).refusal()).isEqualTo("webhook-address-refused");
        }
    }
}
