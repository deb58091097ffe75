package org.jucai.platform.security;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.inspection.InspectionWorld;
import org.jucai.platform.testing.Client;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The scenes of inspection: each batch, sample and result is brought by its own people to where it is asked for. */
@TestComponent
@Import(InspectionWorld.class)
class InspectionScenes {

    private final InspectionWorld inspections;
    private final AwardWorld awards;

    InspectionScenes(InspectionWorld inspections, AwardWorld awards) {
        this.inspections = inspections;
        this.awards = awards;
    }

    void set(Map<String, Supplier<Scene>> scenes) {
        batches(scenes);
        laboratories(scenes);
        reports(scenes);
        scenes.put("contestResult", () -> {
            InspectionWorld.Tested tested = inspections.agency();
            return Scene.at("resultId", issued(tested, inspections.drawn(tested), 850_000)).as(awards.signsIn(tested.bought().seller().person()));
        });
    }

    private void batches(Map<String, Supplier<Scene>> scenes) {
        scenes.put("formBatch", () -> {
            InspectionWorld.Tested tested = inspections.agency();
            String truck = inspections.unloaded(tested, 32_000).path("id").asString();
            return Scene.with(body -> body.putArray("deliveryIds").add(truck)).as(awards.signsIn(tested.bought().member().person()));
        });
        scenes.put("drawSamples", () -> {
            InspectionWorld.Tested tested = inspections.agency();
            Map<String, Object> asked = InspectionWorld.three(tested, inspections.batch(tested));
            return Scene.with(body -> fill(body, asked)).as(awards.signsIn(tested.bought().member().person()));
        });
        scenes.put("getBatch", () -> batch(inspections.agency(), true, false));
        scenes.put("callUmpire", () -> batch(inspections.agency(), false, true));
        scenes.put("rejectBatch", () -> refused(inspections.agency()));
        scenes.put("concedeBatch", () -> refused(inspections.withoutFormula()));
    }

    private static void fill(ObjectNode body, Map<String, Object> asked) {
        ObjectNode tree = Stage.JSON.valueToTree(asked);
        body.set("batchId", tree.path("batchId"));
        body.set("samples", (ArrayNode) tree.path("samples"));
    }

    private Scene batch(InspectionWorld.Tested tested, boolean issued, boolean contested) {
        JsonNode batch = inspections.drawn(tested);
        String result = issued(tested, batch, 850_000);
        if (contested) tested.bought().seller().does("/api/results/" + result + "/contest", Map.of("grounds", "不服", "retest", true)).ok();
        if (issued) inspections.beats();
        return Scene.at("batchId", batch.path("id").asString()).as(awards.signsIn(tested.bought().seller().person()));
    }

    /** Final at once, for the umpire said so: the clock is everybody's here and stands. */
    private Scene refused(InspectionWorld.Tested tested) {
        JsonNode batch = inspections.drawn(tested);
        String main = issued(tested, batch, 850_000);
        tested.bought().seller().does("/api/results/" + main + "/contest", Map.of("grounds", "不服", "retest", false)).ok();
        inspections.issued(tested.umpire(), tested.umpireVerifier(), InspectionWorld.code(batch, "UMPIRE"), 820_000);
        inspections.beats();
        return Scene.at("batchId", batch.path("id").asString()).as(awards.signsIn(tested.bought().member().person()));
    }

    private String issued(InspectionWorld.Tested tested, JsonNode batch, long al2o3) {
        return InspectionWorld.result(inspections.issued(tested.tester(), tested.verifier(), InspectionWorld.code(batch, "MAIN"), al2o3));
    }

    private void laboratories(Map<String, Supplier<Scene>> scenes) {
        scenes.put("listLaboratorySamples", () -> Scene.with(_ -> {}).as(awards.signsIn(inspections.withoutFormula().tester().person())));
        for (String one : List.of("getLaboratorySample", "arriveSample")) scenes.put(one, () -> {
            InspectionWorld.Tested tested = inspections.agency();
            return Scene.at("code", InspectionWorld.code(inspections.drawn(tested), "MAIN")).as(awards.signsIn(tested.tester().person()));
        });
        scenes.put("enterResult", () -> {
            InspectionWorld.Tested tested = inspections.agency();
            String code = arrived(tested);
            return Scene.at("code", code).as(awards.signsIn(tested.tester().person()))
                    .putting(body -> body.set("readings", Stage.JSON.valueToTree(InspectionWorld.readings(850_000).get("readings"))));
        });
        for (String one : List.of("verifyResult", "sendResultBack")) scenes.put(one, () -> {
            InspectionWorld.Tested tested = inspections.agency();
            return Scene.at("resultId", entered(tested)).as(awards.signsIn(tested.verifier().person()));
        });
        scenes.put("issueResult", () -> {
            InspectionWorld.Tested tested = inspections.agency();
            String result = entered(tested);
            tested.verifier().does("/api/results/" + result + "/verify", null).ok();
            return Scene.at("resultId", result).as(awards.signsIn(tested.verifier().person()));
        });
    }

    /** A laboratory's own report, and one that somebody checks. */
    private void reports(Map<String, Supplier<Scene>> scenes) {
        scenes.put("testReport", () -> {
            InspectionWorld.Tested tested = inspections.agency();
            return Scene.at("resultId", issued(tested, inspections.drawn(tested), 850_000)).as(awards.signsIn(tested.tester().person()));
        });
        scenes.put("checkTestReport", () -> {
            InspectionWorld.Tested tested = inspections.agency();
            JsonNode batch = inspections.drawn(tested);
            issued(tested, batch, 850_000);
            return Scene.at("number", InspectionWorld.code(batch, "MAIN") + "-1");
        });
    }

    private String arrived(InspectionWorld.Tested tested) {
        String code = InspectionWorld.code(inspections.drawn(tested), "MAIN");
        tested.tester().does("/api/samples/" + code + "/arrive", Map.of("fit", true, "remark", "封条完好")).ok();
        return code;
    }

    private String entered(InspectionWorld.Tested tested) {
        Client.Answer answer = tested.tester().does("/api/samples/" + arrived(tested) + "/results", InspectionWorld.readings(850_000));
        return InspectionWorld.result(answer.ok());
    }
}
