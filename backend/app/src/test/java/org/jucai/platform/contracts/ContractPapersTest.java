package org.jucai.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jucai.platform.formulas.StandardFormulas;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Contracts on paper say how quality turns into money. */
@PlatformTest
@Import(ContractWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class ContractPapersTest {

    @Autowired ContractWorld contracts;
    @Autowired Platform platform;
    @Autowired StandardFormulas standard;

    private String word(Client reader, JsonNode contract, String language) throws IOException {
        byte[] paper = platform.nobody().get().uri("/api/contracts/" + contract.path("id").asString() + "/paper.docx").header(HttpHeaders.AUTHORIZATION, "Bearer " + reader.token())
                .header(HttpHeaders.ACCEPT_LANGUAGE, language).exchange().expectStatus().isOk().expectBody().returnResult().getResponseBodyContent();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(paper))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        }
    }

    @Test
    void theFormulaOfAGradeStandsOnThePaperInTheSentencesOfTheSheetAndAGradeWithoutOneSaysSo() throws IOException {
        ContractWorld.Ready ready = contracts.ready("PRINCIPAL");
        UUID formula = ready.opened().us().secretariat().does("/api/price-formulas", Map.of("document",
                standard.all().stream().filter(one -> one.name().equals("calcined-bauxite")).findFirst().orElseThrow().document())).id();
        ready.opened().us().secretariat().does("/api/usual-formulas", Map.of("grade", World.BEST, "formulaId", formula.toString())).ok();
        contracts.draws(ready).ok();
        for (JsonNode contract : contracts.contracts(ready)) {
            List<String> grades = contract.path("items").valueStream().map(item -> item.path("grade").asString()).distinct().toList();
            String said = word(ready.groupClient(), contract, "zh-CN");
            assertThat(said).contains("质量与计价");
            for (String grade : grades) assertThat(said).contains(grade + (grade.equals(World.BEST) ? " 按计价条款《" : " 不调整价格"));
            contract.path("text").path("terms").path("formulas").forEach(one -> one.path("sentences").forEach(sentence -> assertThat(said).contains(sentence.path("zh").asString())));
            String english = word(ready.groupClient(), contract, "en");
            contract.path("text").path("terms").path("formulas").forEach(one -> one.path("sentences").forEach(sentence -> assertThat(english).contains(sentence.path("en").asString())));
        }
        assertThat(contracts.contracts(ready)).anyMatch(each -> !each.path("text").path("terms").path("formulas").isEmpty());
    }
}
