package org.jucai.platform.award.solving;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a problem as its document. */
public final class ProblemWriter {

    static final String FORMAT = "jucai-award-problem/1";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ProblemWriter() {}

    /** The canonical bytes (RFC 8785). */
    public static byte[] write(AwardProblem problem) {
        return Canonical.bytes(tree(problem));
    }

    /** The canonical bytes of another of an award's documents: whole numbers, plain names. */
    public static byte[] canonical(JsonNode document) {
        return Canonical.bytes(document);
    }

    static JsonNode tree(AwardProblem problem) {
        ObjectNode node = JSON.objectNode().put("format", FORMAT).put("round", problem.round()).put("gridKg", problem.gridKg());
        node.set("lots", array(problem.lots(), ProblemWriter::lot));
        node.set("suppliers", array(problem.suppliers(), ProblemWriter::supplier));
        node.set("rules", array(problem.rules(), ProblemWriter::rule));
        return node;
    }

    static <T> ArrayNode array(Collection<T> items, Function<T, JsonNode> each) {
        ArrayNode array = JSON.arrayNode();
        for (T item : items) array.add(each.apply(item));
        return array;
    }

    private static JsonNode lot(AwardProblem.Lot lot) {
        ObjectNode node = JSON.objectNode().put("id", lot.id()).put("minimumKg", lot.minimumKg()).put("targetKg", lot.targetKg())
                .put("maximumKg", lot.maximumKg()).put("mustBeServed", lot.mustBeServed()).put("outsideFenPerTonne", lot.outsideFenPerTonne());
        if (!lot.lines().isEmpty()) node.set("lines", array(lot.lines(), ProblemWriter::line));
        return node;
    }

    private static JsonNode line(AwardProblem.Line line) {
        return JSON.objectNode().put("id", line.id()).put("minimumKg", line.minimumKg()).put("targetKg", line.targetKg()).put("maximumKg", line.maximumKg());
    }

    private static JsonNode supplier(AwardProblem.Supplier supplier) {
        ObjectNode node = JSON.objectNode().put("id", supplier.id()).put("small", supplier.small())
                .put("minimumKg", supplier.minimumKg()).put("capacityKg", supplier.capacityKg());
        if (supplier.group() != null) node.put("group", supplier.group());
        node.set("totalTiersFromKg", array(supplier.totalTiersFromKg(), JSON::numberNode));
        node.set("bids", array(supplier.bids(), ProblemWriter::bid));
        node.set("bundles", array(supplier.bundles(), bundle -> array(bundle, JSON::stringNode)));
        return node;
    }

    private static JsonNode bid(AwardProblem.Bid bid) {
        ObjectNode node = JSON.objectNode().put("lot", bid.lot()).put("minimumKg", bid.minimumKg()).put("capacityKg", bid.capacityKg())
                .put("ladder", bid.ladder().name()).put("freightFenPerTonne", bid.freightFenPerTonne());
        node.set("steps", array(bid.steps(), ProblemWriter::step));
        if (bid.truck() != null) node.set("truck", JSON.objectNode().put("kg", bid.truck().kg()).put("fen", bid.truck().fen()));
        if (!bid.attributesPpm().isEmpty()) {
            ObjectNode attributes = JSON.objectNode();
            bid.attributesPpm().forEach(attributes::put);
            node.set("attributesPpm", attributes);
        }
        return node;
    }

    private static JsonNode step(AwardProblem.Step step) {
        ObjectNode node = JSON.objectNode().put("fromKg", step.fromKg());
        node.set("fenPerTonne", array(step.fenPerTonne(), JSON::numberNode));
        return node;
    }

    private static JsonNode rule(Rule rule) {
        return switch (rule) {
            case Rule.MaxSuppliers r -> named(r.id(), "MAX_SUPPLIERS").put("count", r.count());
            case Rule.MinSuppliers r -> named(r.id(), "MIN_SUPPLIERS").put("count", r.count());
            case Rule.MaxSuppliersPerLot r -> of(named(r.id(), "MAX_SUPPLIERS_PER_LOT").put("count", r.count()), r.lot());
            case Rule.MinSuppliersPerLot r -> of(named(r.id(), "MIN_SUPPLIERS_PER_LOT").put("count", r.count()), r.lot());
            case Rule.MaxSupplierShare r -> named(r.id(), "MAX_SUPPLIER_SHARE").put("shareBp", r.shareBp()).put("of", r.of().name());
            case Rule.MaxGroupShare r -> named(r.id(), "MAX_GROUP_SHARE").put("shareBp", r.shareBp()).put("of", r.of().name());
            case Rule.MinSmallShare r -> named(r.id(), "MIN_SMALL_SHARE").put("shareBp", r.shareBp());
            case Rule.ExcludedPair r -> named(r.id(), "EXCLUDED_PAIR").put("supplier", r.supplier()).put("lot", r.lot());
            case Rule.Quality r -> quality(r);
        };
    }

    private static ObjectNode quality(Rule.Quality rule) {
        ObjectNode node = of(named(rule.id(), "QUALITY").put("attribute", rule.attribute()), rule.lot());
        if (rule.atLeastPpm() != null) node.put("atLeastPpm", rule.atLeastPpm());
        if (rule.atMostPpm() != null) node.put("atMostPpm", rule.atMostPpm());
        return node;
    }

    private static ObjectNode named(String id, String kind) {
        return JSON.objectNode().put("id", id).put("kind", kind);
    }

    private static ObjectNode of(ObjectNode node, @Nullable String lot) {
        return lot == null ? node : node.put("lot", lot);
    }
}
