package org.jucai.platform.award.checking;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A problem small enough to try every award, kept in plain arrays so that what is tried shares nothing with the checker. */
final class TinyRound {

    static final JsonMapper JSON = JsonMapper.builder().build();

    record Lot(long min, long target, long max, boolean must, long outside) {}

    record Supplier(String group, boolean small, long min, long cap, long[] tiers, List<int[]> bundles) {}

    record Bid(int supplier, int lot, long min, long cap, boolean incremental, long[] from, long[][] price, long freight,
               long truckKg, long truckFen, @Nullable Long ppm) {}

    /** Unused fields are -1 or empty. */
    record Rule(String kind, int count, int shareBp, String of, int supplier, int lot, long least, long most) {}

    final List<Lot> lots = new ArrayList<>();
    final List<Supplier> suppliers = new ArrayList<>();
    final List<Bid> bids = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    long grid = 1;

    static String lotId(int lot) {
        return "L" + lot;
    }

    static String supplierId(int supplier) {
        return "S" + supplier;
    }

    static String ruleId(int rule) {
        return "r" + rule;
    }

    String group(int supplier) {
        return suppliers.get(supplier).group().isEmpty() ? supplierId(supplier) : suppliers.get(supplier).group();
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(json());
    }

    ObjectNode json() {
        ObjectNode problem = JSON.createObjectNode().put("format", "jucai-award-problem/1").put("round", "R-1").put("gridKg", grid);
        ArrayNode lotNodes = problem.putArray("lots");
        for (int l = 0; l < lots.size(); l++) {
            Lot lot = lots.get(l);
            lotNodes.addObject().put("id", lotId(l)).put("minimumKg", lot.min()).put("targetKg", lot.target()).put("maximumKg", lot.max())
                    .put("mustBeServed", lot.must()).put("outsideFenPerTonne", lot.outside());
        }
        ArrayNode supplierNodes = problem.putArray("suppliers");
        for (int s = 0; s < suppliers.size(); s++) supplier(supplierNodes.addObject(), s);
        ArrayNode ruleNodes = problem.putArray("rules");
        for (int r = 0; r < rules.size(); r++) rule(ruleNodes.addObject().put("id", ruleId(r)), rules.get(r));
        return problem;
    }

    private void supplier(ObjectNode node, int place) {
        Supplier supplier = suppliers.get(place);
        node.put("id", supplierId(place)).put("small", supplier.small()).put("minimumKg", supplier.min()).put("capacityKg", supplier.cap());
        if (!supplier.group().isEmpty()) node.put("group", supplier.group());
        ArrayNode tiers = node.putArray("totalTiersFromKg");
        for (long tier : supplier.tiers()) tiers.add(tier);
        ArrayNode bidNodes = node.putArray("bids");
        for (Bid bid : bids) if (bid.supplier() == place) bid(bidNodes.addObject(), bid);
        ArrayNode bundles = node.putArray("bundles");
        for (int[] bundle : supplier.bundles()) {
            ArrayNode each = bundles.addArray();
            for (int lot : bundle) each.add(lotId(lot));
        }
    }

    private static void bid(ObjectNode node, Bid bid) {
        node.put("lot", lotId(bid.lot())).put("minimumKg", bid.min()).put("capacityKg", bid.cap())
                .put("ladder", bid.incremental() ? "INCREMENTAL" : "ALL_UNITS").put("freightFenPerTonne", bid.freight());
        ArrayNode steps = node.putArray("steps");
        for (int i = 0; i < bid.from().length; i++) {
            ArrayNode prices = steps.addObject().put("fromKg", bid.from()[i]).putArray("fenPerTonne");
            for (long price : bid.price()[i]) prices.add(price);
        }
        if (bid.truckKg() > 0) node.putObject("truck").put("kg", bid.truckKg()).put("fen", bid.truckFen());
        if (bid.ppm() != null) node.putObject("attributesPpm").put("Al2O3", bid.ppm());
    }

    private static void rule(ObjectNode node, Rule rule) {
        node.put("kind", rule.kind());
        switch (rule.kind()) {
            case "EXCLUDED_PAIR" -> node.put("supplier", supplierId(rule.supplier())).put("lot", lotId(rule.lot()));
            case "QUALITY" -> {
                node.put("attribute", "Al2O3");
                if (rule.least() >= 0) node.put("atLeastPpm", rule.least());
                if (rule.most() >= 0) node.put("atMostPpm", rule.most());
                if (rule.lot() >= 0) node.put("lot", lotId(rule.lot()));
            }
            case "MAX_SUPPLIER_SHARE", "MAX_GROUP_SHARE" -> node.put("shareBp", rule.shareBp()).put("of", rule.of());
            case "MIN_SMALL_SHARE" -> node.put("shareBp", rule.shareBp());
            default -> {
                node.put("count", rule.count());
                if (rule.lot() >= 0 && rule.kind().endsWith("PER_LOT")) node.put("lot", lotId(rule.lot()));
            }
        }
    }
}
