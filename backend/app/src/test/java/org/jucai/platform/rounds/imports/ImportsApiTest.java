package org.jucai.platform.rounds.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.rounds.workbook.RowsWriter;
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

/** Workbooks come into rounds by HTTP: the demo's own, made-up large ones, and files made to hurt. */
@PlatformTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsApiTest {

    private static final List<String> HEADERS = List.of("企业编号", "统一社会信用代码", "企业名称", "牌号", "可替代牌号", "最低数量(吨)", "需求数量(吨)",
            "最高数量(吨)", "最高限价(元/吨)", "交货地点", "交货起", "交货止", "付款方式", "备注");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Autowired World world;
    @Autowired Platform platform;

    private World.Association xinmi;

    @BeforeAll
    void theMembersOfTheWorkbooksAreAdmitted() throws SQLException, IOException {
        assumeTrue(XinmiRoll.folder() != null, "the folder shared/data/workbooks is not beside the repository");
        xinmi = world.association(1);
        XinmiRoll.register(platform, xinmi.id());
    }

    @Test
    void theCleanWorkbookComesOutExactly() throws IOException {
        comesOutExactly("demand-2026-03");
    }

    @Test
    void theMessyWorkbookComesOutExactly() throws IOException {
        comesOutExactly("demand-2026-03-messy");
    }

    private void comesOutExactly(String name) throws IOException {
        UUID made = uploaded(xinmi.secretariat(), march(), name + ".xlsx", file(name + ".xlsx"));
        JsonNode preview = ready(xinmi.secretariat(), made);
        assertThat(ExpectedPreview.differences(preview, all(xinmi.secretariat(), made), XinmiRoll.folder().resolve(name + ".expected.json"))).isEmpty();
        assertThat(preview.path("periodIsPast").asBoolean()).isTrue();
    }

    @Test
    void confirmingEntersForTheMembersAndTheSameFileTwiceAddsNothing() throws IOException {
        UUID round = march();
        Client secretary = xinmi.secretariat();
        byte[] clean = file("demand-2026-03.xlsx");
        UUID first = uploaded(secretary, round, "三月.xlsx", clean);
        ready(secretary, first);
        assertThat(lines(round)).as("nothing enters before it is confirmed").isZero();
        JsonNode confirmed = secretary.does("/api/demand-imports/" + first + "/confirm", null).ok();
        assertThat(confirmed.path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(confirmed.at("/counts/created").asInt()).isEqualTo(343);
        assertThat(confirmed.at("/counts/refused").asInt()).isZero();
        JsonNode line = secretary.get("/api/rounds/" + round + "/demand-lines?limit=1").ok().path("items").get(0);
        assertThat(line.path("status").asString()).as("the member confirms it").isEqualTo("DRAFT");
        assertThat(uploaded(secretary, round, "三月.xlsx", clean)).as("the same file").isEqualTo(first);
        assertThat(secretary.does("/api/demand-imports/" + first + "/confirm", null).ok().at("/counts/created").asInt()).isEqualTo(343);
        assertThat(lines(round)).isEqualTo(343);
        UUID again = uploaded(secretary, round, "再次.xlsx", book(linesOf(all(secretary, first))));
        ready(secretary, again);
        JsonNode second = secretary.does("/api/demand-imports/" + again + "/confirm", null).ok();
        assertThat(second.at("/counts/alreadyThere").asInt()).as("the same rows in another file").isEqualTo(343);
        assertThat(lines(round)).isEqualTo(343);
    }

    @Test
    void aRowIsLeftTakenAndCorrectedInPlaceByTheSameRules() throws IOException {
        UUID round = march();
        Client secretary = xinmi.secretariat();
        String[] member = XinmiRoll.rows().getFirst();
        DemandLine good = XinmiRoll.line(member, "GL-85A", 60, FIRST, "");
        DemandLine other = XinmiRoll.line(member, "GL-80", 70, FIRST, "");
        DemandLine unknown = XinmiRoll.line(member, "GL-99Z", 80, FIRST, "");
        UUID made = uploaded(secretary, round, "a.xlsx", book(List.of(good, other, unknown)));
        ready(secretary, made);
        String rows = "/api/demand-imports/" + made + "/rows/";
        assertThat(secretary.edits(rows + 3, 1, Map.of("decision", "LEAVE")).ok().path("decision").asString()).isEqualTo("LEAVE");
        assertThat(secretary.edits(rows + 4, 1, Map.of("decision", "TAKE")).refusal()).isEqualTo("import-row-needs-correction");
        assertThat(secretary.edits(rows + 99, 1, Map.of("decision", "LEAVE")).refusal()).isEqualTo("import-row-unknown");
        JsonNode repeated = secretary.edits(rows + 4, 1, Map.of("decision", "TAKE", "line", Map.of("grade", "GL-85A", "targetKg", 60_000))).ok();
        assertThat(repeated.path("reasons").toString()).isEqualTo("[\"DUPLICATE\"]");
        assertThat(repeated.path("duplicateOf").asInt()).isEqualTo(2);
        JsonNode taken = secretary.edits(rows + 4, 1, Map.of("decision", "TAKE", "line", Map.of("grade", "GL-70", "targetKg", 81_500))).ok();
        assertThat(taken.path("status").asString()).isEqualTo("accepted");
        assertThat(taken.at("/fixed/targetKg").asLong()).isEqualTo(81_500);
        JsonNode confirmed = secretary.does("/api/demand-imports/" + made + "/confirm", null).ok();
        assertThat(confirmed.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(secretary.edits(rows + 3, 1, Map.of("decision", "TAKE")).refusal()).isEqualTo("import-state-does-not-allow");
    }

    @Test
    void aMemberUploadsItsOwnDemandOnly() throws IOException {
        UUID round = march();
        Client buyer = xinmi.buyerOf(0);
        byte[] clean = file("demand-2026-03.xlsx");
        UUID made = uploaded(buyer, round, "a.xlsx", clean);
        JsonNode preview = ready(buyer, made);
        assertThat(preview.at("/counts/accepted").asInt()).isZero();
        assertThat(all(buyer, made).stream().filter(row -> row.path("reasons").toString().contains("FOREIGN_ENTERPRISE")).count()).isEqualTo(343);
        assertThat(xinmi.secretariat().get("/api/demand-imports/" + made).refusal()).isEqualTo("not-found");
        Client stranger = world.association(1).buyerOf(0);
        assertThat(stranger.get("/api/demand-imports/" + made).refusal()).isEqualTo("not-found");
        assertThat(stranger.does("/api/demand-imports/" + made + "/confirm", null).refusal()).isEqualTo("not-found");
        assertThat(stranger.uploads("/api/rounds/" + round + "/demand-imports", "a.xlsx", clean).refusal()).isEqualTo("not-a-member-of-association");
    }

    @Test
    void whatCanBeToldOfABadFileAtOnceIsToldAtOnce() throws IOException {
        String path = "/api/rounds/" + march() + "/demand-imports";
        Client secretary = xinmi.secretariat();
        assertThat(secretary.uploads(path, "a.xlsx", "not a workbook".getBytes(StandardCharsets.UTF_8)).refusal()).isEqualTo("workbook-not-excel");
        byte[] large = new byte[(20 << 20) + 1];
        new Random(1).nextBytes(large);
        Client.Answer tooLarge = secretary.uploads(path, "a.xlsx", large);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(secretary.uploads(path, "a.xlsx", BadBooks.withDoctype()).refusal()).isEqualTo("workbook-has-doctype");
        byte[] broken = file("demand-2026-03.xlsx");
        assertThat(secretary.uploads(path, "a.xlsx", Arrays.copyOf(broken, broken.length / 2)).refusal()).isEqualTo("workbook-damaged");
    }

    @Test
    void whatShowsOnlyInReadingLeavesTheImportRefusedWithAdvice() throws IOException {
        UUID made = uploaded(xinmi.secretariat(), march(), "a.xlsx", BadBooks.tooWide());
        JsonNode refused = settled(xinmi.secretariat(), made);
        assertThat(refused.path("status").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("refusal").asString()).isEqualTo("WORKBOOK_TOO_MANY_COLUMNS");
        assertThat(refused.path("refusalAdvice").asString()).contains("512");
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws IOException {
        UUID round = march();
        DemandLine line = XinmiRoll.line(XinmiRoll.rows().get(5), "GL-85A", 60, FIRST, "=HYPERLINK(\"http://a\",\"b\")");
        UUID made = uploaded(xinmi.secretariat(), round, "a.xlsx", book(List.of(line)));
        ready(xinmi.secretariat(), made);
        xinmi.secretariat().does("/api/demand-imports/" + made + "/confirm", null).ok();
        JsonNode entered = xinmi.secretariat().get("/api/rounds/" + round + "/demand-lines").ok().path("items").get(0);
        assertThat(entered.path("remark").asString()).isEqualTo("=HYPERLINK(\"http://a\",\"b\")");
    }

    @Test
    void twelveThousandRowsAreReadAndEntered() throws IOException {
        UUID round = march();
        List<DemandLine> lines = new ArrayList<>();
        List<String[]> members = XinmiRoll.rows();
        for (int i = 0; i < 12_000; i++) lines.add(XinmiRoll.line(members.get(i % 305), World.SECOND, 30 + i % 7, FIRST.plusDays(i / 305), ""));
        UUID made = uploaded(xinmi.secretariat(), round, "a.xlsx", book(lines));
        JsonNode preview = ready(xinmi.secretariat(), made);
        assertThat(preview.at("/counts/accepted").asInt()).isEqualTo(12_000);
        assertThat(confirmedPatiently(made).at("/counts/created").asInt()).isEqualTo(12_000);
    }

    /** On a busy machine the client gives up waiting; the entering goes on without it, and how far it is can be seen. */
    private JsonNode confirmedPatiently(UUID made) {
        try {
            xinmi.secretariat().does("/api/demand-imports/" + made + "/confirm", null).ok();
        } catch (IllegalStateException timeout) {
            assertThat(timeout).hasMessageContaining("Timeout");
        }
        Instant end = Instant.now().plusSeconds(120);
        while (true) {
            JsonNode now = xinmi.secretariat().get("/api/demand-imports/" + made + "?limit=1").ok();
            if (now.path("status").asString().equals("CONFIRMED") || Instant.now().isAfter(end)) return now;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    @Test
    void aReadingWhoseProcessDiedIsBegunAgain() throws Exception {
        UUID round = march();
        UUID made = uploaded(xinmi.secretariat(), round, "a.xlsx", book(List.of(XinmiRoll.line(XinmiRoll.rows().get(7), "GL-85A", 60, FIRST, ""))));
        ready(xinmi.secretariat(), made);
        try (var connection = platform.databaseAs("jucai_worker", "worker"); var statement = connection.createStatement()) {
            statement.execute("update demand_import set status = 'READING', reading_until = '" + world.now().plusSeconds(20) + "', attempts = 1 where id = '" + made + "'");
        }
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
        assertThat(xinmi.secretariat().get("/api/demand-imports/" + made).ok().path("status").asString()).as("its reader may still live").isEqualTo("READING");
        world.clockMoves(Duration.ofSeconds(21));
        assertThat(ready(xinmi.secretariat(), made).at("/counts/accepted").asInt()).isEqualTo(1);
    }

    private UUID march() {
        Map<String, Object> terms = new HashMap<>(world.terms());
        Map<String, String> period = Map.of("fromOn", "2026-03-01", "toOn", "2026-04-30");
        terms.put("deliveryPeriod", period);
        terms.put("deliveryWindows", List.of(period));
        List<String> grades = new ArrayList<>();
        platform.nobody().get().uri("/api/grades?limit=200").exchange().expectBody(JsonNode.class).returnResult().getResponseBody().path("items")
                .forEach(grade -> grades.add(grade.path("code").asString()));
        terms.put("grades", grades);
        UUID round = xinmi.secretariat().does("/api/rounds", terms).id();
        xinmi.secretariat().does("/api/rounds/" + round + "/announce", null).ok();
        xinmi.secretariat().does("/api/rounds/" + round + "/open", Map.of("reason", "提前开始")).ok();
        return round;
    }

    private static UUID uploaded(Client client, UUID round, String name, byte[] content) {
        Client.Answer answer = client.uploads("/api/rounds/" + round + "/demand-imports", name, content);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.id();
    }

    private static JsonNode ready(Client client, UUID made) {
        JsonNode settled = settled(client, made);
        assertThat(settled.path("status").asString()).as(settled.path("refusal").asString("")).isEqualTo("READY");
        return settled;
    }

    private static JsonNode settled(Client client, UUID made) {
        Instant end = Instant.now().plusSeconds(60);
        while (true) {
            JsonNode now = client.get("/api/demand-imports/" + made + "?limit=1").ok();
            if (!now.path("status").asString().equals("READING") || Instant.now().isAfter(end)) return now;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static List<JsonNode> all(Client client, UUID made) {
        List<JsonNode> rows = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = client.get("/api/demand-imports/" + made + "?limit=100" + cursor).ok();
            page.path("rows").forEach(rows::add);
            if (!page.hasNonNull("nextCursor")) return rows;
            cursor = "&cursor=" + page.path("nextCursor").asString();
        }
    }

    private int lines(UUID round) {
        int count = 0;
        String cursor = "";
        while (true) {
            JsonNode page = xinmi.secretariat().get("/api/rounds/" + round + "/demand-lines?limit=200" + cursor).ok();
            count += page.path("items").size();
            if (!page.hasNonNull("nextCursor")) return count;
            cursor = "&cursor=" + page.path("nextCursor").asString();
        }
    }

    private static List<DemandLine> linesOf(List<JsonNode> rows) {
        return rows.stream().filter(row -> row.has("line")).map(row -> ExpectedPreview.line(row.path("line"))).toList();
    }

    private static byte[] file(String name) throws IOException {
        Path folder = XinmiRoll.folder();
        return Files.readAllBytes(folder.resolve(name));
    }

    private static byte[] book(List<DemandLine> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsWriter.xlsx("需求", HEADERS, lines.stream().map(RowsWriter::cells).iterator(), out);
        return out.toByteArray();
    }
}
