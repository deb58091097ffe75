package org.jucai.platform.security;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.recovery.ShortWorld;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** The scenes of shortfalls and swaps. */
@TestComponent
@Import(ShortWorld.class)
class RemedyScenes {

    private static final long COMES_KG = 400_000;
    private static final long SWAPPED_KG = 32_000;

    private final ShortWorld shorts;
    private final AwardWorld awards;

    RemedyScenes(ShortWorld shorts, AwardWorld awards) {
        this.shorts = shorts;
        this.awards = awards;
    }

    void set(Map<String, Supplier<Scene>> scenes) {
        for (String one : List.of("listShortfalls", "listLotSupplies")) scenes.put(one, () -> Scene.with(_ -> {}).as(awards.signsIn(shorts.bought().seller().person())));
        scenes.put("stateShortfall", () -> {
            DeliveryWorld.Bought bought = shorts.bought();
            return Scene.with(body -> body.put("lotId", shorts.lot(bought).toString())).as(awards.signsIn(bought.seller().person()));
        });
        for (String one : List.of("getShortfall", "withdrawShortfall")) scenes.put(one, () -> {
            DeliveryWorld.Bought bought = shorts.bought();
            return Scene.at("shortfallId", shorts.stated(bought, COMES_KG).path("id").asString()).as(awards.signsIn(bought.seller().person()));
        });
        for (String one : List.of("divideShortfall", "insistOnDelivery")) scenes.put(one, () -> {
            DeliveryWorld.Bought bought = shorts.bought();
            return Scene.at("shortfallId", shorts.stated(bought, COMES_KG).path("id").asString()).as(awards.signsIn(bought.group().person()));
        });
        swaps(scenes);
    }

    private void swaps(Map<String, Supplier<Scene>> scenes) {
        scenes.put("listOwnShares", () -> Scene.with(_ -> {}).as(awards.signsIn(shorts.bought().member().person())));
        scenes.put("offerSwap", () -> {
            DeliveryWorld.Bought bought = shorts.bought();
            return Scene.with(body -> body.put("itemId", bought.item().toString())).as(awards.signsIn(bought.member().person()));
        });
        for (String one : List.of("getSwap", "acceptSwap")) scenes.put(one, () -> {
            DeliveryWorld.Bought bought = shorts.bought();
            UUID item = shorts.second(bought);
            return Scene.at("swapId", shorts.offered(bought, SWAPPED_KG).path("id").asString()).as(awards.signsIn(bought.other().person())).putting(body -> body.put("itemId", item.toString()));
        });
        for (String one : List.of("agreeToSwap", "endSwap")) scenes.put(one, () -> {
            DeliveryWorld.Bought bought = shorts.bought();
            UUID item = shorts.second(bought);
            String id = shorts.offered(bought, SWAPPED_KG).path("id").asString();
            bought.other().does("/api/swaps/" + id + "/accept", Map.of("itemId", item)).ok();
            return Scene.at("swapId", id).as(awards.signsIn(bought.member().person()));
        });
    }
}
