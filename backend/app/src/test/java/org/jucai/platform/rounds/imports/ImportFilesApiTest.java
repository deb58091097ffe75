package org.jucai.platform.rounds.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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

/** Files of the largest size, of other kinds and files made to hurt, by HTTP. */
@PlatformTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportFilesApiTest {

    @Autowired World world;
    @Autowired Platform platform;

    private Imports imports;

    @BeforeAll
    void theMembersOfTheWorkbooksAreAdmitted() throws SQLException, IOException {
        assumeTrue(XinmiRoll.folder() != null, "the folder shared/data/workbooks is not beside the repository");
        imports = new Imports(world, platform);
    }

    @Test
    void whatCanBeToldOfABadFileAtOnceIsToldAtOnce() throws IOException {
        String path = "/api/rounds/" + imports.march() + "/demand-imports";
        Client secretary = imports.secretary();
        assertThat(secretary.uploads(path, "a.xlsx", "not a workbook".getBytes(StandardCharsets.UTF_8)).refusal()).isEqualTo("workbook-not-excel");
        Client.Answer csv = secretary.uploads(path, "需求.csv", "企业编号,牌号,数量\nE001,GL-85A,60\n".getBytes(StandardCharsets.UTF_8));
        assertThat(csv.refusal()).isEqualTo("workbook-not-excel");
        assertThat(csv.body().path("detail").asString()).as("what to do instead").contains(".xlsx");
        assertThat(secretary.uploads(path, "a.xlsx", BadBooks.withDoctype()).refusal()).isEqualTo("workbook-has-doctype");
        assertThat(secretary.uploads(path, "a.xlsx", BadBooks.bomb()).refusal()).isEqualTo("workbook-inflates-too-much");
        assertThat(secretary.uploads(path, "a.xlsm", BadBooks.withMacros()).refusal()).isEqualTo("workbook-has-macros");
        byte[] broken = Imports.file("demand-2026-03.xlsx");
        assertThat(secretary.uploads(path, "a.xlsx", Arrays.copyOf(broken, broken.length / 2)).refusal()).isEqualTo("workbook-damaged");
    }

    @Test
    void aFileOverTheBoundIsRefusedWithItsBound() throws IOException {
        byte[] large = new byte[(20 << 20) + 1];
        new Random(1).nextBytes(large);
        Client.Answer tooLarge = imports.secretary().uploads("/api/rounds/" + imports.march() + "/demand-imports", "a.xlsx", large);
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(tooLarge.refusal()).isEqualTo("workbook-too-large");
        assertThat(tooLarge.body().path("detail").asString()).contains("20 MB");
    }

    @Test
    void whatShowsOnlyInReadingLeavesTheImportRefusedWithAdvice() throws IOException {
        UUID made = Imports.uploaded(imports.secretary(), imports.march(), "a.xlsx", BadBooks.tooWide());
        JsonNode refused = Imports.settled(imports.secretary(), made, "READING");
        assertThat(refused.path("status").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("refusal").asString()).isEqualTo("WORKBOOK_TOO_MANY_COLUMNS");
        assertThat(refused.path("refusalAdvice").asString()).contains("512");
    }

    @Test
    void textThatLooksLikeAFormulaStaysTextAlsoWhenItIsSentOutAgain() throws IOException {
        UUID round = imports.march();
        String formula = "=HYPERLINK(\"http://a\",\"b\")";
        DemandLine line = XinmiRoll.line(XinmiRoll.rows().get(5), "GL-85A", 60, LocalDate.of(2026, 3, 1), formula);
        Imports.confirmed(imports.secretary(), imports.read(round, Imports.book(List.of(line))));
        JsonNode entered = imports.secretary().get("/api/rounds/" + round + "/demand-lines").ok().path("items").get(0);
        assertThat(entered.path("remark").asString()).isEqualTo(formula);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(exported(round, "xlsx")))) {
            List<Cell> cells = new ArrayList<>();
            book.getSheetAt(0).forEach(row -> row.forEach(cells::add));
            assertThat(cells).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
            assertThat(cells).filteredOn(cell -> cell.getCellType() == CellType.STRING && cell.getStringCellValue().equals(formula)).singleElement()
                    .satisfies(cell -> assertThat(cell.getCellStyle().getQuotePrefixed()).as("kept as text also when it is edited").isTrue());
        }
        assertThat(new String(exported(round, "csv"), StandardCharsets.UTF_8)).contains("\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\"").doesNotContain("\"=", ",=");
    }

    private byte[] exported(UUID round, String format) {
        byte[] file = platform.nobody().get().uri("/api/rounds/" + round + "/demand-lines/export?format=" + format)
                .header("Authorization", "Bearer " + imports.secretary().token()).exchange()
                .expectStatus().isOk().expectBody().returnResult().getResponseBodyContent();
        return Objects.requireNonNull(file);
    }

    @Test
    void aFileThatUnpacksToFarMoreThanItWeighsIsRefusedUnpackedNowhere() throws IOException {
        UUID round = imports.march();
        String path = "/api/rounds/" + round + "/demand-imports";
        byte[] bomb = BadBooks.bomb();
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(imports.secretary().uploads(path, "a.xlsx", bomb).refusal()).as("once for what the first upload loads").isEqualTo("workbook-inflates-too-much");
        long before = allocated();
        Client.Answer refused = imports.secretary().uploads(path, "b.xlsx", bomb);
        long took = allocated() - before;
        assertThat(refused.refusal()).isEqualTo("workbook-inflates-too-much");
        assertThat(took).as("bytes that all threads together took for it").isLessThan(BadBooks.BOMB_BYTES / 4);
        assertThat(imports.secretary().get(path).ok().path("items")).as("nothing is kept of it").isEmpty();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getTotalThreadAllocatedBytes();
    }

    @Test
    void anOldXlsIsReadByHttpToo() throws IOException {
        UUID made = Imports.uploaded(imports.secretary(), imports.march(), "旧表.xls", BadBooks.oldXls());
        JsonNode preview = Imports.ready(imports.secretary(), made);
        assertThat(preview.at("/counts/accepted").asInt()).isEqualTo(1);
        assertThat(preview.at("/counts/targetKg").asLong()).isEqualTo(60_000);
    }

    @Test
    void twelveThousandRowsAreEnteredAsAJobWhoseProgressCanBeSeen() throws Exception {
        UUID round = imports.march();
        UUID made = imports.read(round, Imports.book(Imports.lines(12_000)));
        Client.Answer begun = imports.secretary().does(Imports.path(made) + "/confirm", null);
        assertThat(begun.status()).isEqualTo(begun.body().path("status").asString().equals("CONFIRMED") ? 200 : 202);
        JsonNode confirmed = Imports.settled(imports.secretary(), made, "CONFIRMING");
        assertThat(confirmed.at("/counts/created").asInt()).isEqualTo(12_000);
        assertThat(confirmed.at("/counts/entered").asInt()).isEqualTo(confirmed.at("/counts/goesIn").asInt());
        assertThat(imports.linesAndDifferent(round)).containsExactly(12_000, 12_000);
    }

    @Test
    void asManyRowsAsAreTakenAreReadAndOneMoreIsRefused() throws IOException {
        UUID round = imports.march();
        UUID made = Imports.uploaded(imports.secretary(), round, "a.xlsx", Imports.book(Imports.lines(49_999)));
        JsonNode preview = Imports.ready(imports.secretary(), made);
        assertThat(preview.at("/counts/accepted").asInt()).isEqualTo(49_999);
        assertThat(preview.path("rowsTotal").asInt()).isEqualTo(50_000);
        UUID over = Imports.uploaded(imports.secretary(), round, "b.xlsx", Imports.book(Imports.lines(50_000)));
        assertThat(Imports.settled(imports.secretary(), over, "READING").path("refusal").asString()).isEqualTo("WORKBOOK_TOO_MANY_ROWS");
    }
}
