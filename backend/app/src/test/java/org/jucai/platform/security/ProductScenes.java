package org.jucai.platform.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;

/** The scenes of financing products and of nightly work: a bank's officer and what it entered. */
@TestComponent
class ProductScenes {

    private final AwardWorld awards;
    private final World world;

    ProductScenes(AwardWorld awards, World world) {
        this.awards = awards;
        this.world = world;
    }

    void set(Map<String, Supplier<Scene>> scenes) {
        for (String one : List.of("listFinanceProducts", "enterFinanceProduct", "getFinanceProductTemplate", "simulateFinanceProduct")) {
            scenes.put(one, () -> Scene.with(_ -> {}).as(awards.signsIn(officer().person())));
        }
        for (String one : List.of("getFinanceProduct", "reviseFinanceProduct")) scenes.put(one, this::entered);
        for (String one : List.of("listFinanceRuns", "askForFinanceRun")) scenes.put(one, () -> Scene.with(_ -> {}).as(awards.signsIn(officer().person())));
    }

    private Client officer() {
        return world.other(PartyKind.BANK, Role.BANK_CREDIT_OFFICER);
    }

    private Scene entered() {
        Client officer = officer();
        UUID product = officer.does("/api/finance-products", Map.of("terms", officer.get("/api/finance-products/template").ok().path("terms"))).id();
        return Scene.at("productId", product).as(awards.signsIn(officer.person()));
    }
}
