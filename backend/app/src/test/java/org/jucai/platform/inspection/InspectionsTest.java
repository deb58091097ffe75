package org.jucai.platform.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.inspection.InspectionWorld.code;
import static org.jucai.platform.inspection.InspectionWorld.of;
import static org.jucai.platform.inspection.InspectionWorld.readings;
import static org.jucai.platform.inspection.InspectionWorld.result;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jucai.platform.contracts.spi.QualityGate;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** From the quarantine to the money, as those who meet the goods do it. */
@PlatformTest
@Import(InspectionWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class InspectionsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired InspectionWorld inspections;
    @Autowired World world;
    @Autowired Database database;
    @Autowired QualityGate gate;

    private JsonNode read(Client who, JsonNode batch) {
        return who.get("/api/batches/" + batch.path("id").asString()).ok();
    }

    @Test
    void aResultNobodyContestsIsFinalInTimeAndMakesThePriceThatTheStampedFormulaSays() {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        String delivery = batch.path("loads").get(0).path("deliveryId").asString();
        inspections.issued(tested.tester(), tested.verifier(), code(batch, "MAIN"), 845_000);
        inspections.beats();
        JsonNode issued = read(tested.bought().seller(), batch);
        assertThat(issued.path("status").asString()).isEqualTo("ISSUED");
        assertThat(issued.path("results").get(0).path("readings")).hasSize(5);
        assertThat(tested.bought().member().does("/api/deliveries/" + delivery + "/pass", Map.of("report", "ZJ-1")).refusal()).isEqualTo("delivery-waits-for-its-result");
        Instant until = Instant.parse(issued.path("results").get(0).path("contestUntil").asString());
        inspections.timePasses(Duration.between(world.now(), until).minusMillis(1));
        assertThat(read(tested.bought().seller(), batch).path("status").asString()).isEqualTo("ISSUED");
        inspections.timePasses(Duration.ofMillis(1));
        JsonNode last = read(tested.bought().seller(), batch);
        assertThat(last.path("quality").asString()).isEqualTo("ADJUSTED");
        assertThat(last.path("adjustments").get(0).path("adjustmentFen").asLong()).as("1 % of 32 t at 2,000 yuan").isEqualTo(-64_000);
        UUID id = UUID.fromString(batch.path("id").asString());
        QualityGate.FinalQuality told = database.read(Scope.background(), tx -> gate.ofBatch(tx, id)).block(PATIENCE);
        assertThat(told.adjustments().getFirst().payable().fen()).isEqualTo(6_336_000);
        assertThat(told.formula()).isPresent();
        tested.bought().member().does("/api/deliveries/" + delivery + "/pass", Map.of("report", batch.path("code").asString())).ok();
        Client.Answer late = tested.bought().seller().does("/api/results/" + last.path("results").get(0).path("id").asString() + "/contest", Map.of("grounds", "不服", "retest", true));
        assertThat(late.refusal()).isEqualTo("inspection-state-does-not-allow");
    }

    @Test
    void aContestGoesToTheUmpireOfAnotherLaboratoryAndGoodsThatAreRefusedGoBackByTheBuyersWord() {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        String main = result(inspections.issued(tested.tester(), tested.verifier(), code(batch, "MAIN"), 845_000));
        JsonNode contested = tested.bought().seller().does("/api/results/" + main + "/contest", Map.of("grounds", "与出厂检验不符", "retest", false)).ok();
        assertThat(contested.path("status").asString()).isEqualTo("UMPIRE");
        inspections.issued(tested.umpire(), tested.umpireVerifier(), code(batch, "UMPIRE"), 824_000);
        inspections.beats();
        JsonNode last = read(tested.bought().member(), batch);
        assertThat(last.path("found").path("because").asString()).isEqualTo("UMPIRE");
        assertThat(last.path("quality").asString()).isEqualTo("TESTED");
        String at = "/api/batches/" + batch.path("id").asString();
        assertThat(tested.bought().seller().does(at + "/reject", Map.of("reason", "铝低")).refusal()).isEqualTo("not-allowed");
        assertThat(tested.bought().member().does(at + "/concede", Map.of("reason", "铝低")).refusal()).isEqualTo("concession-has-no-terms");
        assertThat(tested.bought().member().does(at + "/reject", Map.of("reason", "铝低")).ok().path("quality").asString()).isEqualTo("REJECTED");
        assertThat(tested.bought().member().does(at + "/reject", Map.of("reason", "再次")).refusal()).isEqualTo("quality-is-decided");
    }

    @Test
    void aTruckAResultAndASealThatAreUsedTwiceAtTheSameMomentCountOnce() throws Exception {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode truck = inspections.unloaded(tested, 32_000);
        List<Client.Answer> formed = Together.all(IntStream.range(0, 5).<Callable<Client.Answer>>mapToObj(i -> () -> tested.bought().member().does("/api/batches", of(truck))).toList());
        assertThat(formed).filteredOn(Client.Answer::isOk).hasSize(1);
        assertThat(formed).filteredOn(answer -> !answer.isOk()).allSatisfy(answer -> assertThat(answer.refusal()).isEqualTo("delivery-in-a-batch-already"));
        JsonNode batch = formed.stream().filter(Client.Answer::isOk).findFirst().orElseThrow().ok();
        Map<String, Object> sealed = InspectionWorld.three(tested, batch);
        JsonNode drawn = tested.bought().member().does("/api/samples", sealed).ok();
        Map<String, Object> again = Map.of("batchId", inspections.batch(tested).path("id").asString(), "samples", sealed.get("samples"));
        assertThat(tested.bought().member().does("/api/samples", again).refusal()).isEqualTo("seal-used-already");
        String code = code(drawn, "MAIN");
        tested.tester().does("/api/samples/" + code + "/arrive", Map.of("fit", true, "remark", "完好")).ok();
        List<Client.Answer> entered = Together.all(IntStream.range(0, 5).<Callable<Client.Answer>>mapToObj(i -> () -> tested.tester().does("/api/samples/" + code + "/results", readings(850_000)))
                .toList());
        assertThat(entered).filteredOn(Client.Answer::isOk).hasSize(1);
        assertThat(entered).filteredOn(answer -> !answer.isOk()).allSatisfy(answer -> assertThat(answer.refusal()).isEqualTo("result-open-already"));
    }

    @Test
    void whoTestsDoesNotVerifyAndAMisreadCodeIsNoticed() {
        InspectionWorld.Tested tested = inspections.agency();
        String code = code(inspections.drawn(tested), "MAIN");
        assertThat(tested.tester().does("/api/samples/" + code + "/results", readings(850_000)).refusal()).isEqualTo("sample-not-there");
        tested.tester().does("/api/samples/" + code + "/arrive", Map.of("fit", true, "remark", "完好")).ok();
        String result = result(tested.tester().does("/api/samples/" + code + "/results", readings(850_000)).ok());
        assertThat(tested.tester().does("/api/results/" + result + "/verify", null).refusal()).isEqualTo("tester-does-not-verify");
        assertThat(tested.umpireVerifier().does("/api/results/" + result + "/verify", null).refusal()).as("another laboratory").isEqualTo("not-found");
        String misread = (code.charAt(0) == '2' ? '3' : '2') + code.substring(1);
        assertThat(tested.tester().get("/api/samples/" + misread).refusal()).isEqualTo("sample-code-misread");
    }

    /** Whatever a laboratory reads, by HTTP or as the database's role for its party, names no party, truck, batch or contract of what it tests. */
    @Test
    void nothingThatALaboratoryReadsTellsWhoseSampleItIs() {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        String code = code(batch, "MAIN");
        inspections.issued(tested.tester(), tested.verifier(), code, 850_000);
        inspections.beats();
        String seen = tested.tester().get("/api/samples").ok() + " " + tested.tester().get("/api/samples/" + code).ok();
        List<String> secrets = new ArrayList<>(List.of(batch.path("id").asString(), batch.path("code").asString(), batch.path("contractId").asString(), batch.path("grade").asString(),
                tested.bought().seller().party().toString(), tested.bought().member().party().toString(), code(batch, "DUPLICATE"), code(batch, "UMPIRE")));
        batch.path("loads").forEach(load -> secrets.addAll(List.of(load.path("deliveryId").asString(), load.path("code").asString(), load.path("itemId").asString())));
        batch.path("samples").forEach(sample -> secrets.add(sample.path("seal").asString()));
        assertThat(secrets).noneMatch(seen::contains);
        assertThat(tested.tester().get("/api/batches").status()).isEqualTo(403);
        for (String table : List.of("batch", "batch_load", "sample_seal", "batch_adjustment", "delivery", "contract", "contract_item")) {
            assertThat(rows(tested.tester(), "select count(*)::int from " + table)).as(table).isZero();
        }
        String events = """
                select count(*)::int from event e where e.stream in ('batch', 'delivery', 'contract', 'custody') or cardinality(e.readers) > 1 and e.stream = 'lab-sample'
                """;
        assertThat(rows(tested.tester(), events)).as("events").isZero();
        assertThat(rows(tested.tester(), "select count(*)::int from lab_sample")).isEqualTo(2);
        assertThat(rows(tested.bought().seller(), "select count(*)::int from lab_result where status <> 'ISSUED'")).isZero();
    }

    private int rows(Client who, String question) {
        return database.read(Scope.parties(Set.of(who.party())), tx -> tx.sql(question).mapValue(Integer.class).one()).block(PATIENCE);
    }

    @Test
    void theSellerDoesNotReadTheCodesWhileAnythingIsTested() {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        assertThat(read(tested.bought().seller(), batch).toString()).doesNotContain(code(batch, "MAIN"));
        assertThat(tested.bought().other().get("/api/batches/" + batch.path("id").asString()).status()).isEqualTo(404);
    }
}
