package org.jucai.platform.award.decisions;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the public notice of an award says: lot by lot, who won how much at which price. Money is what is paid; what the award was
 * chosen by is compared money, and the two are never mixed.
 *
 * @param gapPpm no award costs less by more than this part of it, as the checker found; null where it found no bound
 */
public record AwardSheet(List<Lot> lots, int suppliersUsed, long goodsFen, long freightFen, @Nullable Long gapPpm) {

    /** Whether a lot gets at least its target, less, or nothing. */
    public enum Outcome { WHOLE, IN_PART, FAILED }

    /** @param admissibleOffers how many offers could have won it */
    public record Lot(UUID lotId, String code, String grade, String size, String packing, String zone, Outcome outcome, long targetKg, long awardedKg,
                      int admissibleOffers, long goodsFen, List<Winner> winners, List<Award.Rank> candidates) {
        public Lot {
            winners = List.copyOf(winners);
            candidates = List.copyOf(candidates);
        }
    }

    /** A supplier's part of a lot, in what is paid; tax included. @param totalKg in the whole round, which the discount is by */
    public record Winner(UUID supplierId, long massKg, long totalKg, int discountBp, List<Priced> priced, int vatRateBp, boolean delivered,
                         long freightFenPerTonne, long goodsFen, long goodsTaxFen, long freightFen) {
        public Winner {
            priced = List.copyOf(priced);
        }
    }

    /** So much at this price. */
    public record Priced(long fromKg, long massKg, long priceFenPerTonne) {}

    public AwardSheet {
        lots = List.copyOf(lots);
    }

    /** Lots that get something. */
    public long served() {
        return lots.stream().filter(lot -> lot.outcome() != Outcome.FAILED).count();
    }

    boolean won(UUID supplier, UUID lot) {
        return lots.stream().anyMatch(each -> each.lotId().equals(lot) && each.winners().stream().anyMatch(winner -> winner.supplierId().equals(supplier)));
    }
}
