package org.jucai.platform.award.checking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a public bundle shows, written as a problem and a result, so that the checker's own rules hold it to everything that can be held:
 * suppliers by pseudonym, of each offer only what was bought of it, unless its supplier opened it.
 */
final class Shadow {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Shown shown;
    private final Map<String, JsonNode> openedSuppliers;
    private final Map<String, JsonNode> openedLots;
    private final Map<String, List<Field>> awardsOf;

    /** @param openedSuppliers whole offers, by pseudonym; {@code openedLots} with their lines, by id */
    Shadow(Shown shown, Map<String, JsonNode> openedSuppliers, Map<String, JsonNode> openedLots) {
        this.shown = shown;
        this.openedSuppliers = openedSuppliers;
        this.openedLots = openedLots;
        awardsOf = shown.awards().stream().collect(Collectors.groupingBy(award -> award.get("supplier").id()));
    }

    CheckReport checked() {
        ObjectNode problem = JSON.objectNode().put("format", "jucai-award-problem/1").put("round", shown.field("round").id());
        problem.set("gridKg", shown.field("gridKg").node());
        ArrayNode lots = problem.putArray("lots");
        shown.lots().forEach(lot -> lots.add(lot(lot)));
        ArrayNode suppliers = problem.putArray("suppliers");
        shown.suppliers().forEach(supplier -> suppliers.add(supplier(supplier)));
        ArrayNode rules = problem.putArray("rules");
        shown.rules().stream().map(Field::node).filter(rule -> !rule.path("kind").asString("").equals("EXCLUDED_PAIR")).forEach(rules::add);
        return AwardChecker.check(new Field(problem, "public"), new Field(result(new Field(problem, "public")), "public"));
    }

    /** What is short costs nothing here: what it counts as is not shown. */
    private JsonNode lot(Field lot) {
        ObjectNode node = JSON.objectNode().put("id", lot.get("id").id()).put("outsideFenPerTonne", 0);
        for (String name : List.of("minimumKg", "targetKg", "maximumKg", "mustBeServed")) node.set(name, lot.get(name).node());
        JsonNode opened = openedLots.get(lot.get("id").id());
        if (opened != null && opened.has("lines")) node.set("lines", opened.path("lines"));
        return node;
    }

    private JsonNode supplier(Field supplier) {
        String id = supplier.get("id").id();
        JsonNode opened = openedSuppliers.get(id);
        if (opened != null) return named((ObjectNode) opened.deepCopy(), supplier);
        long total = awardsOf.getOrDefault(id, List.of()).stream().mapToLong(award -> Shown.number(award, "kg")).sum();
        ObjectNode node = JSON.objectNode().put("small", false).put("minimumKg", 0).put("capacityKg", total);
        node.putArray("totalTiersFromKg").add(0);
        node.putArray("bundles");
        ArrayNode bids = node.putArray("bids");
        awardsOf.getOrDefault(id, List.of()).forEach(award -> bids.add(bid(award)));
        return named(node, supplier);
    }

    private static ObjectNode named(ObjectNode node, Field supplier) {
        node.put("id", supplier.get("id").id());
        node.remove("group");
        supplier.maybe("winner").ifPresent(winner -> {
            node.set("small", winner.get("small").node());
            winner.maybe("group").ifPresent(group -> node.put("group", group.id()));
        });
        return node;
    }

    /** As if each piece were a step of a ladder of which each kilogram has the price of its step. */
    private static JsonNode bid(Field award) {
        ObjectNode bid = JSON.objectNode().put("lot", award.get("lot").id()).put("minimumKg", 0).put("ladder", "INCREMENTAL");
        bid.set("capacityKg", award.get("kg").node());
        bid.set("freightFenPerTonne", award.get("freightFenPerTonne").node());
        award.maybe("truck").ifPresent(truck -> bid.set("truck", truck.node()));
        award.maybe("attributesPpm").ifPresent(attributes -> bid.set("attributesPpm", attributes.node()));
        ArrayNode steps = bid.putArray("steps");
        long from = 0;
        for (Field piece : Shown.pieces(award)) {
            ObjectNode step = steps.addObject().put("fromKg", from);
            step.putArray("fenPerTonne").add(piece.get("fenPerTonne").node());
            from += Shown.number(piece, "kg");
        }
        return bid;
    }

    private JsonNode result(Field problem) {
        ObjectNode result = JSON.objectNode().put("format", "jucai-award-result/1").put("problemSha256", Canonical.sha256(problem)).put("engine", "public")
                .put("engineVersion", "1").put("status", "FEASIBLE");
        result.putObject("run").put("kind", "DETERMINISTIC").put("workLimit", 0).put("work", 0);
        result.put("objectiveMilliFen", shown.awards().stream().mapToLong(award -> Shown.number(award, "costMilliFen")).sum());
        result.set("totalFen", shown.field("totalFen").node());
        result.set("failedLots", shown.field("failedLots").node());
        ArrayNode awards = result.putArray("awards");
        Map<String, Long> totals = new HashMap<>();
        shown.awards().forEach(award -> totals.merge(award.get("supplier").id(), Shown.number(award, "kg"), Long::sum));
        shown.awards().forEach(award -> awards.add(award(award, totals.getOrDefault(award.get("supplier").id(), 0L))));
        return result;
    }

    private JsonNode award(Field award, long total) {
        ObjectNode node = JSON.objectNode();
        for (String name : List.of("lot", "supplier", "kg", "costMilliFen", "amountFen")) node.set(name, award.get(name).node());
        JsonNode opened = openedSuppliers.get(award.get("supplier").id());
        if (opened == null) return node.put("totalTier", 0).put("step", Shown.pieces(award).size() - 1);
        long kg = Shown.number(award, "kg");
        int step = opened.path("bids").valueStream().filter(bid -> bid.path("lot").asString("").equals(award.get("lot").id())).findFirst()
                .map(bid -> last(bid.path("steps").valueStream().map(each -> each.path("fromKg").asLong()).toList(), kg)).orElse(0);
        return node.put("totalTier", last(opened.path("totalTiersFromKg").valueStream().map(JsonNode::asLong).toList(), total)).put("step", step);
    }

    private static int last(List<Long> thresholds, long mass) {
        return Math.max(0, (int) thresholds.stream().filter(from -> from <= mass).count() - 1);
    }
}
