package org.jucai.platform.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
class FilesJourneyTest {

    private static final int CAP_COLUMN = 9;

    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void anExportHoldsTheCallersOwnLinesAndTextThatLooksLikeAFormulaIsHarmless() throws IOException {
        World.Association us = world.association(2);
        UUID round = world.collectingRound(us);
        us.buyerOf(0).submits(round, capped("=HYPERLINK(\"http://evil\")")).ok();
        us.buyerOf(1).submits(round, world.line(World.BEST, 60)).ok();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(us.buyerOf(0), export(round, "xlsx"))))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).as("header and one line").isEqualTo(1);
            sheet.forEach(row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
            assertThat(sheet.getRow(1).getCell(CAP_COLUMN).getNumericCellValue()).isEqualTo(2125.0);
            Cell remark = sheet.getRow(1).getCell(14);
            assertThat(remark.getStringCellValue()).startsWith("=HYPERLINK");
            assertThat(remark.getCellStyle().getQuotePrefixed()).isTrue();
        }
        String csv = new String(file(us.buyerOf(0), export(round, "csv")), StandardCharsets.UTF_8);
        assertThat(csv).contains("\"'=HYPERLINK").contains("2125.00");
    }

    @Test
    void theSecretariatExportsAllLinesWithoutCapsAndEachReadingIsShownToTheMember() throws IOException {
        World.Association us = world.association(2);
        UUID round = world.collectingRound(us);
        UUID line = us.buyerOf(0).submits(round, capped("")).id();
        us.buyerOf(1).submits(round, world.line(World.BEST, 60)).ok();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(us.secretariat(), export(round, "xlsx"))))) {
            Sheet sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(2);
            for (int row = 1; row <= 2; row++) assertThat(sheet.getRow(row).getCell(CAP_COLUMN).getCellType()).isEqualTo(CellType.BLANK);
        }
        assertThat(new String(file(us.secretariat(), export(round, "csv")), StandardCharsets.UTF_8)).doesNotContain("2125");
        JsonNode readings = us.buyerOf(0).get("/api/demand-lines/" + line + "/readings").ok();
        assertThat(readings.path("items").size()).isEqualTo(2);
        assertThat(readings.path("items").get(0).path("purpose").asString()).isEqualTo("EXPORT");
        assertThat(readings.path("items").get(0).path("readerName").asString()).isEqualTo("样例");
        assertThat(us.buyerOf(1).get("/api/demand-lines/" + line + "/readings").refusal()).as("a competitor").isEqualTo("not-found");
        assertThat(new String(file(world.association(0).secretariat(), export(round, "csv")), StandardCharsets.UTF_8).lines()).as("another association").hasSize(1);
    }

    @Test
    void aLongExportComesWholeAndInOrder() {
        World.Association us = world.association(1);
        UUID round = world.collectingRound(us);
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 40; i++) codes.add(us.buyerOf(0).submits(round, world.line(World.BEST, 60 + i)).ok().path("code").asString());
        String csv = new String(file(us.buyerOf(0), export(round, "csv")), StandardCharsets.UTF_8);
        assertThat(csv.lines().count()).isEqualTo(41);
        assertThat(codes).allMatch(csv::contains);
    }

    @Test
    void anExportOfManyPagesHoldsEachLineOnceAndEachReadingIsKept() throws Exception {
        World.Association us = world.association(1);
        UUID round = world.collectingRound(us);
        String first = us.buyerOf(0).submits(round, world.line(World.BEST, 60)).ok().path("code").asString();
        copied(round, 1_233);
        List<String> codes = new ArrayList<>();
        new String(file(us.secretariat(), export(round, "csv")), StandardCharsets.UTF_8).lines().skip(1)
                .forEach(line -> codes.add(line.split(",", 2)[0].replace("\"", "")));
        assertThat(codes).hasSize(1_234).doesNotHaveDuplicates().contains(first);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(us.secretariat(), export(round, "xlsx"))))) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(1_234);
        }
        assertThat(us.buyerOf(0).get("/api/rounds/" + round + "/demand-lines?limit=200").ok().has("nextCursor")).isTrue();
        try (Connection all = platform.databaseAs("jucai_worker", "worker"); Statement question = all.createStatement();
                ResultSet found = question.executeQuery("select count(distinct line_id), count(*) from line_reading where round_id = '" + round + "' and purpose = 'EXPORT'")) {
            found.next();
            assertThat(found.getLong(1)).isEqualTo(1_234);
            assertThat(found.getLong(2)).as("two exports").isEqualTo(2_468);
        }
    }

    /** The round's one line, so many times more. */
    private void copied(UUID round, int times) throws Exception {
        try (Connection all = platform.databaseAs("postgres", "postgres"); Statement copy = all.createStatement()) {
            copy.execute("create temporary table one as select demand_line as line from demand_line where round_id = '" + round + "'");
            copy.execute("""
                    insert into demand_line select (jsonb_populate_record(d.line, jsonb_build_object('id', uuidv7(), 'code', 'C-' || i))).*
                    from one d, generate_series(1, %d) i""".formatted(times));
        }
    }

    @Test
    void likeLastTimeMovesLinesIntoThisRoundAndDropsGradesItDoesNotCollect() {
        World.Association us = world.association(2);
        UUID first = world.collectingRound(us);
        assertThat(us.buyerOf(0).get("/api/rounds/" + first + "/demand-suggestions").ok().path("items").size()).as("no last time").isZero();
        Map<String, Object> both = world.line(World.BEST, 96);
        both.put("acceptedGrades", List.of(World.SECOND, World.BEST));
        us.buyerOf(0).submits(first, both).ok();
        us.buyerOf(0).submits(first, world.line(World.SECOND, 60)).ok();
        LocalDate began = world.deliveryStart();
        world.timePasses(Duration.ofDays(40));
        Map<String, Object> terms = world.terms();
        terms.put("grades", List.of(World.BEST));
        UUID next = us.secretariat().does("/api/rounds", terms).id();
        us.secretariat().does("/api/rounds/" + next + "/announce", null).ok();
        JsonNode like = us.buyerOf(0).get("/api/rounds/" + next + "/demand-suggestions").ok();
        assertThat(like.path("items").size()).isEqualTo(1);
        JsonNode moved = like.path("items").get(0).path("terms");
        assertThat(moved.path("acceptedGrades").toString()).isEqualTo("[\"" + World.BEST + "\"]");
        assertThat(moved.path("targetKg").asLong()).isEqualTo(96_000);
        assertThat(moved.path("deliveryFromOn").asString()).isEqualTo(world.deliveryStart().toString()).isNotEqualTo(began.toString());
        assertThat(like.path("items").get(0).path("fromRoundCode").asString()).startsWith("R-2027-");
        assertThat(us.buyerOf(1).get("/api/rounds/" + next + "/demand-suggestions").ok().path("items").size()).isZero();
    }

    private Map<String, Object> capped(String remark) {
        Map<String, Object> line = world.line(World.BEST, 96);
        line.put("priceCapFenPerTonne", 212_500);
        line.put("remark", remark);
        return line;
    }

    private static String export(UUID round, String format) {
        return "/api/rounds/" + round + "/demand-lines/export?format=" + format;
    }

    private byte[] file(Client who, String path) {
        return platform.nobody().get().uri(path).header("Authorization", "Bearer " + who.token()).exchange()
                .expectStatus().isOk().expectHeader().valueMatches("Content-Disposition", "attachment; filename=\"R-2027-.*")
                .expectBody().returnResult().getResponseBodyContent();
    }
}
