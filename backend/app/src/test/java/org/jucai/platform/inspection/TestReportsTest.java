package org.jucai.platform.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.inspection.InspectionWorld.code;
import static org.jucai.platform.inspection.InspectionWorld.readings;
import static org.jucai.platform.inspection.InspectionWorld.result;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A report is handed out to who may know its code, and checked by anybody who holds it. */
@PlatformTest
@Import(InspectionWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class TestReportsTest {

    private static final Pattern DIGEST = Pattern.compile("SHA-256 ([0-9a-f]{64})");

    @Autowired InspectionWorld inspections;
    @Autowired World world;
    @Autowired Platform platform;

    /** What is printed, with line breaks left out. */
    private String printed(Client who, String resultId) throws IOException {
        byte[] paper = platform.nobody().get().uri("/api/results/" + resultId + "/report").header(HttpHeaders.AUTHORIZATION, "Bearer " + who.token())
                .exchange().expectStatus().isOk().expectHeader().contentType(MediaType.APPLICATION_PDF).expectBody().returnResult().getResponseBodyContent();
        try (PDDocument read = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(read).replaceAll("\\R", "");
        }
    }

    private static String digest(String printed) {
        Matcher found = DIGEST.matcher(printed);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void theLaboratorysReportSaysWhatWasMeasuredAndNothingOfWhoseGoodsItIs() throws Exception {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        String code = code(batch, "MAIN");
        String id = result(inspections.issued(tested.tester(), tested.verifier(), code, 845_000));
        String printed = printed(tested.tester(), id);
        assertThat(printed).contains("检验报告", code + "-1", "84.5 %", "GB/T 6900.4", "3.15 g/cm³", "高铝矾土熟料");
        inspections.beats();
        JsonNode seen = tested.bought().member().get("/api/batches/" + batch.path("id").asString()).ok();
        List<String> secrets = List.of("sellerName", "buyerName", "receiverName", "code", "grade", "id", "contractId");
        assertThat(secrets).allSatisfy(field -> assertThat(printed).doesNotContain(seen.path(field).asString("?")));
        JsonNode checked = world.nobody().get("/api/reports/" + code + "-1?digest=" + digest(printed)).ok();
        assertThat(checked.path("verdict").asString()).isEqualTo("GENUINE");
        assertThat(secrets).filteredOn(field -> !field.equals("code") && !field.equals("id")).allSatisfy(field -> assertThat(checked.toString()).doesNotContain(seen.path(field).asString("?")));
        assertThat(printed(tested.bought().member(), id)).as("the receiver wrote the code").contains(code);
    }

    @Test
    void whoMayNotKnowTheCodeHasTheReportOnceTheResultIsFinal() throws Exception {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        String id = result(inspections.issued(tested.tester(), tested.verifier(), code(batch, "MAIN"), 850_000));
        inspections.beats();
        Client seller = tested.bought().seller();
        assertThat(seller.get("/api/results/" + id + "/report").refusal()).isEqualTo("report-bears-the-code");
        assertThat(tested.bought().other().get("/api/results/" + id + "/report").refusal()).isEqualTo("not-found");
        assertThat(tested.umpire().get("/api/results/" + id + "/report").refusal()).as("another laboratory").isEqualTo("not-found");
        inspections.timePasses(Duration.ofDays(14));
        assertThat(printed(seller, id)).contains(code(batch, "MAIN"));
    }

    @Test
    void aForgedAMisreadAndAReplacedReportAreEachToldApart() throws Exception {
        InspectionWorld.Tested tested = inspections.agency();
        String code = code(inspections.drawn(tested), "MAIN");
        String first = result(inspections.issued(tested.tester(), tested.verifier(), code, 830_000));
        String was = digest(printed(tested.tester(), first));
        Client anybody = world.nobody();
        String forged = (was.charAt(0) == '0' ? "1" : "0") + was.substring(1);
        JsonNode other = anybody.get("/api/reports/" + code + "-1?digest=" + forged).ok();
        assertThat(other.path("verdict").asString()).isEqualTo("OTHER_CONTENT");
        assertThat(other.path("readings").get(0).path("value").asLong()).as("what was issued indeed").isEqualTo(830_000);
        assertThat(anybody.get("/api/reports/" + code + "-2").refusal()).isEqualTo("no-such-report");
        String misread = (code.charAt(0) == '2' ? '3' : '2') + code.substring(1);
        assertThat(anybody.get("/api/reports/" + misread + "-1").refusal()).isEqualTo("report-number-misread");
        Map<String, Object> corrected = new HashMap<>(readings(850_000));
        corrected.put("because", "换算笔误");
        String second = result(tested.tester().does("/api/samples/" + code + "/results", corrected).ok());
        assertThat(anybody.get("/api/reports/" + code + "-2").refusal()).as("not issued yet").isEqualTo("no-such-report");
        assertThat(tested.tester().get("/api/results/" + second + "/report").refusal()).isEqualTo("result-state-does-not-allow");
        tested.verifier().does("/api/results/" + second + "/verify", null).ok();
        tested.verifier().does("/api/results/" + second + "/issue", null).ok();
        JsonNode replaced = anybody.get("/api/reports/" + code + "-1?digest=" + was).ok();
        assertThat(replaced.path("verdict").asString()).isEqualTo("REPLACED");
        assertThat(replaced.path("replacedByNumber").asString()).isEqualTo(code + "-2");
        assertThat(printed(tested.tester(), second)).contains("换算笔误");
    }
}
