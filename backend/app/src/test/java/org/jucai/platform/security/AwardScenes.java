package org.jucai.platform.security;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.bundles.Notices;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** The scenes of computed awards: a round whose offers are open and evaluated. */
@TestComponent
@Import({AwardWorld.class, Notices.class, DecisionScenes.class, ContractScenes.class, DeliveryScenes.class, ProductScenes.class})
class AwardScenes {

    private final AwardWorld awards;
    private final Notices notices;
    private final DecisionScenes decisions;
    private final ContractScenes contracts;
    private final DeliveryScenes deliveries;
    private final ProductScenes products;
    private AwardWorld.@Nullable Opened opened;

    AwardScenes(AwardWorld awards, Notices notices, DecisionScenes decisions, ContractScenes contracts, DeliveryScenes deliveries, ProductScenes products) {
        this.awards = awards;
        this.notices = notices;
        this.decisions = decisions;
        this.contracts = contracts;
        this.deliveries = deliveries;
        this.products = products;
    }

    void set(Map<String, Supplier<Scene>> scenes) {
        for (String read : new String[] {"askAwardRun", "listAwardRuns", "compareOffers"}) scenes.put(read, () -> Scene.at("roundId", opened().round()).as(opened().officer()));
        decisions.set(scenes);
        contracts.set(scenes);
        deliveries.set(scenes);
        products.set(scenes);
        scenes.put("getAwardRun", this::ended);
        scenes.put("awardBundle", this::ended);
        scenes.put("publicAwardBundle", this::publicised);
        scenes.put("ownAwardOpening", () -> publicised().as(opened().officer()));
        scenes.put("stopAwardRun", () -> Scene.at("runId", waiting()).as(opened().officer()));
    }

    private Scene ended() {
        UUID run = asked();
        awards.ended(opened(), run);
        return Scene.at("runId", run).as(opened().officer());
    }

    private Scene publicised() {
        UUID run = asked();
        awards.ended(opened(), run);
        notices.put(opened().round(), run);
        return Scene.at("roundId", opened().round());
    }

    private UUID asked() {
        return awards.asks(opened(), Map.of("basis", "OFFICIAL", "work", "QUICK"));
    }

    /** One that nobody begins. */
    private UUID waiting() {
        UUID run = asked();
        awards.ended(opened(), run);
        awards.sql("update award_run set status = 'SOLVING', leased_until = now() + interval '1 hour', finished_at = null where id = '" + run + "' returning id");
        return run;
    }

    private AwardWorld.Opened opened() {
        if (opened == null) opened = awards.plain("EVALUATED");
        return opened;
    }
}
