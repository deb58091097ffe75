package org.jucai.platform.formulas.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * Documents of formulas by chance: each monotone because it is made from the best band down to the worst, losing a little more at
 * each; or, {@link #anyBands}, made of whatever comes.
 */
final class RandomFormulas {

    static final long LEAST_BASE = 50_000;
    static final long MOST_BASE = 300_000;

    private static final List<String> MEASURES = List.of("AL2O3", "FE2O3", "SULPHUR", "CAO", "SIO2");
    private static final long WHOLE = 1_000_000;

    private final RandomGenerator random;

    RandomFormulas(RandomGenerator random) {
        this.random = random;
    }

    Map<String, Object> document() {
        boolean month = random.nextBoolean();
        boolean rounded = random.nextInt(4) == 0;
        List<Object> clauses = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) clauses.add(clause(MEASURES.get(i), rounded));
        Map<String, Object> document = head(clauses);
        document.put("comparison", rounded ? "ROUNDED_VALUE" : "FULL_VALUE");
        document.put("averaging", map("over", month ? "MONTH" : "LOT"));
        if (random.nextBoolean()) document.put("caps", map("deductionPpm", random.nextLong(WHOLE), "bonusPpm", random.nextLong(WHOLE)));
        if (random.nextBoolean()) document.put("moisture", map("deduct", "EXCESS", "limitPpm", random.nextLong(200_000),
                "seasons", List.of(map("from", "03-01", "to", "06-30", "limitPpm", random.nextLong(200_000)))));
        return document;
    }

    static Map<String, Object> head(List<Object> clauses) {
        return map("format", PriceFormula.FORMAT, "nameZh", "随机", "nameEn", "By chance", "source", "ours", "confidence", "ASSUMED",
                "base", map("tonne", "WET", "fromFenPerTonne", LEAST_BASE, "toFenPerTonne", MOST_BASE), "clauses", clauses);
    }

    private Map<String, Object> clause(String measure, boolean rounded) {
        boolean higher = random.nextBoolean();
        List<Object> bands = monotone(higher, cuts(1 + random.nextInt(5)));
        Map<String, Object> clause = map("property", measure, "better", higher ? "HIGHER" : "LOWER", "bands", bands);
        if (rounded) clause.put("roundTo", List.of(100, 500, 2_000).get(random.nextInt(3)));
        return clause;
    }

    List<Long> cuts(int count) {
        TreeSet<Long> cuts = new TreeSet<>();
        while (cuts.size() < count) cuts.add(10_000 + 1_000 * random.nextLong(900));
        return List.copyOf(cuts);
    }

    /** From the best band down: what is lost at its far end is where the next begins, or a little more. */
    private List<Object> monotone(boolean higher, List<Long> cuts) {
        List<Object> bands = new ArrayList<>();
        String of = List.of("FEN_PER_TONNE", "PRICE_PPM", "MASS_PPM").get(random.nextInt(3));
        long lost = 0;
        for (int i = 0; i <= cuts.size(); i++) {
            int at = higher ? cuts.size() - i : i;
            long near = higher ? at < cuts.size() ? cuts.get(at) : WHOLE : at > 0 ? cuts.get(at - 1) : 0;
            long far = higher ? at > 0 ? cuts.get(at - 1) : 0 : at < cuts.size() ? cuts.get(at) : WHOLE;
            boolean worst = i == cuts.size();
            Map<String, Object> effect = i == 0 ? map("kind", "NOTHING") : worst && random.nextBoolean() ? ending() : losing(of, near, far, lost);
            lost = i == 0 ? 0 : worst ? lost : lostAt(effect, near, far) + random.nextLong(500);
            bands.add(higher ? 0 : bands.size(), band(at, cuts, effect, higher));
        }
        return bands;
    }

    private Map<String, Object> ending() {
        return random.nextBoolean() ? map("kind", "UNPAID") : map("kind", "REFUSE");
    }

    private Map<String, Object> losing(String of, long near, long far, long lost) {
        if (random.nextInt(3) == 0) return map("kind", "FIXED", "of", of, "value", -lost);
        long per = Math.max(1, Math.abs(far - near) / (1 + random.nextLong(9)));
        String counting = List.of("PROPORTIONAL", "FULL_STEPS", "BEGUN_STEPS").get(random.nextInt(3));
        return map("kind", "STEPS", "of", of, "reference", near, "per", per, "start", -lost, "change", -random.nextLong(1, 400), "counting", counting,
                "times", map("numerator", random.nextLong(5), "denominator", 2));
    }

    /** At most: a step more than there is room for. */
    private static long lostAt(Map<String, Object> effect, long near, long far) {
        if (!"STEPS".equals(effect.get("kind"))) return effect.get("value") instanceof Long value ? -value : 0;
        long steps = Math.abs(far - near) / (long) effect.get("per") + 2;
        return -(long) effect.get("start") + steps * -(long) effect.get("change") * 3;
    }

    private Map<String, Object> band(int at, List<Long> cuts, Map<String, Object> effect, boolean higher) {
        Map<String, Object> band = map("effects", List.of(effect));
        if (at > 0) band.putAll(map("from", cuts.get(at - 1), "fromIncluded", higher));
        if (at < cuts.size()) band.putAll(map("to", cuts.get(at), "toIncluded", !higher));
        return band;
    }

    /** One clause whose bands fit together and whose effects are whatever comes, all proportional. */
    Map<String, Object> anyBands() {
        boolean higher = random.nextBoolean();
        List<Long> cuts = cuts(1 + random.nextInt(4));
        List<Object> bands = new ArrayList<>();
        for (int at = 0; at <= cuts.size(); at++) bands.add(band(at, cuts, any(at, cuts), higher));
        return head(List.of(map("property", "AL2O3", "better", higher ? "HIGHER" : "LOWER", "bands", bands)));
    }

    private Map<String, Object> any(int at, List<Long> cuts) {
        long value = random.nextLong(-20_000, 20_001);
        int kind = random.nextInt(12);
        if (kind == 0) return map("kind", "UNPAID");
        if (kind == 1) return map("kind", "REFUSE");
        if (kind == 2) return map("kind", "NOTHING");
        String of = random.nextBoolean() ? "FEN_PER_TONNE" : "PRICE_PPM";
        if (kind < 8) return map("kind", "FIXED", "of", of, "value", value);
        long reference = at > 0 && random.nextBoolean() ? cuts.get(at - 1) : at < cuts.size() ? cuts.get(at) : cuts.getLast();
        return map("kind", "STEPS", "of", of, "reference", reference, "per", 100_000, "start", value, "change", random.nextLong(-5_000, 5_001));
    }

    /** A map that can still be changed. */
    static Map<String, Object> map(Object... members) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < members.length; i += 2) map.put((String) members[i], members[i + 1]);
        return map;
    }
}
