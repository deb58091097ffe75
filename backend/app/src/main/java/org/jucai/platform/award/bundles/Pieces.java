package org.jucai.platform.award.bundles;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What was bought of an offer, by the price that holds for it: one piece where the step reached prices all of it. Pure. */
final class Pieces {

    private Pieces() {}

    static List<JsonNode> of(JsonNode bid, long kg, int totalTier) {
        List<JsonNode> steps = bid.path("steps").valueStream().filter(step -> step.path("fromKg").asLong() <= kg).toList();
        if (bid.path("ladder").asString().equals("ALL_UNITS")) return List.of(piece(kg, steps.getLast(), totalTier));
        List<JsonNode> pieces = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            long end = i + 1 < steps.size() ? steps.get(i + 1).path("fromKg").asLong() : kg;
            long mass = end - steps.get(i).path("fromKg").asLong();
            if (mass > 0) pieces.add(piece(mass, steps.get(i), totalTier));
        }
        return pieces;
    }

    private static JsonNode piece(long kg, JsonNode step, int totalTier) {
        return JsonNodeFactory.instance.objectNode().put("kg", kg).put("fenPerTonne", step.path("fenPerTonne").path(totalTier).asLong());
    }
}
