package org.jucai.platform.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.testing.AgreeingGates;
import tools.jackson.databind.node.ObjectNode;

/** The scenes from the asking for offers to the award: by somebody of the secretariat who showed a second factor. */
final class TenderScenes {

    private final Stage stage;
    private final AgreeingGates gates;
    private final Map<String, Supplier<Scene>> scenes;
    private @Nullable Visitor officer;

    TenderScenes(Stage stage, AgreeingGates gates, Map<String, Supplier<Scene>> scenes) {
        this.stage = stage;
        this.gates = gates;
        this.scenes = scenes;
    }

    void set() {
        at("tenderRound", this::frozen);
        at("postponeTender", this::tendered);
        // Its deadline has come, and the clock looks the other way: else it would be first.
        at("closeRound", () -> with(tendered(), "tendering = jsonb_set(tendering, '{terms,offersDueAt}', '\"2027-03-20T02:00:00Z\"')"));
        at("callSecondQuote", () -> with(standing("OPENED"), "tendering = jsonb_set(tendering, '{terms,secondQuote}', 'true')"));
        at("evaluateRound", () -> standing("OPENED"));
        at("publiciseRound", () -> standing("EVALUATED"));
        at("finaliseRound", this::noticed);
        at("revokeRound", this::noticed);
        at("failRound", () -> standing("OPENED"));
    }

    private void at(String operation, Supplier<Scene> scene) {
        scenes.put(operation, () -> scene.get().as(officer()));
    }

    private Visitor officer() {
        if (officer == null) officer = stage.secretariat().showsSecondFactor();
        return officer;
    }

    /** A round whose one line makes a lot. */
    private Scene frozen() {
        ObjectNode terms = ((ObjectNode) stage.example("createRound")).put("viableKg", 1_000);
        return Scene.at("roundId", stage.round(terms, "announce", "open", "demand", "lock", "pool", "freeze"));
    }

    private Scene tendered() {
        Scene frozen = frozen();
        stage.does(officer(), "/api/rounds/" + frozen.places().get("roundId") + "/tender", stage.example("tenderRound"));
        return frozen;
    }

    private Scene standing(String status) {
        return with(tendered(), "status = '" + status + "'");
    }

    /** The award that a colleague put to public notice serves its one lot. */
    private Scene noticed() {
        Scene noticed = with(standing("PUBLICISED"),
                "tendering = tendering || '{\"publicity\": {\"by\": \"00000000-0000-0000-0000-000000000009\", \"endsAt\": \"2027-03-20T16:00:00Z\"}}'");
        gates.serve(List.of(UUID.fromString(stage.sql("select id from lot where round_id = '" + noticed.places().get("roundId") + "'"))), List.of());
        return noticed;
    }

    private Scene with(Scene scene, String change) {
        stage.sql("update round set " + change + " where id = '" + scene.places().get("roundId") + "' returning code");
        return scene;
    }
}
