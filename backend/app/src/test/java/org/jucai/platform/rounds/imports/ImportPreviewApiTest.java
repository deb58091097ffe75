package org.jucai.platform.rounds.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

/** What was read is shown row by row, each fault at its cell, and is decided and corrected in place. */
@PlatformTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportPreviewApiTest {

    @Autowired World world;
    @Autowired Platform platform;

    private Imports imports;

    @BeforeAll
    void theMembersOfTheWorkbooksAreAdmitted() throws SQLException, IOException {
        assumeTrue(XinmiRoll.folder() != null, "the folder shared/data/workbooks is not beside the repository");
        imports = new Imports(world, platform);
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
        UUID made = imports.read(imports.march(), Imports.file(name + ".xlsx"));
        JsonNode preview = imports.secretary().get(Imports.path(made) + "?limit=1").ok();
        assertThat(ExpectedPreview.differences(preview, Imports.all(imports.secretary(), made), XinmiRoll.folder().resolve(name + ".expected.json"))).isEmpty();
        assertThat(preview.path("periodIsPast").asBoolean()).isTrue();
    }

    @Test
    void everyFaultOfTheMessyWorkbookNamesACellThatWasSentOrTheRow() throws IOException {
        UUID made = imports.read(imports.march(), Imports.file("demand-2026-03-messy.xlsx"));
        int pointed = 0;
        for (JsonNode row : Imports.all(imports.secretary(), made)) {
            for (JsonNode fault : row.path("faults")) {
                assertThat(fault.path("advice").asString()).as(fault.toString()).isNotBlank().doesNotContain("workbook.reason");
                if (!fault.has("cell")) continue;
                assertThat(fault.path("cell").asString()).matches("[A-Z]{1,3}" + row.path("row").asInt());
                pointed++;
            }
        }
        assertThat(pointed).isGreaterThan(30);
    }

    @Test
    void aRowIsLeftTakenAndCorrectedInPlaceByTheSameRules() throws IOException {
        Client secretary = imports.secretary();
        UUID made = imports.read(imports.march(), Imports.book(List.of(line("GL-85A", 60), line("GL-80", 70), line("GL-99Z", 80))));
        String rows = Imports.path(made) + "/rows/";
        assertThat(secretary.edits(rows + 3, 1, Map.of("decision", "LEAVE")).ok().path("decision").asString()).isEqualTo("LEAVE");
        assertThat(secretary.edits(rows + 4, 1, Map.of("decision", "TAKE")).refusal()).isEqualTo("import-row-needs-correction");
        assertThat(secretary.edits(rows + 99, 1, Map.of("decision", "LEAVE")).refusal()).isEqualTo("import-row-unknown");
        JsonNode repeated = secretary.edits(rows + 4, 1, Map.of("decision", "TAKE", "line", Map.of("grade", "GL-85A", "targetKg", 60_000))).ok();
        assertThat(repeated.path("reasons").toString()).isEqualTo("[\"DUPLICATE\"]");
        assertThat(repeated.path("duplicateOf").asInt()).isEqualTo(2);
        JsonNode taken = secretary.edits(rows + 4, 1, Map.of("decision", "TAKE", "line", Map.of("grade", "GL-70", "targetKg", 81_500))).ok();
        assertThat(taken.path("status").asString()).isEqualTo("accepted");
        assertThat(taken.at("/fixed/targetKg").asLong()).isEqualTo(81_500);
        JsonNode counts = secretary.get(Imports.path(made)).ok().path("counts");
        assertThat(counts.path("goesIn").asInt()).as("what was left out does not count").isEqualTo(2);
        assertThat(counts.path("targetKg").asLong()).isEqualTo(141_500);
        assertThat(Imports.confirmed(secretary, made).at("/counts/created").asInt()).isEqualTo(2);
        assertThat(secretary.edits(rows + 3, 1, Map.of("decision", "TAKE")).refusal()).isEqualTo("import-state-does-not-allow");
    }

    @Test
    void aLineOfAMatrixIsCorrectedByItsOwnCell() throws IOException {
        UUID made = imports.read(imports.march(), matrix());
        Client secretary = imports.secretary();
        List<JsonNode> lines = Imports.all(secretary, made).stream().filter(row -> row.has("column")).toList();
        assertThat(lines).extracting(row -> row.path("column").asString() + row.path("row").asInt()).containsExactly("B2", "C2", "B3");
        JsonNode unclear = lines.get(1);
        assertThat(unclear.at("/faults/0/cell").asString()).isEqualTo("C2");
        assertThat(unclear.path("cells").toString()).contains("约40").doesNotContain("100");
        assertThat(secretary.edits(Imports.path(made) + "/rows/2", 1, Map.of("decision", "LEAVE")).refusal()).as("which of two").isEqualTo("import-row-unknown");
        JsonNode fixed = secretary.edits(Imports.path(made) + "/rows/2?column=C", 1, Map.of("decision", "TAKE", "line", Map.of("targetKg", 40_000))).ok();
        assertThat(fixed.path("reasons").toString()).as("the table has no days: the round's own are suggested").isEqualTo("[\"MISSING_FIELD\"]");
        assertThat(fixed.at("/suggested/targetKg").asLong()).isEqualTo(40_000);
        assertThat(fixed.at("/suggested/deliveryFromOn").asString()).isEqualTo("2026-03-01");
        assertThat(fixed.path("decision").asString()).isEqualTo("TAKE");
        assertThat(secretary.get(Imports.path(made)).ok().at("/counts/goesIn").asInt()).as("only the mass was corrected").isEqualTo(1);
        JsonNode rest = secretary.does(Imports.path(made) + "/decide", Map.of("decision", "TAKE", "reasons", List.of("MISSING_FIELD"))).ok();
        assertThat(rest.at("/counts/goesIn").asInt()).isEqualTo(3);
        assertThat(rest.path("openReasons")).isEmpty();
        assertThat(Imports.confirmed(secretary, made).at("/counts/created").asInt()).isEqualTo(3);
    }

    private static byte[] matrix() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<List<RowsWriter.Out>> rows = List.of(
                List.of(RowsWriter.Out.text("E001"), RowsWriter.Out.tonnes(100_000L), RowsWriter.Out.text("约40")),
                List.of(RowsWriter.Out.text("E002"), RowsWriter.Out.tonnes(50_000L), RowsWriter.Out.text(null)));
        RowsWriter.xlsx("汇总", List.of("企业编号", "GL-85A（吨）", "GL-80（吨）"), rows.iterator(), out);
        return out.toByteArray();
    }

    @Test
    void rowsThatAskForTheSameAreTakenTogetherAndOthersAreNot() throws IOException {
        UUID made = imports.read(imports.march(), Imports.file("demand-2026-03-messy.xlsx"));
        JsonNode before = imports.secretary().get(Imports.path(made) + "?limit=1").ok();
        JsonNode kind = before.path("openReasons").get(0);
        JsonNode after = imports.secretary().does(Imports.path(made) + "/decide", Map.of("decision", "TAKE", "reasons", codes(kind))).ok();
        assertThat(after.at("/counts/goesIn").asInt() - before.at("/counts/goesIn").asInt()).isEqualTo(kind.path("rows").asInt());
        assertThat(after.path("openReasons")).hasSize(before.path("openReasons").size() - 1);
        assertThat(after.at("/counts/accepted")).isEqualTo(before.at("/counts/accepted"));
    }

    @Test
    void rowsThatAllAskForSeveralReasonsAreTakenTogetherToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RowsWriter.xlsx("汇总", List.of("企业名称", "GL-85A（吨）", "GL-80（吨）"), XinmiRoll.rows().subList(0, 30).stream()
                .map(row -> List.of(RowsWriter.Out.text(row[2]), RowsWriter.Out.tonnes(60_000L), RowsWriter.Out.tonnes(70_000L))).iterator(), out);
        UUID made = imports.read(imports.march(), out.toByteArray());
        JsonNode open = imports.secretary().get(Imports.path(made)).ok().path("openReasons");
        assertThat(open).as("named by their names only, and without days").hasSize(1);
        assertThat(codes(open.get(0))).containsExactly("ENTERPRISE_BY_NAME", "MISSING_FIELD");
        JsonNode one = imports.secretary().does(Imports.path(made) + "/decide", Map.of("decision", "TAKE", "reasons", List.of("MISSING_FIELD"))).ok();
        assertThat(one.at("/counts/goesIn").asInt()).as("who agrees to one reason has not agreed to both").isZero();
        JsonNode both = imports.secretary().does(Imports.path(made) + "/decide",
                Map.of("decision", "TAKE", "reasons", List.of("MISSING_FIELD", "ENTERPRISE_BY_NAME"))).ok();
        assertThat(both.at("/counts/goesIn").asInt()).isEqualTo(60);
        assertThat(both.path("openReasons")).isEmpty();
    }

    private static List<String> codes(JsonNode kind) {
        return kind.path("reasons").valueStream().map(JsonNode::asString).toList();
    }

    @Test
    void aMemberUploadsItsOwnDemandOnlyAndNobodyElseSeesIt() throws IOException {
        UUID round = imports.march();
        Client buyer = imports.association().buyerOf(0);
        byte[] clean = Imports.file("demand-2026-03.xlsx");
        UUID made = Imports.uploaded(buyer, round, "a.xlsx", clean);
        assertThat(Imports.ready(buyer, made).at("/counts/accepted").asInt()).isZero();
        assertThat(Imports.all(buyer, made).stream().filter(row -> row.path("reasons").toString().contains("FOREIGN_ENTERPRISE")).count()).isEqualTo(343);
        Client stranger = world.association(1).buyerOf(0);
        for (Client other : List.of(imports.secretary(), stranger)) {
            assertThat(other.get(Imports.path(made)).refusal()).isEqualTo("not-found");
            assertThat(other.does(Imports.path(made) + "/confirm", null).refusal()).isEqualTo("not-found");
            assertThat(other.does(Imports.path(made) + "/decide", Map.of("decision", "LEAVE", "reasons", List.of("DUPLICATE"))).refusal()).isEqualTo("not-found");
            assertThat(other.edits(Imports.path(made) + "/rows/2", 1, Map.of("decision", "LEAVE")).refusal()).isEqualTo("not-found");
            assertThat(other.does(Imports.path(made) + "/discard", null).refusal()).isEqualTo("not-found");
        }
        assertThat(stranger.uploads("/api/rounds/" + round + "/demand-imports", "a.xlsx", clean).refusal()).isEqualTo("not-a-member-of-association");
    }

    @Test
    void eachPartyListsItsOwnWorkbooksNewestFirstPageByPage() throws IOException {
        UUID round = imports.march();
        String list = "/api/rounds/" + round + "/demand-imports";
        UUID first = imports.read(round, Imports.book(List.of(line("GL-85A", 60))));
        world.clockMoves(Duration.ofSeconds(1));
        UUID second = imports.read(round, Imports.book(List.of(line("GL-85A", 61))));
        Client buyer = imports.association().buyerOf(0);
        UUID own = Imports.uploaded(buyer, round, "own.xlsx", Imports.book(List.of(line("GL-85A", 62))));
        JsonNode page = imports.secretary().get(list + "?limit=1").ok();
        assertThat(page.at("/items/0/id").asString()).isEqualTo(second.toString());
        JsonNode rest = imports.secretary().get(list + "?limit=1&cursor=" + page.path("nextCursor").asString()).ok();
        assertThat(rest.at("/items/0/id").asString()).isEqualTo(first.toString());
        assertThat(rest.hasNonNull("nextCursor")).isFalse();
        assertThat(buyer.get(list).ok().path("items")).hasSize(1).allSatisfy(one -> assertThat(one.path("id").asString()).isEqualTo(own.toString()));
        assertThat(imports.secretary().get(list + "?cursor=nonsense").status()).isEqualTo(400);
    }

    private static DemandLine line(String grade, long tonnes) throws IOException {
        return XinmiRoll.line(XinmiRoll.rows().getFirst(), grade, tonnes, LocalDate.of(2026, 3, 1), "");
    }
}
