package org.jucai.platform.formulas.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.formulas.clause.RandomFormulas.head;
import static org.jucai.platform.formulas.clause.RandomFormulas.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A formula that is right but for one thing is refused for that thing, there. */
class PlantedFaultsTest {

    private final SplittableRandom random = new SplittableRandom(7);

    /** Four bands of one measure, worse to better: each loses what the table says, steps between. */
    private static Map<String, Object> sound() {
        List<Object> bands = new ArrayList<>(List.of(
                band(null, 600_000, map("kind", "REFUSE", "concession", new ArrayList<>(List.of(map("kind", "FIXED", "of", "PRICE_PPM", "value", -500_000))))),
                band(600_000, 700_000, map("kind", "STEPS", "of", "FEN_PER_TONNE", "reference", 700_000, "per", 10_000, "start", -4_000, "change", -200)),
                band(700_000, 800_000, map("kind", "STEPS", "of", "FEN_PER_TONNE", "reference", 800_000, "per", 10_000, "change", -400)),
                band(800_000, null, map("kind", "NOTHING"))));
        return head(new ArrayList<>(List.of(map("property", "AL2O3", "better", "HIGHER", "bands", bands))));
    }

    private static Map<String, Object> band(@Nullable Integer from, @Nullable Integer to, Map<String, Object> effect) {
        Map<String, Object> band = map("effects", new ArrayList<>(List.of(effect)));
        if (from != null) band.put("from", from);
        if (to != null) band.put("to", to);
        return band;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Object tree, Object... path) {
        Object place = tree;
        for (Object step : path) place = step instanceof Integer i ? ((List<Object>) place).get(i) : ((Map<String, Object>) place).get(step);
        return (Map<String, Object>) place;
    }

    private static Map<String, Object> bandOf(Map<String, Object> document, int i) {
        return at(document, "clauses", 0, "bands", i);
    }

    private static Map<String, Object> effectOf(Map<String, Object> document, int i) {
        return at(document, "clauses", 0, "bands", i, "effects", 0);
    }

    private static void isRefused(BiConsumer<Map<String, Object>, Integer> spoil, int at, FormulaFault fault, String where) {
        Map<String, Object> document = sound();
        assertThat(FormulaReader.read(document).all()).isEmpty();
        spoil.accept(document, at);
        assertThat(FormulaReader.read(document).all()).contains(new Faulty(fault, where)).allSatisfy(one -> assertThat(one.where()).startsWith(where.substring(0, where.lastIndexOf('/'))));
    }

    private static String bandAt(int i) {
        return "/clauses/0/bands/" + i;
    }

    @Test
    void aGapAndAnOverlapAreFoundAtTheBandThatBeginsWrong() {
        for (int turn = 0; turn < 200; turn++) {
            int i = 1 + random.nextInt(3);
            int by = 1 + random.nextInt(50_000);
            isRefused((document, band) -> bandOf(document, band).merge("from", by, (from, more) -> (int) from + (int) more), i, FormulaFault.GAP, bandAt(i) + "/from");
            isRefused((document, band) -> bandOf(document, band).merge("from", -by, (from, more) -> (int) from + (int) more), i, FormulaFault.OVERLAP, bandAt(i) + "/from");
        }
    }

    @Test
    void aSinglePointThatNoBandOrTwoHoldIsFound() {
        for (int i = 1; i <= 3; i++) {
            isRefused((document, band) -> bandOf(document, band).put("fromIncluded", false), i, FormulaFault.GAP, bandAt(i) + "/from");
            isRefused((document, band) -> bandOf(document, band - 1).put("toIncluded", true), i, FormulaFault.OVERLAP, bandAt(i) + "/from");
        }
        isRefused((document, band) -> bandOf(document, band).put("from", 1), 0, FormulaFault.GAP, bandAt(0) + "/from");
        isRefused((document, band) -> bandOf(document, band).put("to", 999_999), 3, FormulaFault.GAP, bandAt(3) + "/to");
        isRefused((document, band) -> bandOf(document, band).put("to", 1_000_001), 3, FormulaFault.END_BEYOND_MEASURE, bandAt(3) + "/to");
    }

    @Test
    void aStepTheWrongWayIsFoundAtItsChange() {
        for (int turn = 0; turn < 100; turn++) {
            int change = 1 + random.nextInt(10_000);
            int i = 1 + random.nextInt(2);
            isRefused((document, band) -> effectOf(document, band).put("change", change), i, FormulaFault.NOT_MONOTONE, bandAt(i) + "/effects/0/change");
        }
    }

    @Test
    void aWorseBandThatLosesLessIsFoundAtItsEffects() {
        for (int turn = 0; turn < 100; turn++) {
            int less = random.nextInt(4_000);
            isRefused((document, band) -> effectOf(document, band).put("start", -less), 1, FormulaFault.NOT_MONOTONE, bandAt(1) + "/effects");
        }
        isRefused((document, band) -> effectOf(document, band).putAll(map("start", 1)), 2, FormulaFault.NOT_MONOTONE, bandAt(2) + "/effects");
        isRefused((document, band) -> bandOf(document, band).put("effects", List.of(map("kind", "UNPAID"))), 3, FormulaFault.NOT_MONOTONE, bandAt(2) + "/effects");
        isRefused((document, band) -> at(effectOf(document, band), "concession", 0).put("value", -10_000), 0, FormulaFault.NOT_MONOTONE, bandAt(0) + "/effects");
    }

    /** Half of 1,000 yuan is below 60 yuan off, half of 100 is not: it depends on the price, and the formula says for which prices it is. */
    @Test
    void whatIsMonotoneOnlyAtHighPricesIsRefusedWhereLowOnesAreMeant() {
        isRefused((document, _) -> at(document, "base").put("fromFenPerTonne", 10_000), 0, FormulaFault.NOT_MONOTONE, bandAt(0) + "/effects");
    }

    @Test
    void aBonusWithoutEndIsFoundWhereTheEndIsMissing() {
        Map<String, Object> document = head(List.of(map("property", "ALUMINA_SILICA_RATIO", "better", "HIGHER", "bands", List.of(
                map("to", 6_000, "effects", List.of(map("kind", "NOTHING"))),
                map("from", 6_000, "effects", List.of(map("kind", "STEPS", "of", "FEN_PER_TONNE", "reference", 6_000, "per", 100, "change", 100)))))));
        assertThat(FormulaReader.read(document).all()).containsExactly(new Faulty(FormulaFault.UNBOUNDED, bandAt(1) + "/to"));
    }

    @Test
    void otherSlipsAreFoundWhereTheyAre() {
        isRefused((document, band) -> effectOf(document, band).put("reference", 650_000), 1, FormulaFault.REFERENCE_INSIDE_BAND, bandAt(1) + "/effects/0/reference");
        isRefused((document, band) -> effectOf(document, band).put("cap", -3_000), 1, FormulaFault.CAP_WRONG, bandAt(1) + "/effects/0/cap");
        isRefused((document, band) -> effectOf(document, band).put("kind", "PERHAPS"), 2, FormulaFault.OUT_OF_RANGE, bandAt(2) + "/effects/0/kind");
        isRefused((document, band) -> effectOf(document, band).put("per", 0), 2, FormulaFault.OUT_OF_RANGE, bandAt(2) + "/effects/0/per");
        isRefused((document, band) -> effectOf(document, band).put("change", 1.5), 2, FormulaFault.WRONG_TYPE, bandAt(2) + "/effects/0/change");
        isRefused((document, band) -> effectOf(document, band).remove("change"), 2, FormulaFault.MISSING, bandAt(2) + "/effects/0/change");
        isRefused((document, band) -> bandOf(document, band).put("a/b", 1), 2, FormulaFault.UNKNOWN, bandAt(2) + "/a~1b");
        isRefused((document, band) -> effectOf(document, band).putAll(map("of", "AMOUNT_FEN", "start", 1)), 1, FormulaFault.ONLY_TAKEN_OFF, bandAt(1) + "/effects/0/start");
        isRefused((document, band) -> effectOf(document, band).put("of", "MASS_PPM"), 1, FormulaFault.NOT_MONOTONE, bandAt(1) + "/effects");
        isRefused((document, _) -> document.put("averaging", map("over", "LOT", "cutOffs", List.of(map("property", "AL2O3", "limit", 1)))), 0,
                FormulaFault.CUT_OFF_UNUSED, "/averaging/cutOffs");
        isRefused((document, _) -> document.put("averaging", map("over", "MONTH", "cutOffs", List.of(map("property", "MGO", "limit", 1)))), 0,
                FormulaFault.CUT_OFF_WITHOUT_CLAUSE, "/averaging/cutOffs/0/property");
        isRefused((document, _) -> at(document, "base").put("tonne", "DRY"), 0, FormulaFault.TONNE_CONTRADICTS_MOISTURE, "/base/tonne");
        isRefused((document, _) -> at(document, "clauses", 0).put("roundTo", 100), 0, FormulaFault.ROUNDING_UNUSED, "/clauses/0/roundTo");
        isRefused((document, _) -> document.put("moisture", map("deduct", "EXCESS", "limitPpm", 1, "seasons",
                List.of(map("from", "11-01", "to", "03-01", "limitPpm", 1), map("from", "02-30", "to", "05-01", "limitPpm", 2)))), 0,
                FormulaFault.NO_SUCH_DAY, "/moisture/seasons/1/from");
        isRefused((document, _) -> document.put("moisture", map("deduct", "EXCESS", "limitPpm", 1, "seasons",
                List.of(map("from", "11-01", "to", "03-01", "limitPpm", 1), map("from", "02-20", "to", "05-01", "limitPpm", 2)))), 0,
                FormulaFault.SEASONS_OVERLAP, "/moisture/seasons/1");
    }

    @Test
    void whatIsNoObjectAtAllIsRefused() {
        assertThat(FormulaReader.read(List.of(1)).all()).contains(new Faulty(FormulaFault.WRONG_TYPE, ""));
        assertThat(FormulaReader.read(Map.of()).all()).extracting(Faulty::where).contains("/format", "/base", "/clauses", "/nameZh", "/source");
    }
}
