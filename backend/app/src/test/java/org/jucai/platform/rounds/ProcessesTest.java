package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jucai.platform.live.Hearing;
import org.jucai.platform.testing.Books;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.OtherProcess;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Sent;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Two real processes of the application on one database and one Redis: side by side, and killed in the middle of their work. */
@PlatformTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessesTest {

    private static final int CONNECTIONS = 32;
    private static final int ENTERPRISES = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired World world;
    @Autowired Platform platform;

    private Books books;
    private World.Association xinmi;
    private OtherProcess here;
    private OtherProcess there;

    @BeforeAll
    void twoProcessesAreStarted() {
        books = new Books(platform);
        here = OtherProcess.start(platform.database());
        there = OtherProcess.start(platform.database());
        xinmi = world.association(ENTERPRISES);
        here.ready();
        there.ready();
    }

    @AfterAll
    void theyEnd() {
        here.close();
        there.close();
    }

    @Test
    void afterSigkillInTheMiddleOfIntakeEveryAcknowledgedLineIsThereAndNoneTwice() throws Exception {
        UUID round = collecting();
        List<Sent> all = sentUntilTheKill(round);
        List<Sent> acknowledged = all.stream().filter(Sent::taken).toList();
        List<Sent> unanswered = all.stream().filter(Sent::unanswered).toList();
        assertThat(acknowledged.size() + unanswered.size()).as("nothing else was answered").isEqualTo(all.size());
        assertThat(unanswered).as("each client ended with a request that nobody answered").hasSize(CONNECTIONS);
        assertThat(standing(round)).as("what was acknowledged").containsAll(ids(acknowledged));

        here = OtherProcess.start(platform.database()).ready();
        Map<String, Object> line = world.line(World.BEST, 60);
        Sent.To restarted = new Sent.To(here.port(), round);
        Set<UUID> known = new HashSet<>(ids(acknowledged));
        for (Sent open : unanswered) known.add(again(restarted, open, line).id());
        assertThat(known).as("each key made a line of its own").hasSameSizeAs(all);
        assertThat(again(restarted, acknowledged.getLast(), line).id()).isEqualTo(acknowledged.getLast().id());
        assertThat(standing(round)).containsExactlyInAnyOrderElementsOf(known);
        assertThat(books.events(round, "LineSubmitted")).isEqualTo(all.size());
        assertThat(poolOf(here, round)).isEqualTo(all.size() * 60_000L);
        assertThat(poolOf(there, round)).isEqualTo(all.size() * 60_000L);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(books.idleInTransaction()).isZero());
    }

    /** Each client sends one line after the other to a process that is killed in the middle. */
    private List<Sent> sentUntilTheKill(UUID round) throws Exception {
        Savers savers = new Savers(world.line(World.BEST, 60), List.of(new Sent.To(here.port(), round)));
        CountDownLatch underWay = new CountDownLatch(200);
        List<Callable<List<Sent>>> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            Client buyer = xinmi.buyerOf(i);
            clients.add(() -> savers.untilTheLineBreaks(buyer, underWay::countDown));
        }
        CompletableFuture<List<List<Sent>>> intake = CompletableFuture.supplyAsync(() -> together(clients));
        assertThat(underWay.await(60, TimeUnit.SECONDS)).as("the intake is under way").isTrue();
        here.kill();
        return intake.get(60, TimeUnit.SECONDS).stream().flatMap(List::stream).toList();
    }

    /** With its own key; a key that its dead process still holds is asked for again. */
    private static Sent again(Sent.To to, Sent open, Map<String, ?> line) {
        return await().atMost(PATIENCE).until(() -> Sent.line(to, open.buyer(), line, open.key()), answer -> !answer.problem().equals("request-in-flight"));
    }

    @Test
    void acrossTheDeadlineOnTwoProcessesNoneIsLostNoneDoubledNoneLateAndEachIsToldTheTruth() throws Exception {
        UUID round = collecting();
        Instant deadline = OtherProcess.time().plusSeconds(4).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        xinmi.secretariat().does("/api/rounds/" + round + "/extend", Map.of("collectingEndsAt", deadline.toString(), "reason", "提前截止")).ok();
        List<Sent> all = everybodyUntilRefused(round);
        assertThat(all.stream().filter(Sent::taken)).as("some were in time").isNotEmpty();
        await().atMost(PATIENCE).until(() -> books.events(round, "RoundLocked") > 0);
        theBooksSayWhatEachWasTold(round, all);
        for (String at : books.times(round)) assertThat(Instant.parse(at)).isBefore(deadline);
    }

    @Test
    void aLockThatIsCommandedOnBothProcessesInTheMiddleOfIntakeHappensOnceAndBothTellTheSameStream() throws Exception {
        UUID round = collecting();
        String topic = "round:" + round;
        String member = xinmi.buyerOf(0).token();
        String secretariat = xinmi.secretariat().token();
        try (Hearing first = Hearing.of(here.port(), member, topic, null).opened();
                Hearing second = Hearing.of(there.port(), member, topic, null).opened();
                Hearing office = Hearing.of(here.port(), secretariat, topic, null).opened();
                Hearing other = Hearing.of(there.port(), secretariat, topic, null).opened()) {
            CompletableFuture<List<Sent>> intake = CompletableFuture.supplyAsync(() -> everybodyUntilRefused(round));
            await().atMost(PATIENCE).until(() -> books.events(round, "LineSubmitted") > 100);
            List<Integer> statuses = together(IntStream.range(0, 8).<Callable<Integer>>mapToObj(i -> () -> lock(i % 2 == 0 ? here : there, round)).toList());
            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
            List<Sent> all = intake.get(60, TimeUnit.SECONDS);
            theBooksSayWhatEachWasTold(round, all);
            List<String> told = told(first);
            assertThat(told(second)).as("one stream, told by two processes").isEqualTo(told);
            assertThat(told.stream().filter(event -> event.contains("LineSubmitted")).count()).isEqualTo(
                    all.stream().filter(sent -> sent.taken() && sent.buyer().equals(xinmi.buyerOf(0))).count()).isPositive();
            long taken = all.stream().filter(Sent::taken).count() * 60_000;
            office.upTo(heard -> massOf(heard) == taken);
            other.upTo(heard -> massOf(heard) == taken);
        }
    }

    /** Every event up to the lock; the pool is told as it stands at the moment, not change by change. */
    private static List<String> told(Hearing hearing) {
        return hearing.upTo("RoundLocked").stream().filter(heard -> !heard.type().equals("PoolChanged")).map(heard -> heard.data().toString()).toList();
    }

    private static long massOf(Hearing.Heard heard) {
        return heard.data().path("cells").valueStream().filter(cell -> cell.path("level").asString().equals("WINDOW")).mapToLong(cell -> cell.path("massKg").asLong()).sum();
    }

    private int lock(OtherProcess process, UUID round) {
        return xinmi.secretariat().at(process.port()).does("/api/rounds/" + round + "/lock", Map.of("reason", "提前锁定")).status();
    }

    /** Every enterprise saves again and again, now at one process, now at the other, until it is told that it is over. */
    private List<Sent> everybodyUntilRefused(UUID round) {
        Savers savers = new Savers(world.line(World.BEST, 60), List.of(new Sent.To(here.port(), round), new Sent.To(there.port(), round)));
        List<Callable<List<Sent>>> connections = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            List<Client> saving = new ArrayList<>();
            for (int j = i; j < ENTERPRISES; j += CONNECTIONS) saving.add(xinmi.buyerOf(j));
            connections.add(() -> savers.untilRefused(saving));
        }
        return together(connections).stream().flatMap(List::stream).toList();
    }

    private void theBooksSayWhatEachWasTold(UUID round, List<Sent> all) throws SQLException {
        List<Sent> taken = all.stream().filter(Sent::taken).toList();
        assertThat(all.stream().filter(sent -> !sent.taken())).as("everybody was told in the end").hasSize(ENTERPRISES)
                .allSatisfy(sent -> assertThat(sent.status() + " " + sent.problem()).isEqualTo("409 demand-window-closed"));
        assertThat(books.lines(round)).containsExactlyInAnyOrderElementsOf(ids(taken).stream().map(id -> id + " COMMITTED").toList());
        assertThat(books.events(round, "LineSubmitted")).isEqualTo(taken.size());
        assertThat(books.events(round, "LineCommitted")).isEqualTo(taken.size());
        assertThat(books.events(round, "RoundLocked")).isEqualTo(1);
        assertThat(poolOf(here, round)).isEqualTo(taken.size() * 60_000L);
        assertThat(poolOf(there, round)).isEqualTo(taken.size() * 60_000L);
    }

    @Test
    void aKeyThatIsSentToBothProcessesAtOnceMakesOneLine() throws Exception {
        UUID round = collecting();
        Map<String, Object> line = world.line(World.BEST, 60);
        Set<UUID> made = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Client buyer = xinmi.buyerOf(i);
            String key = Client.newKey();
            List<Sent> answers = together(Stream.of(here, there, here, there)
                    .<Callable<Sent>>map(process -> () -> Sent.line(new Sent.To(process.port(), round), buyer, line, key)).toList());
            assertThat(answers).allMatch(answer -> answer.taken() || answer.problem().equals("request-in-flight"));
            Set<UUID> ids = new HashSet<>(ids(answers.stream().filter(Sent::taken).toList()));
            assertThat(ids).hasSize(1);
            made.addAll(ids);
        }
        assertThat(standing(round)).containsExactlyInAnyOrderElementsOf(made);
    }

    /** The processes' clock opens a round at the hour too; whoever is first. */
    private UUID collecting() {
        UUID round = world.draftedRound(xinmi);
        xinmi.secretariat().does("/api/rounds/" + round + "/announce", null).ok();
        xinmi.secretariat().does("/api/rounds/" + round + "/open", Map.of("reason", "提前开始"));
        assertThat(xinmi.secretariat().get("/api/rounds/" + round).ok().path("status").asString()).isEqualTo("COLLECTING");
        return round;
    }

    private Set<UUID> standing(UUID round) throws SQLException {
        List<String> lines = books.lines(round);
        Set<UUID> ids = new HashSet<>();
        for (String line : lines) ids.add(UUID.fromString(line.substring(0, 36)));
        assertThat(ids).hasSameSizeAs(lines);
        return ids;
    }

    private long poolOf(OtherProcess process, UUID round) {
        return xinmi.secretariat().at(process.port()).get("/api/rounds/" + round + "/pool").ok().path("cells").valueStream().filter(cell -> cell.path("level").asString().equals("WINDOW"))
                .mapToLong(cell -> cell.path("massKg").asLong()).sum();
    }

    private static List<UUID> ids(Collection<Sent> sent) {
        return sent.stream().map(Sent::id).toList();
    }

    private static <T> List<T> together(List<? extends Callable<T>> acts) {
        try {
            return Together.all(acts);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
