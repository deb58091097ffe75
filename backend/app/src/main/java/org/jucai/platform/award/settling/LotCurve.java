package org.jucai.platform.award.settling;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jucai.platform.award.shares.CostCurve;

/**
 * What other masses of an awarded lot would cost: bought of its winners one after the other, who is cheapest on the average first,
 * each up to what it sells. The whole costs exactly what it was awarded for: what the invoices' rounding adds comes with the last kilogram.
 *
 * @param sales in that order
 * @param landed with freight and the purchasing party's fee, or the goods alone
 * @param wholeMilliFen of the whole, rounded as it is paid
 */
record LotCurve(List<Sale> sales, boolean landed, int feeRateBp, BigInteger wholeMilliFen) implements CostCurve {

    private static final BigInteger WHOLE_BP = BigInteger.valueOf(10_000);

    LotCurve {
        sales = sales.stream().sorted(Comparator.comparing((Sale sale) -> sale, LotCurve::cheaper).thenComparing(Sale::supplier)).toList();
    }

    private static int cheaper(Sale one, Sale other) {
        return average(one).multiply(BigInteger.valueOf(other.kg())).compareTo(average(other).multiply(BigInteger.valueOf(one.kg())));
    }

    private static BigInteger average(Sale sale) {
        return sale.schedule().milliFen(sale.kg()).add(BigInteger.valueOf(sale.freightFenPerTonne()).multiply(BigInteger.valueOf(sale.kg())));
    }

    private long whole() {
        return sales.stream().mapToLong(Sale::kg).sum();
    }

    @Override
    public BigInteger milliFen(long kg) {
        if (kg == whole()) return wholeMilliFen;
        BigInteger sum = BigInteger.ZERO;
        long left = kg;
        for (Sale sale : sales) {
            long taken = Math.min(left, sale.kg());
            sum = sum.add(cost(sale, taken));
            left -= taken;
        }
        return sum;
    }

    private BigInteger cost(Sale sale, long kg) {
        BigInteger goods = sale.schedule().milliFen(kg);
        if (!landed) return goods;
        BigInteger fee = goods.multiply(BigInteger.valueOf(feeRateBp)).divide(WHOLE_BP);
        return goods.add(fee).add(BigInteger.valueOf(sale.freightFenPerTonne()).multiply(BigInteger.valueOf(kg)));
    }

    @Override
    public List<Long> breaks() {
        SortedSet<Long> breaks = new TreeSet<>();
        long before = 0;
        for (Sale sale : sales) {
            for (long step : sale.schedule().breaks()) if (step <= sale.kg()) breaks.add(before + step);
            before += sale.kg();
        }
        breaks.add(before);
        return List.copyOf(breaks);
    }
}
