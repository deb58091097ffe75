package org.jucai.platform.award.allocations;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.settling.SettledLot;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;

/**
 * The figures of a line's statement, as they were when the award was made final. Nothing of other members but who rides on the same truck.
 *
 * @param lotAwardedKg all that the lot was awarded, and {@code lotGoodsFen} what is paid for it
 * @param equalisationFen beyond the invoices of its suppliers and its own freight; zero over the lot but for rounding
 * @param aloneFen what the cheapest single offer would have cost, landed; null where nobody would have delivered so little
 */
public record Statement(String lineCode, String lotCode, String grade, String size, String packing, String zone, long lotAwardedKg, long lotGoodsFen,
        long minimumKg, long targetKg, long maximumKg, long gotKg, List<From> from, long goodsFen, long freightFen, long ownFreightFen, long feeFen, int feeRateBp,
        long equalisationFen, long totalFen, @Nullable Long aloneFen, SettledLot.Core core, ShareRule shareRule, CostRule costRule, boolean wholeTrucks,
        List<Trip> trips) {

    /**
     * What comes of one supplier.
     *
     * @param soldKg of this lot, {@code soldInRoundKg} of all lots
     * @param approved whether its source is one that the line takes goods from
     */
    public record From(UUID supplierId, long massKg, long goodsFen, long freightFen, long soldKg, long soldInRoundKg, int discountBp, List<Priced> priced,
                       int vatRateBp, boolean delivered, long freightFenPerTonne, long ownFreightFenPerTonne, boolean approved) {
        public From {
            priced = List.copyOf(priced);
        }
    }

    /** So much of the lot at this price. */
    public record Priced(long fromKg, long massKg, long priceFenPerTonne) {}

    /** How it travels. @param sharedWith members whose goods are on the same truck: for arranging the delivery, not how much */
    public record Trip(UUID supplierId, long massKg, int fullTrucks, long partKg, LocalDate fromOn, LocalDate toOn, List<UUID> sharedWith) {
        public Trip {
            sharedWith = List.copyOf(sharedWith);
        }
    }

    public Statement {
        from = List.copyOf(from);
        trips = List.copyOf(trips);
    }
}
