package org.jucai.platform.award.solving;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything an award is computed from. Masses are whole kilograms, prices whole fen per tonne, which is milli-fen per kilogram.
 * Made by {@link ProblemReader} only from a document that obeys every bound, so whoever holds one need not check again.
 *
 * @param gridKg each award is a multiple of it
 * @param sha256 of the canonical form of the document it was read from, hex
 */
public record AwardProblem(String round, long gridKg, List<Lot> lots, List<Supplier> suppliers, List<Rule> rules, String sha256) {

    public AwardProblem {
        lots = List.copyOf(lots);
        suppliers = List.copyOf(suppliers);
        rules = List.copyOf(rules);
    }

    /** The same round under other rules: "what would it cost". */
    public AwardProblem under(List<Rule> others) {
        AwardProblem bare = new AwardProblem(round, gridKg, lots, suppliers, others, "");
        return new AwardProblem(round, gridKg, lots, suppliers, others, Canonical.sha256(ProblemWriter.write(bare)));
    }

    /** A pooled lot. @param outsideFenPerTonne what a tonne short of the target costs elsewhere */
    public record Lot(String id, long minimumKg, long targetKg, long maximumKg, boolean mustBeServed, long outsideFenPerTonne, List<Line> lines) {

        public Lot {
            lines = List.copyOf(lines);
        }
    }

    /** A demand line behind a lot. */
    public record Line(String id, long minimumKg, long targetKg, long maximumKg) {}

    /** Who offers. @param totalTiersFromKg where the tiers of the total-volume discount begin; the first at 0 */
    public record Supplier(
            String id, @Nullable String group, boolean small, long minimumKg, long capacityKg, List<Long> totalTiersFromKg, List<Bid> bids, List<List<String>> bundles) {

        public Supplier {
            totalTiersFromKg = List.copyOf(totalTiersFromKg);
            bids = List.copyOf(bids);
            bundles = bundles.stream().map(List::copyOf).toList();
        }

        String groupOrSelf() {
            return group == null ? id : group;
        }
    }

    /** An offer for one lot. */
    public record Bid(
            String lot, long minimumKg, long capacityKg, Ladder ladder, List<Step> steps, long freightFenPerTonne, @Nullable Truck truck, Map<String, Long> attributesPpm) {

        public Bid {
            steps = List.copyOf(steps);
            attributesPpm = Map.copyOf(attributesPpm);
        }
    }

    /** How the steps of an offer price. */
    public enum Ladder {
        /** The step reached prices every kilogram. */
        ALL_UNITS,
        /** Each kilogram has the price of the step it lies in. */
        INCREMENTAL
    }

    /** From this mass on these prices hold, one for each total tier. */
    public record Step(long fromKg, List<Long> fenPerTonne) {

        public Step {
            fenPerTonne = List.copyOf(fenPerTonne);
        }
    }

    /** Freight by the truck, part loads paid as whole ones. */
    public record Truck(long kg, long fen) {}
}
