package org.jucai.platform.award.checking;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an award is computed from. Suppliers, lots and bids are known by their place in the list; mass in kilograms, prices in fen
 * per tonne, which is milli-fen per kilogram.
 *
 * @param bids those of all suppliers, in the order of the document
 */
record Problem(String digest, long gridKg, List<Lot> lots, List<Supplier> suppliers, List<Bid> bids, List<Rule> rules) {

    record Lot(String id, long minimumKg, long targetKg, long maximumKg, boolean mustBeServed, long outsideFenPerTonne) {}

    /**
     * @param group what it is counted in: its own id where it has no group
     * @param bids places of its bids
     * @param bundles places of the lots of each
     */
    record Supplier(String id, String group, boolean small, long minimumKg, long capacityKg, List<Long> tiersFromKg,
                    List<Integer> bids, List<List<Integer>> bundles) {}

    record Bid(int supplier, int lot, long minimumKg, long capacityKg, boolean incremental, List<Step> steps,
               long freightFenPerTonne, @Nullable Truck truck, Map<String, Long> attributesPpm) {}

    /** @param fenPerTonne one price for each total tier */
    record Step(long fromKg, List<Long> fenPerTonne) {}

    record Truck(long kg, long fen) {}

    Lot lot(Bid bid) {
        return lots.get(bid.lot());
    }

    Supplier supplier(Bid bid) {
        return suppliers.get(bid.supplier());
    }
}
