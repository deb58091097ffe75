package org.jucai.platform.award.checking;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ObjectNode;

/** Certificates of tiny rounds: one that tries everything, and ones drawn at random. */
final class TinyCertificates {

    private final TinyRound round;
    private final long scale;

    TinyCertificates(TinyRound round, long scale) {
        this.round = round;
        this.scale = scale;
    }

    private ObjectNode certificate(ObjectNode tree) {
        ObjectNode certificate = TinyRound.JSON.createObjectNode().put("kind", "LAGRANGIAN_TREE").put("scale", scale);
        certificate.set("tree", tree);
        return certificate;
    }

    private static ObjectNode leaf(boolean ray) {
        ObjectNode leaf = TinyRound.JSON.createObjectNode();
        if (ray) leaf.put("ray", true);
        leaf.putObject("lots");
        leaf.putObject("rules");
        return leaf;
    }

    private static ObjectNode lots(ObjectNode leaf) {
        return (ObjectNode) leaf.get("lots");
    }

    private static ObjectNode rules(ObjectNode leaf) {
        return (ObjectNode) leaf.get("rules");
    }

    /** Divides until every mass is fixed: its bound is the optimum, or it shows that there is no award. */
    ObjectNode complete() {
        return certificate(lotSplit(0, new boolean[round.lots.size()]));
    }

    private ObjectNode lotSplit(int lot, boolean[] served) {
        if (lot == served.length) return bidSplit(0, 0, new long[round.bids.size()], served);
        boolean[] yes = served.clone();
        yes[lot] = true;
        if (round.lots.get(lot).must()) return lotSplit(lot + 1, yes);
        ObjectNode split = TinyRound.JSON.createObjectNode().put("lot", TinyRound.lotId(lot));
        split.set("yes", lotSplit(lot + 1, yes));
        split.set("no", lotSplit(lot + 1, served));
        return split;
    }

    private ObjectNode bidSplit(int bid, long from, long[] kg, boolean[] served) {
        if (bid == kg.length) return fixed(kg, served);
        TinyRound.Bid each = round.bids.get(bid);
        if (from > each.cap()) return leaf(false);
        long[] here = kg.clone();
        here[bid] = from;
        ObjectNode split = TinyRound.JSON.createObjectNode();
        split.putArray("bid").add(TinyRound.supplierId(each.supplier())).add(TinyRound.lotId(each.lot()));
        split.put("atMostKg", from);
        split.set("yes", bidSplit(bid + 1, 0, here, served));
        split.set("no", bidSplit(bid, from + 1, kg, served));
        return split;
    }

    private ObjectNode fixed(long[] kg, boolean[] served) {
        for (int l = 0; l < served.length; l++) {
            long mass = TinyAwards.ofLot(round, kg, l);
            TinyRound.Lot lot = round.lots.get(l);
            int sign = served[l] ? mass < lot.min() ? 1 : mass > lot.max() ? -1 : 0 : mass > 0 ? -1 : 0;
            if (sign == 0) continue;
            ObjectNode ray = leaf(true);
            lots(ray).put(TinyRound.lotId(l), sign);
            return ray;
        }
        for (int r = 0; r < round.rules.size(); r++) {
            ObjectNode ray = violated(r, kg, served);
            if (ray != null) return ray;
        }
        ObjectNode leaf = leaf(false);
        for (int l = 0; l < served.length; l++) {
            long short_ = round.lots.get(l).target() - TinyAwards.ofLot(round, kg, l);
            if (short_ > 0) lots(leaf).put(TinyRound.lotId(l), round.lots.get(l).outside() * scale);
        }
        return leaf;
    }

    /** A ray of one inequality, in which A(l) is made to cancel; null where the rule holds. */
    private ObjectNode violated(int r, long[] kg, boolean[] served) {
        TinyRound.Rule rule = round.rules.get(r);
        int[] lots = rule.lot() >= 0 ? new int[] {rule.lot()} : IntStream.range(0, served.length).toArray();
        long used = IntStream.range(0, round.suppliers.size()).filter(s -> TinyAwards.ofSupplier(round, kg, s) > 0).count();
        String id = TinyRound.ruleId(r);
        switch (rule.kind()) {
            case "MAX_SUPPLIERS": return used > rule.count() ? ray(id, 0, -1) : null;
            case "MIN_SUPPLIERS": return used < rule.count() ? ray(id, 0, -1) : null;
            case "MAX_SUPPLIERS_PER_LOT":
                for (int l : lots) if (TinyAwards.usedIn(round, kg, l) > rule.count()) return ray(id + "@" + TinyRound.lotId(l), 0, -1);
                return null;
            case "MIN_SUPPLIERS_PER_LOT":
                for (int l : lots) if (served[l] && TinyAwards.usedIn(round, kg, l) < rule.count()) return ray(id + "@" + TinyRound.lotId(l), 0, -1);
                return null;
            case "MIN_SMALL_SHARE": return small(kg) * 10_000 < rule.shareBp() * sum(kg, -1, null) ? ray(id, -rule.shareBp(), -1) : null;
            case "MAX_SUPPLIER_SHARE", "MAX_GROUP_SHARE": return share(rule, id, kg);
            default: return null;
        }
    }

    private ObjectNode share(TinyRound.Rule rule, String id, long[] kg) {
        for (int s = 0; s < round.suppliers.size(); s++) {
            String owner = rule.kind().equals("MAX_GROUP_SHARE") ? round.group(s) : TinyRound.supplierId(s);
            if (rule.of().equals("ROUND")) {
                if (10_000 * sum(kg, -1, owner, rule) > rule.shareBp() * sum(kg, -1, null)) return ray(id + "@" + owner, rule.shareBp(), -1);
                continue;
            }
            for (int l = 0; l < round.lots.size(); l++) {
                boolean over = 10_000 * sum(kg, l, owner, rule) > rule.shareBp() * sum(kg, l, null);
                if (over) return ray(id + "@" + owner + "@" + TinyRound.lotId(l), rule.shareBp(), l);
            }
        }
        return null;
    }

    private long small(long[] kg) {
        return IntStream.range(0, kg.length).filter(b -> round.suppliers.get(round.bids.get(b).supplier()).small()).mapToLong(b -> kg[b]).sum();
    }

    private long sum(long[] kg, int lot, String owner, TinyRound.Rule rule) {
        return IntStream.range(0, kg.length).filter(b -> lot < 0 || round.bids.get(b).lot() == lot).filter(b -> owner == null
                || owner.equals(rule.kind().equals("MAX_GROUP_SHARE") ? round.group(round.bids.get(b).supplier()) : TinyRound.supplierId(round.bids.get(b).supplier())))
                .mapToLong(b -> kg[b]).sum();
    }

    private long sum(long[] kg, int lot, String nobody) {
        return sum(kg, lot, nobody, round.rules.getFirst());
    }

    private ObjectNode ray(String inequality, long ofLots, int onlyLot) {
        ObjectNode ray = leaf(true);
        rules(ray).put(inequality, 1);
        for (int l = 0; l < round.lots.size(); l++) if (onlyLot < 0 || onlyLot == l) lots(ray).put(TinyRound.lotId(l), ofLots);
        return ray;
    }

    /** Any splits, any multipliers; now and then a ray. */
    ObjectNode random(RandomGenerator chance, List<String> inequalities) {
        return certificate(random(chance, inequalities, chance.nextInt(4)));
    }

    private ObjectNode random(RandomGenerator chance, List<String> inequalities, int depth) {
        if (depth == 0) return randomLeaf(chance, inequalities);
        ObjectNode split = TinyRound.JSON.createObjectNode();
        int kind = chance.nextInt(3);
        if (kind == 0) split.put("lot", TinyRound.lotId(chance.nextInt(round.lots.size())));
        else if (kind == 1 || round.bids.isEmpty()) split.put("total", TinyRound.supplierId(chance.nextInt(round.suppliers.size()))).put("atMostKg", chance.nextInt(8));
        else {
            TinyRound.Bid bid = round.bids.get(chance.nextInt(round.bids.size()));
            split.putArray("bid").add(TinyRound.supplierId(bid.supplier())).add(TinyRound.lotId(bid.lot()));
            split.put("atMostKg", chance.nextInt(5));
        }
        split.set("yes", random(chance, inequalities, depth - 1));
        split.set("no", random(chance, inequalities, depth - 1));
        return split;
    }

    private ObjectNode randomLeaf(RandomGenerator chance, List<String> inequalities) {
        boolean ray = chance.nextInt(12) == 0;
        ObjectNode leaf = leaf(ray);
        for (int l = 0; l < round.lots.size(); l++) {
            if (chance.nextInt(5) > 0) lots(leaf).put(TinyRound.lotId(l), ray ? chance.nextInt(-3, 4) : chance.nextLong(-20 * scale, 120 * scale));
        }
        List<String> some = new ArrayList<>(inequalities);
        some.removeIf(name -> chance.nextInt(3) > 0);
        for (String name : some) rules(leaf).put(name, chance.nextLong(0, name.contains("@") ? 3 * scale : 100 * scale));
        return leaf;
    }
}
