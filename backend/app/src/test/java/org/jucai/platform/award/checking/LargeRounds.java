package org.jucai.platform.award.checking;

import java.util.random.RandomGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Problems and certificates of the size that is computed with: the structure of the total-quantity-discount problem (Goossens,
 * Maas, Spieksma and van de Klundert, European Journal of Operational Research 178, 2007), prices over a decade.
 */
final class LargeRounds {

    private final RandomGenerator chance;
    private final int suppliers;
    private final int lots;
    private final int tiers;

    LargeRounds(RandomGenerator chance, int suppliers, int lots, int tiers) {
        this.chance = chance;
        this.suppliers = suppliers;
        this.lots = lots;
        this.tiers = tiers;
    }

    /** @param rich with ladders, trucks of several masses and minima, instead of the plain structure */
    ObjectNode problem(boolean rich) {
        ObjectNode problem = TinyRound.JSON.createObjectNode().put("format", "jucai-award-problem/1").put("round", "R-1").put("gridKg", 1);
        ArrayNode lotNodes = problem.putArray("lots");
        for (int l = 0; l < lots; l++) {
            long target = 100_000 + chance.nextInt(900_000);
            lotNodes.addObject().put("id", id("L", l)).put("minimumKg", target * 9 / 10).put("targetKg", target).put("maximumKg", target + target / 10)
                    .put("mustBeServed", chance.nextInt(4) > 0).put("outsideFenPerTonne", 900_000);
        }
        ArrayNode supplierNodes = problem.putArray("suppliers");
        for (int s = 0; s < suppliers; s++) supplier(supplierNodes.addObject(), s, lotNodes, rich);
        ArrayNode rules = problem.putArray("rules");
        rules.addObject().put("id", "r-lot").put("kind", "MAX_SUPPLIERS_PER_LOT").put("count", 3);
        rules.addObject().put("id", "r-round").put("kind", "MAX_SUPPLIERS").put("count", suppliers / 2);
        rules.addObject().put("id", "r-share").put("kind", "MAX_SUPPLIER_SHARE").put("shareBp", 7_000).put("of", "LOT");
        return problem;
    }

    private void supplier(ObjectNode node, int place, ArrayNode lotNodes, boolean rich) {
        node.put("id", id("S", place)).put("small", false).put("minimumKg", rich ? 20_000 : 0).put("capacityKg", 4_000_000 + chance.nextInt(4_000_000));
        ArrayNode from = node.putArray("totalTiersFromKg");
        for (int k = 0; k < tiers; k++) from.add(k * 800_000L);
        ArrayNode bids = node.putArray("bids");
        for (int l = 0; l < lots; l++) if (chance.nextInt(10) < 6) bid(bids.addObject(), lotNodes.get(l), rich);
        node.putArray("bundles");
    }

    private void bid(ObjectNode node, tools.jackson.databind.JsonNode lot, boolean rich) {
        long capacity = lot.get("targetKg").longValue() * (35 + chance.nextInt(66)) / 100;
        node.put("lot", lot.get("id").stringValue()).put("minimumKg", rich ? capacity / 10 : 0).put("capacityKg", capacity)
                .put("ladder", rich && chance.nextBoolean() ? "INCREMENTAL" : "ALL_UNITS").put("freightFenPerTonne", chance.nextInt(10_000));
        ArrayNode steps = node.putArray("steps");
        long price = 100_000 + chance.nextInt(900_000);
        int many = rich ? 1 + chance.nextInt(4) : 1;
        for (int i = 0; i < many; i++) {
            ArrayNode prices = steps.addObject().put("fromKg", i * capacity / 4).putArray("fenPerTonne");
            for (int k = 0; k < tiers; k++) prices.add(price * (1000 - 30L * k - 20L * i) / 1000);
        }
        if (rich && chance.nextInt(3) == 0) node.putObject("truck").put("kg", chance.nextBoolean() ? 32_000 : 28_000).put("fen", 150_000 + chance.nextInt(100_000));
    }

    static String id(String letter, int place) {
        return "%s%04d".formatted(letter, place);
    }

    /** Each leaf has multipliers of its own for all lots, and for rules; splits are on totals and bids. */
    ObjectNode certificate(ObjectNode problem, int leaves, boolean ofRules) {
        long scale = 1_000;
        ObjectNode certificate = TinyRound.JSON.createObjectNode().put("kind", "LAGRANGIAN_TREE").put("scale", scale);
        long[] level = chance.longs(lots, 200_000 * scale, 500_000 * scale).toArray();
        certificate.set("tree", tree(problem, leaves, level, ofRules));
        return certificate;
    }

    private ObjectNode tree(ObjectNode problem, int leaves, long[] level, boolean ofRules) {
        if (leaves == 1) return leaf(problem, level, ofRules);
        int left = 1 + chance.nextInt(leaves - 1);
        int supplier = chance.nextInt(suppliers);
        ObjectNode split = TinyRound.JSON.createObjectNode().put("total", id("S", supplier)).put("atMostKg", 800_000L * (1 + chance.nextInt(tiers)) - 1);
        split.set("yes", tree(problem, left, level, ofRules));
        split.set("no", tree(problem, leaves - left, level, ofRules));
        return split;
    }

    private ObjectNode leaf(ObjectNode problem, long[] level, boolean ofRules) {
        ObjectNode leaf = TinyRound.JSON.createObjectNode();
        ObjectNode lotNode = leaf.putObject("lots");
        for (int l = 0; l < lots; l++) lotNode.put(id("L", l), level[l] + chance.nextLong(-level[l] / 50, level[l] / 50));
        ObjectNode rules = leaf.putObject("rules");
        if (!ofRules) return leaf;
        rules.put("r-round", chance.nextLong(1_000_000_000_000L));
        for (int l = 0; l < lots; l++) rules.put("r-lot@" + id("L", l), chance.nextLong(1_000_000_000_000L));
        for (int i = 0; i < lots; i++) rules.put("r-share@%s@%s".formatted(id("S", chance.nextInt(suppliers)), id("L", i)), chance.nextLong(3_000L));
        return leaf;
    }
}
