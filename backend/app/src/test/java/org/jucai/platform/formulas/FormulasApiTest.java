package org.jucai.platform.formulas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Client.Answer;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Formulas by HTTP: entered once and for ever, read by those who trade, checked and evaluated by anybody signed in. */
@PlatformTest
@Import(World.class)
class FormulasApiTest {

    private static final String FORMULAS = "/api/price-formulas";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired World world;
    @Autowired Database database;
    @Autowired StandardFormulas standard;

    private Map<String, Object> document(String name) {
        return new HashMap<>(standard.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().document());
    }

    private UUID entered(World.Association association, String name) {
        return association.secretariat().does(FORMULAS, Map.of("document", document(name), "note", "初稿")).id();
    }

    private static List<String> ids(Client reader) {
        return reader.get(FORMULAS + "?limit=200").ok().path("items").valueStream().map(one -> one.path("id").asString()).toList();
    }

    @Test
    void thoseWhoTradeInTheAssociationReadItsFormulaAndNobodyElse() {
        World.Association us = world.association(1);
        World.Association others = world.association(1);
        UUID formula = entered(us, "lime");
        Stream<Client> readers = Stream.of(us.secretariat(), us.buyerOf(0), world.supplier(us.actor()), world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER),
                world.other(PartyKind.AUDITOR, Role.AUDITOR), world.other(PartyKind.LABORATORY, Role.LABORATORY_TECHNICIAN));
        assertThat(readers).allSatisfy(reader -> {
            assertThat(ids(reader)).contains(formula.toString());
            assertThat(reader.get(FORMULAS + "/" + formula).ok().path("document").path("nameEn").asString()).isEqualTo("Lime, priced by the wet tonne");
        });
        assertThat(Stream.of(others.secretariat(), others.buyerOf(0), world.supplier(others.actor()), world.other(PartyKind.BANK, Role.BANK_CREDIT_OFFICER))).allSatisfy(stranger -> {
            assertThat(ids(stranger)).doesNotContain(formula.toString());
            assertThat(stranger.get(FORMULAS + "/" + formula).refusal()).isEqualTo("not-found");
        });
    }

    @Test
    void aNewVersionLeavesTheOneBeforeAsItWasAndOfTwoAtOnceOneIsFirst() throws Exception {
        World.Association us = world.association(1);
        UUID formula = entered(us, "cement-coal");
        Map<String, Object> changed = document("cement-coal");
        changed.put("nameZh", "水泥用煤水分条款（新）");
        String versions = FORMULAS + "/" + formula + "/versions";
        List<Answer> answers = Together.all(Stream.of(1, 2).<Callable<Answer>>map(_ -> () -> us.secretariat().does(versions, 1, Map.of("document", changed))).toList());
        assertThat(answers).filteredOn(Answer::isOk).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.isOk()).singleElement().extracting(Answer::refusal).isEqualTo("version-conflict");
        JsonNode newest = us.buyerOf(0).get(FORMULAS + "/" + formula).ok();
        assertThat(newest.path("version").asLong()).isEqualTo(2);
        assertThat(newest.path("versions").valueStream().map(one -> one.path("version").asInt())).containsExactly(2, 1);
        assertThat(newest.path("allowedCommands")).as("of a member").isEmpty();
        JsonNode first = us.secretariat().get(FORMULAS + "/" + formula + "?version=1").ok();
        assertThat(first.path("nameZh").asString()).isEqualTo("水泥用煤水分条款");
        assertThat(first.path("newestVersion").asLong()).isEqualTo(2);
        assertThat(us.secretariat().does(versions, 1, Map.of("document", changed)).refusal()).isEqualTo("version-conflict");
    }

    @Test
    void whoeverDoesNotKeepAFormulaChangesNothingOfItAndTheDatabaseHoldsThat() {
        World.Association us = world.association(1);
        World.Association others = world.association(1);
        UUID formula = entered(us, "lime");
        Map<String, Object> body = Map.of("document", document("lime"));
        assertThat(us.buyerOf(0).does(FORMULAS, body).refusal()).isEqualTo("not-allowed");
        assertThat(others.secretariat().does(FORMULAS + "/" + formula + "/versions", body).refusal()).isEqualTo("not-found");
        Actor office = us.actor();
        assertThatThrownBy(() -> run(office, "update price_formula set note = 'x' where formula_id = '" + formula + "'")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(office, "delete from price_formula where formula_id = '" + formula + "'")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> run(others.actor(), "insert into price_formula values ('" + formula + "', 2, '" + us.id() + "', '{}', null, now(), '" + formula + "')"))
                .hasMessageContaining("row-level security");
    }

    private void run(Actor actor, String sql) {
        database.write(Scope.of(actor), tx -> tx.sql(sql).fetch().rowsUpdated()).block(PATIENCE);
    }

    @Test
    void aFaultyFormulaIsNotEnteredAndTheCheckTellsEachFaultInTheCallersLanguage() {
        World.Association us = world.association(1);
        Map<String, Object> faulty = document("cement-coal");
        faulty.put("base", Map.of("tonne", "DRY", "fromFenPerTonne", 200_000, "toFenPerTonne", 100_000));
        faulty.put("remark", "x");
        Answer refused = us.secretariat().does(FORMULAS, Map.of("document", faulty));
        assertThat(refused.refusal()).isEqualTo("formula-faulty");
        assertThat(refused.body().path("detail").asString()).contains("/remark");
        faulty.remove("remark");
        JsonNode check = us.buyerOf(0).asks(FORMULAS + "/check", Map.of("document", faulty)).ok();
        assertThat(check.path("faults").valueStream().map(one -> one.path("fault").asString() + " " + one.path("where").asString()))
                .containsExactlyInAnyOrder("PRICES_REVERSED /base/toFenPerTonne", "TONNE_CONTRADICTS_MOISTURE /base/tonne");
        assertThat(check.path("faults").valueStream().map(one -> one.path("text").asString())).noneMatch(text -> text.startsWith("formula."));
        assertThat(check.path("sentences")).isEmpty();
    }

    /** Every template says something of every band, in both languages, and nothing of it is a key that has no text. */
    @Test
    void whatAFormulaSaysIsReadInSentencesInBothLanguages() {
        Client reader = world.association(1).buyerOf(0);
        List<JsonNode> templates = reader.get("/api/price-formula-templates").ok().path("items").valueStream().toList();
        assertThat(templates).hasSize(8);
        for (JsonNode template : templates) {
            JsonNode check = reader.asks(FORMULAS + "/check", Map.of("document", template.path("document"))).ok();
            assertThat(check.path("faults")).as(template.path("name").asString()).isEmpty();
            long bands = template.at("/document/clauses").valueStream().mapToLong(clause -> clause.path("bands").size()).sum();
            assertThat(check.path("sentences").valueStream().filter(one -> one.path("where").asString().contains("/bands/")).count()).isEqualTo(bands);
            assertThat(check.path("sentences").valueStream().flatMap(one -> Stream.of(one.path("zh").asString(), one.path("en").asString())))
                    .noneMatch(text -> text.contains("formula.") || text.contains("{") || text.contains("}"));
            assertThat(check.path("bounds")).hasSize(2);
        }
        JsonNode coal = reader.asks(FORMULAS + "/check", Map.of("document", document("cement-coal"))).ok();
        assertThat(coal.path("sentences").valueStream().map(one -> one.path("en").asString()))
                .contains("Moisture above 10 % and at most 13 %: from 10 %, for each 1 % 3.00 yuan a tonne less, in proportion");
        assertThat(coal.path("sentences").valueStream().map(one -> one.path("zh").asString())).contains("水分 高于 10 %、不高于 13 %：从 10 % 起，每 1 % 每吨扣 3.00 元，按比例");
    }

    private static Map<String, Object> asked(long moisture) {
        return new HashMap<>(Map.of("basePriceFenPerTonne", 80_000, "lots", List.of(Map.of("lot", "C-1", "massKg", 100_000, "deliveredOn", "2027-04-10",
                "readings", List.of(Map.of("property", "MOISTURE", "value", moisture))))));
    }

    /** 12 %: 2 × 3 = 6 yuan, and 2 % of the mass: 98 t × 794 = 77,812. */
    @Test
    void anEvaluationIsTheSameByDocumentAndByTheEnteredFormula() {
        World.Association us = world.association(1);
        Map<String, Object> byDocument = asked(120_000);
        byDocument.put("document", document("cement-coal"));
        Map<String, Object> byId = asked(120_000);
        byId.put("formulaId", entered(us, "cement-coal"));
        JsonNode evaluation = us.buyerOf(0).asks(FORMULAS + "/evaluate", byDocument).ok();
        assertThat(evaluation.path("payableFen").asLong()).isEqualTo(7_781_200);
        assertThat(evaluation.path("adjustmentFen").asLong()).isEqualTo(-218_800);
        assertThat(evaluation.at("/parts/0/steps").valueStream().map(step -> step.path("arithmetic").asString()))
                .contains("100.000 × (1 − (12 % − 10 %)) = 98.000", "−3.00 × (12 % − 10 %) ÷ 1 % = −6.00", "794.00 × 98.000 = 77,812.00");
        assertThat(us.buyerOf(0).asks(FORMULAS + "/evaluate", byId).ok()).isEqualTo(evaluation);
        byId.put("document", document("cement-coal"));
        assertThat(us.buyerOf(0).asks(FORMULAS + "/evaluate", byId).refusal()).isEqualTo("formula-not-named");
        assertThat(us.buyerOf(0).asks(FORMULAS + "/evaluate", asked(0)).refusal()).isEqualTo("formula-not-named");
    }

    @Test
    void whatIsMissingOrTwiceInAnEvaluationIsNamed() {
        Client reader = world.association(1).buyerOf(0);
        Map<String, Object> impossible = asked(1_000_001);
        impossible.put("document", document("cement-coal"));
        assertThat(reader.asks(FORMULAS + "/evaluate", impossible).body().path("detail").asString()).contains("/lots/0/readings/MOISTURE");
        Map<String, Object> twice = asked(0);
        twice.put("document", document("cement-coal"));
        twice.put("lots", List.of(Map.of("lot", "C-1", "massKg", 1, "deliveredOn", "2027-04-10",
                "readings", List.of(Map.of("property", "MOISTURE", "value", 1), Map.of("property", "MOISTURE", "value", 2)))));
        assertThat(reader.asks(FORMULAS + "/evaluate", twice).refusal()).isEqualTo("evaluation-lacks");
    }

    @Test
    void aCurveHasBothSidesOfAJumpAndEndsWhereItsClauseEnds() {
        Client reader = world.association(1).buyerOf(0);
        Map<String, Object> asked = new HashMap<>(Map.of("document", document("lime"), "clause", 0, "basePriceFenPerTonne", 70_000));
        List<JsonNode> points = reader.asks(FORMULAS + "/curve", asked).ok().path("points").valueStream().toList();
        assertThat(points.stream().filter(point -> point.path("reading").asLong() == 860_000).map(point -> point.path("side").asString() + point.path("changeFenPerTonne").asLong()))
                .containsExactly("BELOW-6000", "AT-4000");
        assertThat(points).isSortedAccordingTo(java.util.Comparator.comparing(point -> point.path("reading").asLong()));
        asked.put("clause", 3);
        assertThat(reader.asks(FORMULAS + "/curve", asked).refusal()).isEqualTo("curve-of-no-clause");
    }

    @Test
    void theUsualFormulaOfAGradeIsNamedByItsAssociationAndReadByThoseWhoTradeInIt() {
        World.Association us = world.association(1);
        World.Association others = world.association(1);
        UUID formula = entered(us, "calcined-bauxite");
        Map<String, Object> named = Map.of("grade", World.BEST, "formulaId", formula.toString());
        String place = "/api/associations/" + us.id() + "/usual-formulas";
        assertThat(us.secretariat().does("/api/usual-formulas", named).ok().path("items").get(0).path("formulaId").asString()).isEqualTo(formula.toString());
        for (Client reader : List.of(us.buyerOf(0), world.supplier(us.actor()), world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER))) {
            assertThat(reader.get(place).ok().path("items").valueStream().map(one -> one.path("grade").asString())).containsExactly(World.BEST);
        }
        assertThat(others.buyerOf(0).get(place).ok().path("items")).isEmpty();
        assertThat(others.secretariat().does("/api/usual-formulas", named).refusal()).as("another's formula").isEqualTo("not-found");
        assertThat(us.secretariat().does("/api/usual-formulas", Map.of("grade", "KEINE-SORTE")).refusal()).isEqualTo("formula-grade-unknown");
        assertThat(us.buyerOf(0).does("/api/usual-formulas", named).refusal()).isEqualTo("not-allowed");
        assertThat(us.secretariat().does("/api/usual-formulas", Map.of("grade", World.BEST)).ok().path("items")).as("none any more").isEmpty();
    }
}
