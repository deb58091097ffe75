package org.jucai.platform.security;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The scenes of price adjustment formulas. */
final class FormulaScenes {

    private final Stage stage;
    private final Map<String, Supplier<Scene>> scenes;

    FormulaScenes(Stage stage, Map<String, Supplier<Scene>> scenes) {
        this.stage = stage;
        this.scenes = scenes;
    }

    void set() {
        scenes.put("listUsualFormulas", () -> Scene.at("associationId", stage.us().id()).as(stage.secretariat()));
        scenes.put("nameUsualFormula", () -> Scene.with(body -> body.put("formulaId", entered().toString())).as(stage.secretariat()));
        scenes.put("getPriceFormula", () -> Scene.at("formulaId", entered()).as(stage.secretariat()));
        scenes.put("revisePriceFormula", () -> Scene.at("formulaId", entered()).as(stage.secretariat()));
    }

    private UUID entered() {
        return stage.made(stage.secretariat(), "enterPriceFormula", _ -> {});
    }
}
