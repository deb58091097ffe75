package org.jucai.platform.award.checking;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether what was opened says what a public bundle shows. */
final class OpenedOffers {

    private OpenedOffers() {}

    /** A supplier's own offer and what is shown of it; its price the checker recomputes. */
    static boolean agrees(JsonNode supplier, Field award) {
        return supplier.path("bids").valueStream().filter(bid -> bid.path("lot").asString("").equals(award.get("lot").id())).findFirst()
                .map(bid -> bid.path("freightFenPerTonne").equals(award.get("freightFenPerTonne").node())
                        && bid.path("truck").equals(award.node().path("truck"))
                        && award.node().path("attributesPpm").properties().stream().allMatch(each -> bid.path("attributesPpm").path(each.getKey()).equals(each.getValue())))
                .orElse(false);
    }

    /** The whole documents and the bundle. */
    static boolean agrees(Shown shown, JsonNode problem, JsonNode result) {
        return shown.field("totalFen").node().equals(result.path("totalFen")) && shown.field("failedLots").node().equals(result.path("failedLots"))
                && shown.field("status").node().equals(result.path("status")) && shown.field("gridKg").node().equals(problem.path("gridKg"))
                && shown.rules().stream().map(Field::node).toList().equals(problem.path("rules").valueStream().map(OpenedOffers::nameless).toList())
                && awards(shown.awards().stream().map(Field::node)).equals(awards(result.path("awards").valueStream()))
                && lots(shown.lots().stream().map(Field::node)).equals(lots(problem.path("lots").valueStream()))
                && shown.field("engine").node().equals(result.path("engine")) && shown.field("engineVersion").node().equals(result.path("engineVersion"))
                && shown.field("workLimit").node().equals(result.at("/run/workLimit"))
                && shown.suppliers().size() == problem.path("suppliers").size();
    }

    private static JsonNode nameless(JsonNode rule) {
        ObjectNode shown = (ObjectNode) rule.deepCopy();
        shown.remove("supplier");
        return shown;
    }

    /** How often so much of a lot was awarded at such a cost; of whom is a pseudonym here and a name there. */
    private static Map<List<String>, Long> awards(Stream<JsonNode> awards) {
        return awards.map(award -> List.of(award.path("lot").asString(""), award.path("kg").toString(), award.path("costMilliFen").toString(), award.path("amountFen").toString()))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    }

    private static List<List<String>> lots(Stream<JsonNode> lots) {
        return lots.map(lot -> List.of(lot.path("id").asString(""), lot.path("minimumKg").toString(), lot.path("targetKg").toString(), lot.path("maximumKg").toString(),
                lot.path("mustBeServed").toString())).toList();
    }
}
