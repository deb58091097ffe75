package org.jucai.platform.security;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.recovery.RecallWorld;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.World;
import org.jucai.platform.trace.LabelKeys;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The scenes of traceability and recalls: goods are brought by their own people to where they are asked for. */
@TestComponent
@Import(RecallWorld.class)
class RecoveryScenes {

    private static final java.time.Duration PATIENCE = java.time.Duration.ofMinutes(2);

    private final RecallWorld recalls;
    private final AwardWorld awards;
    private final World world;
    private final Database database;
    private final LabelKeys keys;

    RecoveryScenes(RecallWorld recalls, AwardWorld awards, World world, Database database, LabelKeys keys) {
        this.recalls = recalls;
        this.awards = awards;
        this.world = world;
        this.database = database;
        this.keys = keys;
    }

    void set(Map<String, Supplier<Scene>> scenes) {
        scenes.put("followCode", () -> Scene.at("code", recalls.unloaded(recalls.bought(), 32_000).path("code").asString()));
        scenes.put("openRecall", () -> {
            DeliveryWorld.Bought bought = recalls.bought();
            String code = recalls.stored(bought, 32_000).path("code").asString();
            return Scene.with(body -> body.put("code", code)).as(awards.signsIn(bought.seller().person()));
        });
        scenes.put("getRecall", () -> recall(DeliveryWorld.Bought::member, false));
        scenes.put("acknowledgeRecall", () -> recall(DeliveryWorld.Bought::member, false));
        scenes.put("closeRecall", () -> recall(DeliveryWorld.Bought::seller, true));
        scenes.put("liftRecall", () -> recall(bought -> world.alsoSells(bought.seller()), false));
        for (String one : java.util.List.of("replaceDelivery", "getReplacements")) scenes.put(one, () -> {
            DeliveryWorld.Bought bought = recalls.bought();
            JsonNode gone = bought.group().does(DeliveryWorld.at(recalls.stored(bought, 32_000), "return"), Map.of("reason", "不合格")).ok();
            return Scene.at("deliveryId", gone.path("id").asString()).as(awards.signsIn(bought.seller().person())).putting(body -> body.put("plannedOn", bought.fromOn().plusDays(3).toString()));
        });
        scenes.put("withdrawLabelKey", () -> {
            Client platform = world.other(PartyKind.PLATFORM, Role.PLATFORM_ADMIN);
            Scope keeper = Scope.parties(Set.of(platform.party()));
            int number = database.write(keeper, keys::renew).then(database.write(keeper, keys::renew)).block(PATIENCE).get(1).number();
            return Scene.at("number", number).as(awards.signsIn(platform.person()));
        });
        scenes.put("renewLabelKey", () -> Scene.with(_ -> {}).as(awards.signsIn(world.other(PartyKind.PLATFORM, Role.PLATFORM_ADMIN).person())));
    }

    private Scene recall(Function<DeliveryWorld.Bought, Client> who, boolean answered) {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode recall = bought.seller().does("/api/recalls", RecallWorld.recall(recalls.stored(bought, 32_000))).ok();
        String id = recall.path("id").asString();
        if (answered) for (Client each : Set.of(bought.member(), bought.group(), bought.store())) {
            each.does("/api/recalls/" + id + "/acknowledge", Map.of("handling", "KEPT_APART", "words", "已隔离")).ok();
        }
        return Scene.at("recallId", id).as(awards.signsIn(who.apply(bought).person()));
    }
}
