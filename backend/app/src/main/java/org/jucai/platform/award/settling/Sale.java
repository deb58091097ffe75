package org.jucai.platform.award.settling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jucai.platform.award.shares.PriceSchedule;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/**
 * What one supplier sells of one lot, priced.
 *
 * @param schedule of the goods at the discount reached, tax included
 */
record Sale(Terms terms, PriceSchedule schedule, SettledLot.Sold sold) {

    private static final BigInteger PER_FEN = BigInteger.valueOf(1_000);
    private static final BigInteger HALF = BigInteger.valueOf(500);

    static Sale of(Terms terms, long kg, long totalKg, String zone, SettlingTerms round) {
        int discount = terms.discountBp(totalKg);
        PriceSchedule schedule = terms.schedule(discount, new FenPerTonne(0));
        Kilograms mass = new Kilograms(kg);
        Fen goods = new Fen(schedule.milliFen(kg).add(HALF).divide(PER_FEN).longValueExact());
        FenPerTonne freightPrice = terms.freightPrice(zone);
        FenPerTonne ownPrice = terms.ownFreight(zone, round);
        Fen freight = freightPrice.times(mass);
        return new Sale(terms, schedule, new SettledLot.Sold(terms.supplier().id(), mass, totalKg, discount, priced(schedule, kg), goods, terms.goodsPrice().taxIn(goods),
                terms.offer().vatRateBp(), !terms.exWorks(), freightPrice, freight, terms.freightTax().taxIn(freight), ownPrice, ownPrice.times(mass)));
    }

    private static List<SettledLot.Priced> priced(PriceSchedule schedule, long kg) {
        List<PriceSchedule.Step> reached = schedule.steps().stream().filter(step -> step.fromKg() <= kg).toList();
        if (!schedule.incremental()) return List.of(new SettledLot.Priced(reached.getLast().fromKg(), new Kilograms(kg), reached.getLast().price()));
        List<SettledLot.Priced> priced = new ArrayList<>();
        for (int i = 0; i < reached.size(); i++) {
            long end = i + 1 < reached.size() ? reached.get(i + 1).fromKg() : kg;
            if (end > reached.get(i).fromKg()) priced.add(new SettledLot.Priced(reached.get(i).fromKg(), new Kilograms(end - reached.get(i).fromKg()), reached.get(i).price()));
        }
        return priced;
    }

    String supplier() {
        return sold.supplier();
    }

    long kg() {
        return sold.mass().kg();
    }

    /** What a tonne costs besides the goods. */
    long freightFenPerTonne() {
        return sold.freightPrice().fen() + sold.ownFreightPrice().fen();
    }
}
