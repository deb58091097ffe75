package org.jucai.platform.formulas.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.formulas.clause.FormulaWorld.APRIL;
import static org.jucai.platform.formulas.clause.FormulaWorld.evaluated;
import static org.jucai.platform.formulas.clause.FormulaWorld.right;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jucai.platform.formulas.clause.Clause.Better;
import org.jucai.platform.formulas.clause.Delivered.Lot;
import org.jucai.platform.formulas.clause.Steps.Side;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.junit.jupiter.api.Test;

/** What holds of every formula that the editor accepts. */
class FormulaClaimsTest {

    private static final int FORMULAS = 2_000;
    private static final long WHOLE = 1_000_000;

    private static Delivered deliveries(SplittableRandom random, PriceFormula formula) {
        List<Lot> lots = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            Map<Measure, Long> readings = new EnumMap<>(Measure.class);
            for (Measure measure : Evaluator.needed(formula)) readings.put(measure, reading(random, formula, measure));
            lots.add(new Lot("L" + i, new Kilograms(1 + random.nextLong(100_000)), APRIL.plusDays(random.nextInt(100)), readings));
        }
        return asked(random.nextLong(RandomFormulas.LEAST_BASE, RandomFormulas.MOST_BASE + 1), lots);
    }

    private static Delivered asked(long base, List<Lot> lots) {
        return new Delivered(new FenPerTonne(base), lots, Map.of(), Optional.empty(), false);
    }

    /** Often at the end of a band, or beside it. */
    private static long reading(SplittableRandom random, PriceFormula formula, Measure measure) {
        long[] ends = formula.clauses().stream().filter(clause -> clause.property() == measure).flatMap(clause -> clause.bands().stream())
                .flatMapToLong(band -> LongStream.concat(band.from().stream(), band.to().stream())).toArray();
        if (ends.length == 0 || random.nextBoolean()) return random.nextLong(WHOLE + 1);
        return Math.clamp(ends[random.nextInt(ends.length)] + random.nextLong(-2, 3), 0, WHOLE);
    }

    private static Lot better(SplittableRandom random, PriceFormula formula, Lot lot) {
        List<Measure> needed = List.copyOf(Evaluator.needed(formula));
        Measure measure = needed.get(random.nextInt(needed.size()));
        boolean higher = formula.clauses().stream().anyMatch(clause -> clause.property() == measure && clause.better() == Better.HIGHER);
        long now = lot.readings().get(measure);
        long then = random.nextBoolean() ? now + (higher ? 1 : -1) : higher ? random.nextLong(now, WHOLE + 1) : random.nextLong(now + 1);
        Map<Measure, Long> readings = new EnumMap<>(lot.readings());
        readings.put(measure, Math.clamp(then, 0, WHOLE));
        return new Lot(lot.name(), lot.mass(), lot.deliveredOn(), readings);
    }

    @Test
    void betterGoodsAreNeverPaidLess() {
        for (long seed = 1; seed <= FORMULAS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PriceFormula formula = right(FormulaReader.read(new RandomFormulas(random).document()));
            Delivered asked = deliveries(random, formula);
            for (int i = 0; i < 10; i++) {
                List<Lot> lots = new ArrayList<>(asked.lots());
                int at = random.nextInt(lots.size());
                lots.set(at, better(random, formula, lots.get(at)));
                Delivered improved = asked(asked.base().fen(), lots);
                assertThat(evaluated(formula, improved).payableFen()).as("seed %d: %s after %s", seed, improved, asked)
                        .isGreaterThanOrEqualTo(evaluated(formula, asked).payableFen());
                asked = improved;
            }
        }
    }

    @Test
    void whatIsPaidLiesBetweenNothingAndTheBaseWithTheBonusTheFormulaNames() {
        for (long seed = 1; seed <= FORMULAS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PriceFormula formula = right(FormulaReader.read(new RandomFormulas(random).document()));
            Delivered asked = deliveries(random, formula);
            Bounds bounds = Bounds.of(formula, asked.base());
            for (Evaluation.Part part : evaluated(formula, asked).parts()) {
                assertThat(part.priceFenPerTonne()).as("seed %d", seed).isBetween(bounds.least(), bounds.most());
                assertThat(part.settledKg()).isBetween(Ratio.ZERO, Ratio.of(part.delivered().kg()));
                assertThat(part.payableFen().fen()).isNotNegative();
            }
        }
    }

    @Test
    void theOrderOfTheLotsChangesNothing() {
        for (long seed = 1; seed <= 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PriceFormula formula = right(FormulaReader.read(new RandomFormulas(random).document()));
            Delivered asked = deliveries(random, formula);
            List<Lot> shuffled = new ArrayList<>(asked.lots());
            Collections.shuffle(shuffled, new java.util.Random(seed));
            assertThat(evaluated(formula, asked(asked.base().fen(), shuffled))).as("seed %d", seed).isEqualTo(evaluated(formula, asked));
        }
    }

    /** Whatever comes: what is accepted never falls, and what is refused does fall somewhere, found by looking close to each end at both prices. */
    @Test
    void theEditorRefusesExactlyWhatSomewherePaysWorseGoodsMore() {
        int accepted = 0;
        int refused = 0;
        for (long seed = 1; seed <= 20_000; seed++) {
            Map<String, Object> document = new RandomFormulas(new SplittableRandom(seed)).anyBands();
            Read<PriceFormula> read = FormulaReader.read(document);
            if (read.all().stream().anyMatch(one -> one.fault() != FormulaFault.NOT_MONOTONE)) continue;
            boolean taken = read instanceof Read.Right<PriceFormula>;
            assertThat(falls(ClauseReader.clause(clause(document)))).as("seed %d: %s", seed, document).isEqualTo(!taken);
            if (taken) accepted++;
            else refused++;
        }
        assertThat(accepted).isGreaterThan(200);
        assertThat(refused).isGreaterThan(2_000);
    }

    private static Fields clause(Map<String, Object> document) {
        return new Fields(((List<?>) document.get("clauses")).getFirst(), "", new Faulty.Findings());
    }

    private static boolean falls(Clause clause) {
        List<Ratio> readings = new ArrayList<>();
        for (Band band : clause.bands()) {
            for (long end : LongStream.concat(band.from().stream(), band.to().stream()).toArray()) {
                for (int beside = -2; beside <= 2; beside++) readings.add(Ratio.of(end).plus(Ratio.of(beside, 1_000_000_000)));
            }
        }
        readings.addAll(List.of(Ratio.ZERO, Ratio.MILLION));
        readings.sort(clause.better() == Better.HIGHER ? java.util.Comparator.naturalOrder() : java.util.Comparator.reverseOrder());
        for (int i = 1; i < readings.size(); i++) if (worth(clause, readings.get(i - 1), readings.get(i))) return true;
        return false;
    }

    /** Whether the worse reading is worth more than the better one at either price. */
    private static boolean worth(Clause clause, Ratio worse, Ratio better) {
        Worth low = clause.bands().get(clause.bandOf(worse)).worth(worse, Side.AT, false);
        Worth high = clause.bands().get(clause.bandOf(better)).worth(better, Side.AT, false);
        return LongStream.of(RandomFormulas.LEAST_BASE, RandomFormulas.MOST_BASE).anyMatch(base -> paid(low, base).compareTo(paid(high, base)) > 0);
    }

    /** Refused below unpaid, unpaid below every price. */
    private static Ratio paid(Worth worth, long base) {
        return switch (worth.rank()) {
            case REFUSED -> Ratio.of(-2_000_000_000);
            case UNPAID -> Ratio.of(-1_000_000_000);
            case PAID -> worth.onPrice(Ratio.of(base));
        };
    }
}
