package org.jucai.platform.settlement.reckoning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.formulas.clause.Figures;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Ratio;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.Split;

/**
 * What trucks of one item are worth. Each amount of the contract is spread over what is delivered: a truck gets what the goods so far come to,
 * rounded, less what stands already. So when all is delivered the sum is the contract's, to the fen, whatever was rounded, returned or
 * replaced on the way.
 */
public final class Valuing {

    private static final Comparator<Goods> ORDER = Comparator.comparing(Goods::on).thenComparing(Goods::code);

    private final Sold sold;

    private Valuing(Sold sold) {
        this.sold = sold;
    }

    /** What of the item stands: masses and amounts of trucks valued before. */
    public record Standing(Kilograms mass, Amounts amounts) {
        public static final Standing NOTHING = new Standing(Kilograms.ZERO, Amounts.ZERO);

        Standing plus(Kilograms more, Amounts of) {
            return new Standing(mass.plus(more), amounts.plus(of));
        }
    }

    /** Each truck's worth, by its id, in the order of days and codes; empty where the formula asks for what nobody measured or guarantees. */
    public static Optional<Map<UUID, Worth>> of(Sold sold, Standing before, List<Goods> goods) {
        return new Valuing(sold).worths(before, goods.stream().sorted(ORDER).toList());
    }

    /** What the goods of an item are worth less, each tonne of it, because less than agreed came in all. */
    public static Optional<Worth> shortfall(Sold sold, List<Goods> goods, Kilograms contracted, Kilograms delivered) {
        return sold.formula().flatMap(formula -> new Quality(sold, formula).shortfall(goods, contracted, delivered))
                .map(step -> new Worth(sold.supplied().id(), Kilograms.ZERO, new Amounts(0, step.fen(), 0, 0, 0), List.of(step)));
    }

    private Optional<Map<UUID, Worth>> worths(Standing before, List<Goods> goods) {
        Map<UUID, Worth> worths = new LinkedHashMap<>();
        Standing standing = before;
        for (Goods truck : goods) {
            Worth plain = plain(standing, truck);
            worths.put(truck.deliveryId(), plain);
            standing = standing.plus(truck.mass(), plain.amounts());
        }
        return changes(goods, worths).map(changes -> {
            changes.forEach((truck, change) -> worths.compute(truck, (_, plain) -> changed(plain, change)));
            return worths;
        });
    }

    private static Worth changed(Worth plain, List<Step> change) {
        List<Step> steps = new ArrayList<>(plain.steps());
        steps.addAll(change);
        long fen = change.stream().mapToLong(Step::fen).sum();
        return new Worth(plain.itemId(), plain.mass(), plain.amounts().plus(new Amounts(0, fen, 0, 0, 0)), steps);
    }

    /** At the contract's price, before quality. */
    private Worth plain(Standing before, Goods truck) {
        Kilograms after = before.mass().plus(truck.mass());
        Amounts due = upTo(after).minus(new Amounts(before.amounts().goodsFen(), 0, before.amounts().freightFen(), before.amounts().equalisationFen(), before.amounts().feeFen()));
        List<Step> steps = new ArrayList<>();
        steps.add(spread(Step.About.GOODS, sold.whole().goodsFen(), after, due.goodsFen()));
        if (sold.whole().freightFen() != 0) steps.add(spread(Step.About.FREIGHT, sold.whole().freightFen(), after, due.freightFen()));
        if (sold.whole().equalisationFen() != 0) steps.add(spread(Step.About.EQUALISATION, sold.whole().equalisationFen(), most(after), due.equalisationFen()));
        if (sold.whole().feeFen() != 0) steps.add(spread(Step.About.FEE, sold.whole().feeFen(), after, due.feeFen()));
        return new Worth(sold.supplied().id(), truck.mass(), due, steps);
    }

    private Amounts upTo(Kilograms delivered) {
        Amounts whole = sold.whole();
        return new Amounts(part(whole.goodsFen(), delivered), 0, part(whole.freightFen(), delivered), part(whole.equalisationFen(), most(delivered)), part(whole.feeFen(), delivered));
    }

    /** A surplus within the tolerance is taken at the contract's price (民法典 art. 629); the lot's equalisation was reckoned without it. */
    private Kilograms most(Kilograms delivered) {
        return delivered.compareTo(sold.entitled()) > 0 ? sold.entitled() : delivered;
    }

    private long part(long whole, Kilograms delivered) {
        return Ratio.of(whole).times(Ratio.of(delivered.kg(), sold.supplied().mass().kg())).halfUp();
    }

    private Step spread(Step.About about, long whole, Kilograms delivered, long fen) {
        long upTo = part(whole, delivered);
        String until = yuan(whole) + " × " + tonnes(delivered) + " ÷ " + tonnes(sold.supplied().mass()) + " = " + yuan(upTo);
        return new Step(about, upTo == fen ? until : until + "; − " + yuan(upTo - fen) + " = " + yuan(fen), fen);
    }

    private Optional<Map<UUID, List<Step>>> changes(List<Goods> goods, Map<UUID, Worth> plain) {
        if (sold.formula().isPresent()) return byFormula(sold.formula().get(), goods, plain);
        Map<UUID, List<Step>> changes = new HashMap<>();
        goods.forEach(truck -> moisture(truck, plain).ifPresent(step -> changes.put(truck.deliveryId(), List.of(step))));
        return Optional.of(changes);
    }

    /** The formula stands in the place of the contract's moisture rule: it says itself what moisture does. */
    private Optional<Map<UUID, List<Step>>> byFormula(PriceFormula formula, List<Goods> goods, Map<UUID, Worth> plain) {
        List<Goods> measured = goods.stream().filter(truck -> truck.readings().isPresent()).toList();
        if (measured.isEmpty()) return Optional.of(Map.of());
        return new Quality(sold, formula).parts(measured).map(parts -> {
            Map<UUID, List<Step>> changes = new HashMap<>();
            parts.forEach(part -> spread(part, plain, changes));
            return changes;
        });
    }

    /** Trucks that are settled together share by mass; what is not paid at all comes to nothing exactly. */
    private static void spread(Quality.Part part, Map<UUID, Worth> plain, Map<UUID, List<Step>> changes) {
        List<Long> masses = part.goods().stream().map(truck -> truck.mass().kg()).toList();
        List<Long> shares = Split.byLargestRemainder(Math.abs(part.changeFen()), masses);
        for (int i = 0; i < masses.size(); i++) {
            Goods truck = part.goods().get(i);
            long share = part.changeFen() < 0 ? -shares.get(i) : shares.get(i);
            Worth at = plain.get(truck.deliveryId());
            long fen = part.isUnpaid() && at != null ? -at.amounts().goodsFen() : share;
            List<Step> steps = new ArrayList<>(part.steps());
            steps.add(new Step(Step.About.QUALITY, part.goods().size() == 1 ? yuan(fen)
                    : yuan(part.changeFen()) + " × " + tonnes(truck.mass()) + " ÷ " + tonnes(part.mass()) + " = " + yuan(fen), fen));
            changes.put(truck.deliveryId(), steps);
        }
    }

    private Optional<Step> moisture(Goods truck, Map<UUID, Worth> plain) {
        long moisture = truck.readings().map(readings -> readings.getOrDefault(Measure.MOISTURE, 0L)).orElse(0L);
        long limit = sold.moisture().rule() == DeliveryTerms.MoistureRule.EXCESS ? sold.moisture().limitPpm() : 0;
        Worth at = plain.get(truck.deliveryId());
        if (moisture <= limit || at == null) return Optional.empty();
        long goods = at.amounts().goodsFen();
        long fen = -Ratio.of(goods).times(Ratio.of(moisture - limit)).over(Ratio.MILLION).halfUp();
        String part = limit == 0 ? Figures.percent(Ratio.of(moisture)) : "(" + Figures.percent(Ratio.of(moisture)) + " − " + Figures.percent(Ratio.of(limit)) + ")";
        return Optional.of(new Step(Step.About.MOISTURE, "−" + yuan(goods) + " × " + part + " = " + yuan(fen), fen));
    }

    static String yuan(long fen) {
        return Figures.yuan(Ratio.of(fen));
    }

    static String tonnes(Kilograms mass) {
        return Figures.tonnes(Ratio.of(mass.kg()));
    }
}
