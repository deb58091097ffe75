package org.jucai.platform.contracts.deliveries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.weighing.Side;
import org.jucai.platform.contracts.weighing.WeighTicket;

/** What a party may do next with a delivery, in the order in which people do it. */
final class Offered {

    private static final Map<String, Class<? extends DeliveryCommand>> NAMES = new LinkedHashMap<>();

    private static final Set<DeliveryStatus> BEFORE_ITS_SCALE = Set.of(DeliveryStatus.NOTIFIED, DeliveryStatus.ARRIVED, DeliveryStatus.GATE_CHECKED);

    static {
        NAMES.put("NOTIFY", DeliveryCommand.Notify.class);
        NAMES.put("ARRIVE", DeliveryCommand.Arrive.class);
        NAMES.put("ACCEPT", DeliveryCommand.Check.class);
        NAMES.put("REFUSE", DeliveryCommand.Refuse.class);
        NAMES.put("UNLOAD", DeliveryCommand.Unload.class);
        NAMES.put("PASS", DeliveryCommand.Pass.class);
        NAMES.put("RELEASE", DeliveryCommand.Release.class);
        NAMES.put("CANCEL", DeliveryCommand.Cancel.class);
        NAMES.put("RETURN", DeliveryCommand.Return.class);
    }

    private Offered() {}

    static List<String> to(UUID party, Delivery delivery, List<WeighTicket> tickets) {
        Set<Class<? extends DeliveryCommand>> may = DeliveryRules.offered(delivery, party);
        List<String> names = new ArrayList<>();
        boolean weighed = tickets.stream().anyMatch(each -> each.weighing().side() == Side.DESTINATION);
        boolean origin = BEFORE_ITS_SCALE.contains(delivery.status()) && !weighed && DeliveryRules.mayWeigh(delivery, Side.ORIGIN, party);
        boolean destination = delivery.status() == DeliveryStatus.GATE_CHECKED && DeliveryRules.mayWeigh(delivery, Side.DESTINATION, party);
        if (origin) names.add("WEIGH_ORIGIN");
        if (destination) names.add("WEIGH_DESTINATION");
        NAMES.forEach((name, command) -> {
            if (may.contains(command)) names.add(name);
        });
        return names;
    }
}
