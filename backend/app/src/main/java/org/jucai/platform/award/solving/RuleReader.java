package org.jucai.platform.award.solving;

import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.OUT_OF_BOUNDS;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.UNKNOWN_LOT;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.UNKNOWN_SUPPLIER;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rules of a problem. */
record RuleReader(Set<String> lots, Set<String> suppliers) {

    private static final int MANY = 2_000;
    private static final int WHOLE_BP = 10_000;
    private static final long MILLION = 1_000_000;

    Rule rule(StrictNode node) {
        return switch (node.get("kind").text()) {
            case "MAX_SUPPLIERS" -> new Rule.MaxSuppliers(id(node, Set.of("count"), Set.of()), count(node));
            case "MIN_SUPPLIERS" -> new Rule.MinSuppliers(id(node, Set.of("count"), Set.of()), count(node));
            case "MAX_SUPPLIERS_PER_LOT" -> new Rule.MaxSuppliersPerLot(id(node, Set.of("count"), Set.of("lot")), count(node), lot(node));
            case "MIN_SUPPLIERS_PER_LOT" -> new Rule.MinSuppliersPerLot(id(node, Set.of("count"), Set.of("lot")), count(node), lot(node));
            case "MAX_SUPPLIER_SHARE" -> new Rule.MaxSupplierShare(id(node, Set.of("shareBp", "of"), Set.of()), share(node), node.get("of").oneOf(Rule.Of.class));
            case "MAX_GROUP_SHARE" -> new Rule.MaxGroupShare(id(node, Set.of("shareBp", "of"), Set.of()), share(node), node.get("of").oneOf(Rule.Of.class));
            case "MIN_SMALL_SHARE" -> new Rule.MinSmallShare(id(node, Set.of("shareBp"), Set.of()), share(node));
            case "EXCLUDED_PAIR" -> pair(node);
            case "QUALITY" -> quality(node);
            default -> throw node.get("kind").refuse(OUT_OF_BOUNDS);
        };
    }

    private static String id(StrictNode node, Set<String> required, Set<String> optional) {
        Set<String> all = new java.util.HashSet<>(required);
        all.add("id");
        all.add("kind");
        return node.object(all, optional).get("id").id();
    }

    private static int count(StrictNode node) {
        return (int) node.get("count").whole(0, MANY);
    }

    private static long share(StrictNode node) {
        return node.get("shareBp").whole(0, WHOLE_BP);
    }

    private @Nullable String lot(StrictNode node) {
        String lot = node.idIfThere("lot");
        if (lot != null && !lots.contains(lot)) throw node.get("lot").refuse(UNKNOWN_LOT);
        return lot;
    }

    private Rule pair(StrictNode node) {
        String id = id(node, Set.of("supplier", "lot"), Set.of());
        String supplier = node.get("supplier").id();
        if (!suppliers.contains(supplier)) throw node.get("supplier").refuse(UNKNOWN_SUPPLIER);
        lot(node);
        return new Rule.ExcludedPair(id, supplier, node.get("lot").id());
    }

    private Rule quality(StrictNode node) {
        String id = id(node, Set.of("attribute"), Set.of("atLeastPpm", "atMostPpm", "lot"));
        Long least = node.has("atLeastPpm") ? (Long) node.get("atLeastPpm").whole(0, MILLION) : null;
        Long most = node.has("atMostPpm") ? (Long) node.get("atMostPpm").whole(0, MILLION) : null;
        return new Rule.Quality(id, node.get("attribute").id(), least, most, lot(node));
    }
}
