package org.jucai.platform.award.settling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Kilograms;

/**
 * What comes from whom: mass by line and supplier, and each supplier's invoice lines split by it to the fen.
 *
 * @param kg {@code goods} and {@code freight}: by line, then supplier
 */
record LotParts(List<Sale> sales, boolean[][] takes, long[][] kg, long[][] goods, long[][] freight) {

    /**
     * @param shares by line; one more at the end for what is unplaced
     * @param quantumKg a truck's where all shares are whole trucks; else 1
     */
    static LotParts of(List<Sale> sales, List<LotLines.Line> lines, long[] shares, long quantumKg) {
        long[] sold = sales.stream().mapToLong(Sale::kg).toArray();
        boolean whole = IntStream.range(0, sold.length).allMatch(s -> sold[s] % quantumKg == 0) && Arrays.stream(shares).allMatch(share -> share % quantumKg == 0);
        long quantum = whole ? quantumKg : 1;
        boolean[][] takes = new boolean[shares.length][sold.length];
        for (int i = 0; i < shares.length; i++) {
            for (int s = 0; s < sold.length; s++) takes[i][s] = i == lines.size() || takes(lines.get(i), sales.get(s));
        }
        long[][] units = Parts.of(Arrays.stream(shares).map(each -> each / quantum).toArray(), Arrays.stream(sold).map(each -> each / quantum).toArray(), takes).units();
        long[][] kg = Arrays.stream(units).map(line -> Arrays.stream(line).map(each -> each * quantum).toArray()).toArray(long[][]::new);
        return new LotParts(sales, takes, kg, split(kg, sales.stream().mapToLong(sale -> sale.sold().goods().fen()).toArray()),
                split(kg, sales.stream().mapToLong(sale -> sale.sold().freight().fen()).toArray()));
    }

    private static boolean takes(LotLines.Line line, Sale sale) {
        String source = sale.terms().offer().source();
        return line.sources().isEmpty() || source != null && line.sources().contains(source);
    }

    private static long[][] split(long[][] kg, long[] amounts) {
        long[][] fen = new long[kg.length][amounts.length];
        for (int s = 0; s < amounts.length; s++) {
            int supplier = s;
            long[] each = Parts.proportional(amounts[s], Arrays.stream(kg).mapToLong(line -> line[supplier]).toArray());
            for (int line = 0; line < kg.length; line++) fen[line][s] = each[line];
        }
        return fen;
    }

    List<SettledLot.Part> of(int line) {
        List<SettledLot.Part> parts = new ArrayList<>();
        for (int s = 0; s < sales.size(); s++) {
            if (kg[line][s] == 0) continue;
            parts.add(new SettledLot.Part(sales.get(s).supplier(), new Kilograms(kg[line][s]), new Fen(goods[line][s]), new Fen(freight[line][s]), takes[line][s]));
        }
        return parts;
    }

    /** What fetching it costs the line itself, rounded half up for each supplier it fetches from. */
    Fen fetching(int line) {
        return IntStream.range(0, sales.size()).mapToObj(s -> sales.get(s).sold().ownFreightPrice().times(new Kilograms(kg[line][s]))).reduce(Fen.ZERO, Fen::plus);
    }
}
