package org.jucai.platform.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jucai.platform.security.Officers;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.OtherProcess;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A real process that is killed after the receiver took a message and before that could be noted; another one goes on. */
@PlatformTest
@Import({World.class, Officers.class})
@TestPropertySource(properties = {"jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "jucai.webhooks.local=true"})
class WebhookKilledTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String[] SETTINGS = {"--jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "--jucai.webhooks.local=true", "--jucai.webhooks.timeout=2s"};

    @Autowired World world;
    @Autowired Officers officers;
    @Autowired Platform platform;
    @Autowired SmartLifecycle beats;
    @Autowired Clock clock;

    @Test
    void aMessageThatWasTakenAndNotNotedIsPostedAgainUnderItsIdAndWhoReceivesItCanTell() throws Exception {
        Visitor admin = officers.officer(world.association(1).buyerOf(0).person());
        beats.stop();
        try (Receiver receiver = new Receiver(); Connection blocks = platform.databaseAs("postgres", "postgres");
                OtherProcess first = OtherProcess.start(platform.database(), SETTINGS); OtherProcess second = OtherProcess.start(platform.database(), SETTINGS)) {
            first.ready();
            second.ready();
            blocks.setAutoCommit(false);
            receiver.onceBeforeAnswering("/killed", () -> holdsTheRow(blocks));
            JsonNode made = Officers.does(admin, "/api/webhooks", Map.of("name", "ERP", "url", receiver.url("/killed"), "kinds", List.of("WEBHOOK"))).ok();
            String at = "/api/webhooks/" + made.at("/webhook/id").asString();
            Officers.does(admin, at + "/ping", Map.of()).ok();
            await().atMost(PATIENCE).until(() -> receiver.at("/killed").size() == 1 && noting() == 1);
            assertThat(delivery(admin, at).path("state").asString()).as("taken by its receiver, and nobody knows").isEqualTo("WAITING");
            OtherProcess busy = noterIs(first) ? first : second;
            busy.kill();
            blocks.rollback();
            await().atMost(PATIENCE).until(() -> delivery(admin, at).path("state").asString().equals("DELIVERED"));
            List<Receiver.Post> posts = receiver.at("/killed");
            assertThat(posts).as("at least once: here twice").hasSize(2);
            assertThat(posts).extracting(Receiver.Post::id).containsOnly("msg_" + delivery(admin, at).path("messageId").asString().replace("msg_", ""));
            assertThat(posts).extracting(Receiver.Post::body).as("the same bytes").containsOnly(posts.getFirst().body());
            assertThat(posts).allMatch(post -> post.verifies(made.path("secret").asString(), post.body()));
            assertThat(done(posts)).as("who drops an id that it has does the work once").isEqualTo(1);
            assertThat(delivery(admin, at).path("attempts").asInt()).isEqualTo(2);
            assertThat(Officers.gets(admin, at).ok().has("failingSince")).as("a process that died is no fault of the receiver").isFalse();
        } finally {
            beats.start();
        }
    }

    /** As a receiver's own machine would: once for each id. */
    private static int done(List<Receiver.Post> posts) {
        Set<String> known = new HashSet<>();
        AtomicInteger done = new AtomicInteger();
        for (Receiver.Post post : posts) if (known.add(post.id())) done.incrementAndGet();
        return done.get();
    }

    private static JsonNode delivery(Visitor admin, String at) {
        return Officers.gets(admin, at + "/deliveries").ok().path("items").path(0);
    }

    /** Whoever would note it waits from here on. */
    private static void holdsTheRow(Connection blocks) {
        try (Statement statement = blocks.createStatement()) {
            statement.execute("select * from webhook_delivery for update");
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    private int noting() {
        return Integer.parseInt(new Sql(platform).text("select count(*)::text from pg_stat_activity where wait_event_type = 'Lock' and query like '%webhook_delivery%' and datname = current_database()"));
    }

    /** Which of the two processes waits to note it. */
    private boolean noterIs(OtherProcess one) {
        String ports = new Sql(platform).text("select coalesce(string_agg(client_port::text, ' '), '') from pg_stat_activity where wait_event_type = 'Lock' and query like '%webhook_delivery%' "
                + "and datname = current_database()");
        return one.holds(List.of(ports.split(" ", -1)));
    }
}
