package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the tree of a certificate. */
final class TreeReader {

    /** More than any total of kilograms, and exact in every reader of JSON. */
    private static final long MOST = (1L << 53) - 1;

    private int leaves;

    Node node(Field field, int depth) {
        if (depth > Documents.DEEPEST) throw field.unreadable(Fault.TOO_DEEP, depth);
        if (!field.node().isObject()) throw field.unreadable(Fault.NOT_AN_OBJECT, "");
        if (field.has("bid")) return bid(field.object(Set.of("bid", "atMostKg", "yes", "no"), Set.of()), depth);
        if (field.has("total")) return total(field.object(Set.of("total", "atMostKg", "yes", "no"), Set.of()), depth);
        if (field.has("lot")) return lot(field.object(Set.of("lot", "yes", "no"), Set.of()), depth);
        if (field.has("lots")) return leaf(field.object(Set.of("lots", "rules"), Set.of("ray")));
        throw field.unreadable(Fault.NOT_A_NODE, "");
    }

    private Node bid(Field field, int depth) {
        List<Field> names = field.get("bid").items(2, 2);
        return new Node.BidSplit(names.getFirst().text(), names.getLast().text(), field.get("atMostKg").whole(0, MOST),
                node(field.get("yes"), depth + 1), node(field.get("no"), depth + 1));
    }

    private Node total(Field field, int depth) {
        return new Node.TotalSplit(field.get("total").text(), field.get("atMostKg").whole(0, MOST),
                node(field.get("yes"), depth + 1), node(field.get("no"), depth + 1));
    }

    private Node lot(Field field, int depth) {
        return new Node.LotSplit(field.get("lot").text(), node(field.get("yes"), depth + 1), node(field.get("no"), depth + 1));
    }

    private Node leaf(Field field) {
        boolean ray = field.maybe("ray").map(Field::flag).orElse(false);
        return new Node.Leaf(++leaves, ray, multipliers(field.get("lots")), multipliers(field.get("rules")));
    }

    /** Read without the way to each: there may be hundreds of thousands. */
    private static Map<String, BigInteger> multipliers(Field field) {
        if (!field.node().isObject()) throw field.unreadable(Fault.NOT_AN_OBJECT, "");
        Map<String, BigInteger> multipliers = HashMap.newHashMap(field.node().size());
        for (Map.Entry<String, JsonNode> each : field.node().properties()) {
            if (!each.getValue().isIntegralNumber()) throw field.unreadable(Fault.NOT_A_WHOLE_NUMBER, each.getKey());
            if (each.getValue().bigIntegerValue().signum() != 0) multipliers.put(each.getKey(), each.getValue().bigIntegerValue());
        }
        return multipliers;
    }
}
