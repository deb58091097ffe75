package org.jucai.platform.settlement.reckoning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jucai.platform.formulas.clause.Ratio;

/**
 * What is invoiced at one rate: an amount without tax, and the tax beside it (增值税法 art. 7).
 *
 * @param rateBp 1,300, 900, 600, 300 or 100
 * @param grossFen what is paid; negative on a red invoice
 */
public record TaxLine(int rateBp, long grossFen) {

    private static final long WHOLE_BP = 10_000;

    /** Without the tax that is in it, rounded half up, away from nothing. */
    public long netFen() {
        long net = Ratio.of(Math.abs(grossFen)).times(Ratio.of(WHOLE_BP, WHOLE_BP + rateBp)).halfUp();
        return grossFen < 0 ? -net : net;
    }

    public long vatFen() {
        return grossFen - netFen();
    }

    /**
     * What a contract of a kind must invoice of these amounts, by rate.
     *
     * @param evenedByTheWay the equalisation of a service passes through the finance group's hands and is no price of anything: it is invoiced by nobody
     */
    public static List<TaxLine> of(List<Taxed> lines, boolean evenedByTheWay) {
        Map<Integer, Long> gross = new TreeMap<>(Comparator.reverseOrder());
        for (Taxed line : lines) {
            Amounts amounts = line.amounts();
            gross.merge(line.rates().goodsBp(), amounts.goodsFen() + amounts.qualityFen() + (evenedByTheWay ? 0 : amounts.equalisationFen()), Long::sum);
            gross.merge(line.rates().freightBp(), amounts.freightFen(), Long::sum);
            gross.merge(line.rates().feeBp(), amounts.feeFen(), Long::sum);
        }
        return gross.entrySet().stream().filter(each -> each.getValue() != 0).map(each -> new TaxLine(each.getKey(), each.getValue())).toList();
    }

    /** The rates of an item. */
    public record Rates(int goodsBp, int freightBp, int feeBp) {}

    /** Amounts under their rates. */
    public record Taxed(Amounts amounts, Rates rates) {}
}
