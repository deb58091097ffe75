package org.jucai.platform.award.solving;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The search's tree as a certificate: multipliers of the leaves made whole, the bound they prove recomputed from them, branches that prove no more than their root cut. */
final class Certificate {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Model model;
    private final Statement statement;
    private final long objective;
    private final long needed;
    private final Map<Node, Statement.Stated> stated = new IdentityHashMap<>();
    private long bound = ExactBound.NO_AWARD;
    private final ObjectNode document;

    /** @param objective of the best award; a leaf need not prove more */
    Certificate(Model model, Statement statement, Node top, long objective) {
        this.model = model;
        this.statement = statement;
        this.objective = objective;
        needed = least(top, statement.root());
        JsonNode tree = write(top, statement.root());
        document = JSON.objectNode().put("kind", "LAGRANGIAN_TREE").put("scale", statement.scale);
        document.set("tree", tree);
    }

    /** The smallest value of the leaves that are left; {@link ExactBound#NO_AWARD} where none contains an award. */
    long bound() {
        return bound;
    }

    JsonNode document() {
        return document;
    }

    private long least(Node node, Domain domain) {
        Branch branch = node.branch;
        if (branch != null && node.yes != null && node.no != null) {
            return Math.min(least(node.yes, domain.with(branch, true)), least(node.no, domain.with(branch, false)));
        }
        return value(node, domain);
    }

    private long value(Node leaf, Domain domain) {
        long value = stated(leaf, domain).value();
        if (!leaf.ray || value == ExactBound.NO_AWARD) return value;
        return value > 0 ? ExactBound.NO_AWARD : Long.MIN_VALUE;
    }

    private Statement.Stated stated(Node leaf, Domain domain) {
        return stated.computeIfAbsent(leaf, node -> statement.of(domain, node, objective));
    }

    private JsonNode write(Node node, Domain domain) {
        Branch branch = node.branch;
        if (branch == null || node.yes == null || node.no == null || isEnough(node, domain)) return leaf(node, domain);
        ObjectNode json = JSON.objectNode();
        describe(branch, json);
        json.set("yes", write(node.yes, domain.with(branch, true)));
        json.set("no", write(node.no, domain.with(branch, false)));
        return json;
    }

    /** Does a node prove no less than its leaves? Looked at only where it may. */
    private boolean isEnough(Node node, Domain domain) {
        return node.value >= needed - 1.0 && value(node, domain) >= needed;
    }

    private void describe(Branch branch, ObjectNode json) {
        switch (branch.of()) {
            case BID -> {
                String supplier = model.problem.suppliers().get(model.supplierOf[branch.index()]).id();
                json.set("bid", JSON.arrayNode().add(supplier).add(lot(model.lotOf[branch.index()])));
                json.put("atMostKg", branch.atMostKg());
            }
            case TOTAL -> json.put("total", model.problem.suppliers().get(branch.index()).id()).put("atMostKg", branch.atMostKg());
            case LOT -> json.put("lot", lot(branch.index()));
        }
    }

    private String lot(int l) {
        return model.problem.lots().get(l).id();
    }

    private JsonNode leaf(Node node, Domain domain) {
        WholeMultipliers multipliers = stated(node, domain).multipliers();
        bound = Math.min(bound, value(node, domain));
        ObjectNode lots = JSON.objectNode();
        for (int l = 0; l < model.lots; l++) put(lots, lot(l), multipliers.lot()[l]);
        ObjectNode rows = JSON.objectNode();
        for (int r = 0; r < model.rows.size(); r++) put(rows, model.rows.get(r).name(), multipliers.row()[r]);
        ObjectNode json = JSON.objectNode();
        if (multipliers.ray()) json.put("ray", true);
        json.set("lots", lots);
        json.set("rules", rows);
        return json;
    }

    private static void put(ObjectNode into, String name, @Nullable Long value) {
        if (value != null && value != 0) into.put(name, value);
    }
}
