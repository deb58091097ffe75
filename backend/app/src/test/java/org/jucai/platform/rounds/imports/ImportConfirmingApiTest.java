package org.jucai.platform.rounds.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Confirmed rows become lines, each once: whoever confirms, however often, and whatever dies meanwhile. */
@PlatformTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportConfirmingApiTest {

    @Autowired World world;
    @Autowired Platform platform;

    private Imports imports;

    @BeforeAll
    void theMembersOfTheWorkbooksAreAdmitted() throws SQLException, IOException {
        assumeTrue(XinmiRoll.folder() != null, "the folder shared/data/workbooks is not beside the repository");
        imports = new Imports(world, platform);
    }

    @Test
    void confirmingEntersForTheMembersAndTheSameFileTwiceAddsNothing() throws Exception {
        UUID round = imports.march();
        Client secretary = imports.secretary();
        byte[] clean = Imports.file("demand-2026-03.xlsx");
        UUID first = imports.read(round, clean);
        assertThat(imports.linesAndDifferent(round)).as("nothing enters before it is confirmed").containsExactly(0, 0);
        JsonNode confirmed = Imports.confirmed(secretary, first);
        assertThat(confirmed.at("/counts/created").asInt()).isEqualTo(343);
        assertThat(confirmed.at("/counts/refused").asInt()).isZero();
        JsonNode line = secretary.get("/api/rounds/" + round + "/demand-lines?limit=1").ok().path("items").get(0);
        assertThat(line.path("status").asString()).as("the member confirms it").isEqualTo("DRAFT");
        assertThat(Imports.uploaded(secretary, round, "三月.xlsx", clean)).as("the same file").isEqualTo(first);
        assertThat(Imports.confirmed(secretary, first).at("/counts/created").asInt()).isEqualTo(343);
        assertThat(imports.linesAndDifferent(round).getFirst()).isEqualTo(343);
    }

    @Test
    void theSameRowsInAnotherOrderWarnAndAddNothing() throws Exception {
        UUID round = imports.march();
        List<DemandLine> lines = Imports.lines(60);
        Imports.confirmed(imports.secretary(), imports.read(round, Imports.book(lines)));
        Collections.reverse(lines);
        UUID again = imports.read(round, Imports.book(lines));
        assertThat(Imports.all(imports.secretary(), again).stream().filter(row -> row.path("warnings").toString().contains("ALREADY_ENTERED")).count()).isEqualTo(60);
        JsonNode second = Imports.confirmed(imports.secretary(), again);
        assertThat(second.at("/counts/alreadyThere").asInt()).isEqualTo(60);
        assertThat(imports.linesAndDifferent(round)).containsExactly(60, 60);
    }

    @Test
    void theSameFileSentAtOnceByTenHandsIsOneImport() throws Exception {
        UUID round = imports.march();
        byte[] book = Imports.book(Imports.lines(40));
        List<CompletableFuture<UUID>> sent = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> Imports.uploaded(imports.secretary(), round, "a" + i + ".xlsx", book))).toList();
        assertThat(sent.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void twoWhoConfirmAtOnceAndTwoFilesOfTheSameRowsEnterEachRowOnce() throws Exception {
        UUID round = imports.march();
        List<DemandLine> lines = Imports.lines(700);
        UUID one = imports.read(round, Imports.book(lines));
        List<DemandLine> turned = new ArrayList<>(lines);
        Collections.reverse(turned);
        UUID other = imports.read(round, Imports.book(turned));
        List<CompletableFuture<JsonNode>> racing = List.of(one, other, one, other, one).stream()
                .map(made -> CompletableFuture.supplyAsync(() -> Imports.confirmed(imports.secretary(), made))).toList();
        racing.forEach(CompletableFuture::join);
        assertThat(imports.linesAndDifferent(round)).containsExactly(700, 700);
        JsonNode first = imports.secretary().get(Imports.path(one)).ok().path("counts");
        JsonNode second = imports.secretary().get(Imports.path(other)).ok().path("counts");
        assertThat(first.path("created").asInt() + second.path("created").asInt()).isEqualTo(700);
        assertThat(first.path("alreadyThere").asInt() + second.path("alreadyThere").asInt()).isEqualTo(700);
    }

    @Test
    void enteringThatIsCutOffAgainAndAgainGoesOnAndEntersEachRowOnce() throws Exception {
        UUID round = imports.march();
        UUID made = imports.read(round, Imports.book(Imports.lines(4_000)));
        CompletableFuture<Void> confirming = CompletableFuture.runAsync(() -> imports.secretary().does(Imports.path(made) + "/confirm", null));
        for (int cut = 0; cut < 3; cut++) {
            int seen = cut * 500;
            await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20)).until(() -> imports.linesAndDifferent(round).getFirst() > seen);
            connectionsDie();
        }
        confirming.exceptionally(answerLost -> null).join();
        JsonNode confirmed = Imports.settled(imports.secretary(), made, "CONFIRMING");
        assertThat(confirmed.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.at("/counts/created").asInt()).isEqualTo(4_000);
        assertThat(imports.linesAndDifferent(round)).containsExactly(4_000, 4_000);
    }

    /** Every connection of requests and of entering is gone in the middle of what it does, as when its process is killed. */
    private void connectionsDie() throws SQLException {
        try (var connection = platform.databaseAs("jucai_app", "app"); var statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'jucai_app' and pid <> pg_backend_pid()"
                    + " and datname = current_database()");
        }
    }

    @Test
    void whatADeadProcessHeldIsTakenOverOnlyWhenItsTimeIsUp() throws Exception {
        UUID round = imports.march();
        UUID made = imports.read(round, Imports.book(Imports.lines(20)));
        change("update demand_import set status = 'CONFIRMING', entering_person = '%s', entering_entry = 'TOKEN', %s where id = '%s'"
                .formatted(imports.secretary().person(), "entering_until = clock_timestamp() + interval '1 h'", made));
        assertThat(imports.secretary().does(Imports.path(made) + "/confirm", null).status()).as("going on elsewhere").isEqualTo(202);
        assertThat(imports.linesAndDifferent(round).getFirst()).as("its process may still live").isZero();
        change("update demand_import set entering_until = clock_timestamp() where id = '%s'".formatted(made));
        assertThat(Imports.settled(imports.secretary(), made, "CONFIRMING").at("/counts/created").asInt()).isEqualTo(20);
    }

    @Test
    void aReadingWhoseProcessDiedIsBegunAgainOnlyWhenItsTimeIsUp() throws Exception {
        UUID made = imports.read(imports.march(), Imports.book(Imports.lines(1)));
        change("update demand_import set status = 'READING', reading_until = clock_timestamp() + interval '1 h', attempts = 1 where id = '%s'".formatted(made));
        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(20))
                .until(() -> imports.secretary().get(Imports.path(made)).ok().path("status").asString().equals("READING"));
        change("update demand_import set reading_until = clock_timestamp() where id = '%s'".formatted(made));
        assertThat(Imports.ready(imports.secretary(), made).at("/counts/accepted").asInt()).isEqualTo(1);
    }

    @Test
    void aRoundThatIsSuspendedStopsEnteringAndResumedLetsItGoOn() throws Exception {
        UUID round = imports.march();
        UUID made = imports.read(round, Imports.book(Imports.lines(30)));
        imports.secretary().does("/api/rounds/" + round + "/suspend", Map.of("reason", "核对")).ok();
        assertThat(imports.secretary().does(Imports.path(made) + "/confirm", null).refusal()).isEqualTo("round-suspended");
        change("update demand_import set status = 'CONFIRMING', entering_person = '%s', entering_entry = 'TOKEN' where id = '%s'"
                .formatted(imports.secretary().person(), made));
        JsonNode stopped = Imports.settled(imports.secretary(), made, "CONFIRMING");
        assertThat(stopped.path("status").asString()).isEqualTo("READY");
        assertThat(stopped.path("refusal").asString()).isEqualTo("ROUND_SUSPENDED");
        assertThat(stopped.path("refusalAdvice").asString()).isNotBlank();
        imports.secretary().does("/api/rounds/" + round + "/resume", Map.of("reason", "核对完毕", "collectingEndsAt", world.now().plus(Duration.ofDays(7)).toString())).ok();
        JsonNode confirmed = Imports.confirmed(imports.secretary(), made);
        assertThat(confirmed.has("refusal")).isFalse();
        assertThat(confirmed.at("/counts/created").asInt()).isEqualTo(30);
    }

    private void change(String sql) throws SQLException {
        try (var connection = platform.databaseAs("jucai_worker", "worker"); var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }
}
