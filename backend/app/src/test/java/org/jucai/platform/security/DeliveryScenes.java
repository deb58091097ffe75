package org.jucai.platform.security;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.testing.Client;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The scenes of deliveries: each truck is brought by its own people to where it is asked for. */
@TestComponent
@Import({DeliveryWorld.class, InspectionScenes.class, SettlementScenes.class, RecoveryScenes.class, RemedyScenes.class})
class DeliveryScenes {

    private final DeliveryWorld deliveries;
    private final AwardWorld awards;
    private final InspectionScenes inspections;
    private final SettlementScenes settlements;
    private final RecoveryScenes recoveries;
    private final RemedyScenes remedies;

    DeliveryScenes(DeliveryWorld deliveries, AwardWorld awards, InspectionScenes inspections, SettlementScenes settlements, RecoveryScenes recoveries,
            RemedyScenes remedies) {
        this.deliveries = deliveries;
        this.awards = awards;
        this.inspections = inspections;
        this.settlements = settlements;
        this.recoveries = recoveries;
        this.remedies = remedies;
    }

    void set(Map<String, Supplier<Scene>> scenes) {
        inspections.set(scenes);
        settlements.set(scenes);
        recoveries.set(scenes);
        remedies.set(scenes);
        scenes.put("planDeliveries", () -> {
            DeliveryWorld.Bought bought = deliveries.agency(100, 500);
            return contract(bought).putting(body -> ((ObjectNode) body.path("trucks").get(0)).put("itemId", bought.item().toString())
                    .put("plannedOn", bought.fromOn().plusDays(1).toString()));
        });
        scenes.put("proposeDeliveries", () -> contract(deliveries.agency(100, 500)));
        scenes.put("listDeliveries", () -> contract(deliveries.agency(100, 500)));
        scenes.put("getDelivery", () -> scene(deliveries.agency(100, 500), DeliveryWorld.Bought::seller, this::planned));
        scenes.put("notifyDelivery", () -> scene(deliveries.agency(100, 500), DeliveryWorld.Bought::seller, this::planned));
        scenes.put("cancelDelivery", () -> scene(deliveries.agency(100, 500), DeliveryWorld.Bought::seller, this::planned));
        scenes.put("arriveDelivery", () -> scene(deliveries.agency(100, 500), DeliveryWorld.Bought::member, this::notified));
        scenes.put("checkDelivery", () -> scene(deliveries.agency(100, 500), DeliveryWorld.Bought::member, this::arrived));
        scenes.put("weighDelivery", () -> scene(deliveries.agency(100, 500), DeliveryWorld.Bought::member, this::checked).putting(fresh()));
        scenes.put("unloadDelivery", () -> scene(deliveries.agency(100, 500), DeliveryWorld.Bought::member, this::weighed));
        scenes.put("returnDelivery", () -> scene(deliveries.agency(100, 500), DeliveryWorld.Bought::member, this::weighed));
        scenes.put("passDelivery", () -> scene(deliveries.agency(100, 500), DeliveryWorld.Bought::member, this::unloaded));
        scenes.put("releaseDelivery", () -> scene(deliveries.principal(100, 500), DeliveryWorld.Bought::group, this::passed));
        scenes.put("enterWeighTickets", () -> {
            DeliveryWorld.Bought bought = deliveries.agency(100, 500);
            String code = checked(bought).path("code").asString();
            return contract(bought).as(awards.signsIn(bought.member().person())).putting(body -> fresh().accept(((ObjectNode) body.path("tickets").get(0)).put("deliveryCode", code)));
        });
        scenes.put("liftControlPeriod", this::alert);
    }

    private Scene alert() {
        DeliveryWorld.Bought bought = deliveries.agency(100, 500);
        Map<String, Object> alert = Map.of("zone", "XM-B", "level", "RED", "fromOn", "2027-05-14", "toOn", "2027-05-16", "blocks", true, "source", "预警");
        JsonNode period = bought.us().secretariat().does("/api/control-periods", Map.of("periods", List.of(alert))).ok().path("items").get(0);
        return Scene.at("periodId", period.path("id").asString()).as(awards.signsIn(bought.us().secretariat().person()));
    }

    private static Consumer<ObjectNode> fresh() {
        return ticket -> ticket.put("number", Client.newKey());
    }

    private Scene contract(DeliveryWorld.Bought bought) {
        return Scene.at("contractId", bought.contract()).as(awards.signsIn(bought.seller().person()));
    }

    private Scene scene(DeliveryWorld.Bought bought, Function<DeliveryWorld.Bought, Client> who, Function<DeliveryWorld.Bought, JsonNode> truck) {
        return Scene.at("deliveryId", truck.apply(bought).path("id").asString()).as(awards.signsIn(who.apply(bought).person()));
    }

    private JsonNode planned(DeliveryWorld.Bought bought) {
        return deliveries.planned(bought, 32_000);
    }

    private JsonNode notified(DeliveryWorld.Bought bought) {
        JsonNode truck = planned(bought);
        return bought.seller().does(DeliveryWorld.at(truck, "notify"), DeliveryWorld.notice("晋C12345")).ok();
    }

    private JsonNode arrived(DeliveryWorld.Bought bought) {
        return bought.member().does(DeliveryWorld.at(notified(bought), "arrive"), Map.of("statedAt", "2027-03-22T02:00:00Z")).ok();
    }

    private JsonNode checked(DeliveryWorld.Bought bought) {
        return deliveries.checked(bought, planned(bought), bought.member());
    }

    private JsonNode weighed(DeliveryWorld.Bought bought) {
        return bought.member().does(DeliveryWorld.at(checked(bought), "weigh"), DeliveryWorld.ticket("DESTINATION", Client.newKey(), 47_980)).ok();
    }

    private JsonNode unloaded(DeliveryWorld.Bought bought) {
        return bought.member().does(DeliveryWorld.at(weighed(bought), "unload"), null).ok();
    }

    private JsonNode passed(DeliveryWorld.Bought bought) {
        return bought.member().does(DeliveryWorld.at(unloaded(bought), "pass"), Map.of("report", "ZJ-1")).ok();
    }
}
