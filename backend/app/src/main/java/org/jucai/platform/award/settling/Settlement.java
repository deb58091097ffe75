package org.jucai.platform.award.settling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.award.comparing.Candidate;

/**
 * An award in goods and money.
 *
 * @param lots that get something, in the order of ids
 */
public record Settlement(List<SettledLot> lots) {

    /** What a supplier won of a lot. */
    public record Won(String lot, String supplier, long kg) {}

    public Settlement {
        lots = List.copyOf(lots);
    }

    /**
     * @param offers admissible ones, of winners and others
     * @param lots all that may have been won
     */
    public static Settlement of(List<Won> won, List<Candidate> offers, List<LotLines> lots, SettlingTerms terms) {
        Map<String, Candidate> suppliers = offers.stream().collect(Collectors.toMap(Candidate::id, Function.identity()));
        Map<String, Long> totals = new HashMap<>();
        won.forEach(each -> totals.merge(each.supplier(), each.kg(), Math::addExact));
        Map<String, List<Won>> byLot = won.stream().filter(each -> each.kg() > 0).collect(Collectors.groupingBy(Won::lot));
        return new Settlement(lots.stream().filter(lot -> byLot.containsKey(lot.lot())).sorted(Comparator.comparing(LotLines::lot)).map(lot -> {
            List<Sale> sales = byLot.getOrDefault(lot.lot(), List.of()).stream().sorted(Comparator.comparing(Won::supplier))
                    .map(each -> Sale.of(Terms.of(known(suppliers, each.supplier()), lot.lot()), each.kg(), totals.getOrDefault(each.supplier(), 0L), lot.zone(), terms))
                    .toList();
            return new LotSettling(lot, sales, new AloneOffers(offers, lot, terms), terms).settled();
        }).toList());
    }

    private static Candidate known(Map<String, Candidate> suppliers, String id) {
        Candidate supplier = suppliers.get(id);
        if (supplier == null) throw new IllegalArgumentException("nobody is called " + id);
        return supplier;
    }

    /** Lines that would pay above their cap, ascending: the award is computed anew without them. */
    public List<String> left() {
        return lots.stream().flatMap(lot -> lot.left().stream()).sorted().toList();
    }
}
