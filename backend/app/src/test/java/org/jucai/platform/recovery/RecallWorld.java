package org.jucai.platform.recovery;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.testing.Client;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Goods in a supervised store, bought by a finance group for a member. */
@TestComponent
@Import(DeliveryWorld.class)
public class RecallWorld {

    private final DeliveryWorld deliveries;

    RecallWorld(DeliveryWorld deliveries) {
        this.deliveries = deliveries;
    }

    public DeliveryWorld.Bought bought() {
        return deliveries.principal(500, 0);
    }

    /** Weighed, unloaded and waiting in the store. */
    public JsonNode unloaded(DeliveryWorld.Bought bought, long kg) {
        Map<String, Object> wanted = new LinkedHashMap<>(deliveries.truck(bought, kg));
        wanted.put("storeId", bought.store().party());
        JsonNode truck = deliveries.planned(bought, wanted);
        deliveries.checked(bought, truck, bought.store());
        bought.store().does(DeliveryWorld.at(truck, "weigh"), DeliveryWorld.ticket("DESTINATION", "T-" + Client.newKey(), 16_000 + kg)).ok();
        return bought.store().does(DeliveryWorld.at(truck, "unload"), null).ok();
    }

    /** In the member's own yard, and no store knows of it. */
    public JsonNode atMember(DeliveryWorld.Bought bought, long kg) {
        JsonNode truck = deliveries.planned(bought, kg);
        deliveries.checked(bought, truck, bought.member());
        bought.member().does(DeliveryWorld.at(truck, "weigh"), DeliveryWorld.ticket("DESTINATION", "T-" + Client.newKey(), 16_000 + kg)).ok();
        return bought.member().does(DeliveryWorld.at(truck, "unload"), null).ok();
    }

    /** In the store, free to be released. */
    public JsonNode stored(DeliveryWorld.Bought bought, long kg) {
        return bought.store().does(DeliveryWorld.at(unloaded(bought, kg), "pass"), Map.of("report", "Z-1")).ok();
    }

    public static Map<String, Object> release(long kg) {
        return Map.of("massKg", kg, "paymentReference", "P-1", "permitReference", "Q-1");
    }

    public static Map<String, Object> recall(JsonNode truck) {
        return Map.of("code", truck.path("code").asString(), "reason", "氧化铁超标", "instruction", "请停用并单独存放");
    }
}
